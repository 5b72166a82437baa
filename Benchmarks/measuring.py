"""Times whole processes in turn, and keeps the table of what came of it."""

import os
import statistics
import subprocess
import sys
import tempfile
import time

SCALES = {"s": 1, "ms": 1e3, "us": 1e6}


def measure(command):
    """Runs a command; returns its CPU seconds, wall seconds, exit code and what it wrote."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        child = subprocess.Popen(list(map(str, command)), stdout=output, stderr=subprocess.STDOUT,
                                 stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    return {"cpu": usage.ru_utime + usage.ru_stime, "wall": wall,
            "code": child.returncode, "text": text}


def peak_memory(command):
    """Peak memory of a run, in MB: started by a small program, whose memory a child inherits."""
    done = subprocess.run(["time", "-q", "-f", "%M", *map(str, command)], capture_output=True,
                          text=True, stdin=subprocess.DEVNULL)
    return int(done.stderr.split()[-1]) / 1024


def one(command, good=(0,)):
    """One run of a command, which must end with a code of `good`."""
    run = measure(command)
    if run["code"] not in good:
        sys.exit(f"bench: {' '.join(map(str, command[:6]))} ended {run['code']}:\n"
                 f"{run['text'][-2000:]}")
    return run


def pair(ours, theirs, runs, figure, before=lambda: None, good=(0, 5), batch=1):
    """Median figures of both sides and of their ratio, over `runs` turns after a warm-up.

    `theirs` is a list of commands that do the rival's job one after the other; `before` is called before
    each side's turn. Figures are divided by `batch`, the number of files of one turn.
    """
    rows = []
    for turn in range(runs + 1):
        before()
        left = one(ours, good)[figure]
        before()
        # A rival is done when it ends with 0, unless it is this program too.
        right = sum(one(command, good if ours[0] in command else (0,))[figure]
                    for command in theirs)
        if turn:
            rows.append((left / batch, right / batch))
    before()
    return {"ours": statistics.median(row[0] for row in rows),
            "theirs": statistics.median(row[1] for row in rows),
            "ratio": statistics.median(row[0] / row[1] for row in rows),
            "rss": peak_memory(ours)}


def alone(ours, runs, figure, before=lambda: None, good=(0, 5), batch=1):
    """Median figure of a job without a rival, over `runs` turns after a warm-up."""
    rows = []
    for turn in range(runs + 1):
        before()
        took = one(ours, good)[figure]
        if turn:
            rows.append(took / batch)
    before()
    return {"ours": statistics.median(rows), "theirs": None, "ratio": None,
            "rss": peak_memory(ours)}


class Table:
    """What was measured, a row a job."""

    def __init__(self):
        self.rows = []

    def row(self, job, rival, result, bar=None, memory=None, unit="ms", limit=None):
        """Adds a row and says it.

        bar: the largest ratio that is wanted; memory: the largest peak, in MB; limit: the largest figure
        of our own, in `unit`. A row without any of them is told and not judged.
        """
        scale = SCALES[unit]
        wanted = [(result["ratio"], bar), (result["rss"], memory), (result["ours"] * scale, limit)]
        judged = [found <= most for found, most in wanted if most is not None]

        def figure(value):
            return "" if value is None else f"{value * scale:,.1f} {unit}"

        self.rows.append((
            job, rival, figure(result["ours"]), figure(result["theirs"]),
            "" if result["ratio"] is None else f"{result['ratio']:.2f}",
            f"≤ {bar}" if bar is not None else f"≤ {limit} {unit}" if limit is not None else "",
            f"{result['rss']:.0f} MB" + (f" (≤ {memory})" if memory is not None else ""),
            "" if not judged else "yes" if all(judged) else "NO"))
        print(" | ".join(self.rows[-1]), flush=True)

    @property
    def is_met(self):
        """Whether no bar was missed."""
        return all(cells[-1] != "NO" for cells in self.rows)

    def write(self):
        """Prints all rows as a table in Markdown."""
        print("| job | rival | Broadseal | rival's | ratio | bar | peak memory | met |")
        print("|---|---|---:|---:|---:|---:|---:|---|")
        for cells in self.rows:
            print("| " + " | ".join(cells) + " |")
