#!/usr/bin/env python3
"""Compares Broadseal with the peer (c2pa-rs) and with the physical floor, in one run.

Usage: bench.py BROADSEAL [--only GROUP ...] [--full]

Every figure is a whole process's: CPU and wall seconds as the kernel accounts them, peak memory as
`time` tells it (a child of this script would count the script's own memory too). Small files lie
in memory, so that no disk is measured; what a disk costs has rows of its own. Contestants take turns
(A B A B ...), so that a change of the machine's speed meets both; the ratio is the median of the pairs'
ratios. The peer is c2pa-rs's own C library without Python in the path when `../shared/bench/peerbench.c`
is there to compile, else the c2pa-python package. Inputs are made here and are the same in every run.
"""

import argparse
import datetime
import os
import pathlib
import platform
import sys
import tempfile
import time

import documents
import media
import pictures
from house import Bench
from measuring import pair
from peer import HOUSE


def start(bench):
    """What it takes to start the program."""
    bench.row("start: --version, wall", "openssl version",
              pair([bench.ours, "--version"], [["openssl", "version"]], 40, "wall"), 1.6)


GROUPS = {
    "small": pictures.small, "many": pictures.many, "media": media.recordings,
    "film": media.film,
    "huge": documents.huge, "office": documents.office, "sealed": documents.sealed,
    "tree": documents.tree, "start": start}
FULL = {"million": pictures.million}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("broadseal", type=pathlib.Path)
    parser.add_argument("--only", nargs="+", choices=[*GROUPS, *FULL], metavar="GROUP",
                        help=f"one of {', '.join([*GROUPS, *FULL])}")
    parser.add_argument("--full", action="store_true",
                        help=f"heavy groups, too: {', '.join(FULL)}")
    parser.add_argument("--runs", type=int, default=5, help="turns of most rows")
    parser.add_argument("--files", type=int, default=500, help="pictures of the small batch")
    parser.add_argument("--many", type=int, default=10_000, help="pictures of the large batch")
    parser.add_argument("--million", type=int, default=1_000_000, help="files of the largest")
    parser.add_argument("--tree", type=int, default=2_000, help="PDF of the officer's tree")
    parser.add_argument("--film", type=int, default=1_000_000_000, help="bytes of the large video")
    parser.add_argument("--huge", type=int, default=1_200_000_000, help="bytes of the huge file")
    options = parser.parse_args()
    began = time.monotonic()
    groups = options.only or [*GROUPS, *(FULL if options.full else [])]
    with tempfile.TemporaryDirectory(prefix="broadseal-bench-", dir=HOUSE / ".build") as folder:
        bench = Bench(options.broadseal.resolve(), pathlib.Path(folder), options)
        for name in groups:
            (GROUPS | FULL)[name](bench)
    processor = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo")
                      if line.startswith("model name")), platform.machine())
    print(f"\n{datetime.date.today()}, {os.cpu_count()} × {processor}, "
          f"{time.monotonic() - began:.0f} s\n")
    bench.table.write()
    return 0 if bench.table.is_met else 1


if __name__ == "__main__":
    sys.exit(main())
