#!/usr/bin/env python3
"""Compares Broadseal with the peer (c2pa-rs) and with the physical floor, in one run.

Usage: bench.py BROADSEAL [--huge BYTES] [--files N] [--runs N]

Every figure is a whole process's: CPU and wall seconds as the kernel accounts them, peak memory as
`time` tells it (a child of this script would count the script's own memory too). Small files lie
in memory, so that no disk is measured; what a disk costs has rows of its own. Contestants take turns (A B A B ...), so that a change of the machine's speed meets both; the
ratio is the median of the pairs' ratios. The peer is c2pa-rs's own C library without Python in the
path when `../shared/bench/peerbench.c` is there to compile, else the c2pa-python package.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

HOUSE = pathlib.Path(__file__).resolve().parent.parent
PEER_SOURCE = HOUSE.parent / "shared" / "bench" / "peerbench.c"


def measure(command):
    """Runs a command; returns its CPU seconds, wall seconds, peak MiB and standard output."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT,
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
    done = subprocess.run(["time", "-q", "-f", "%M", *command], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL)
    return int(done.stderr.split()[-1]) / 1024


def pair(ours, theirs, runs, figure, before=lambda: None, good=(0, 5), batch=1):
    """Median figures of both sides and of their ratio, over `runs` turns after a warm-up."""
    rows = []
    for turn in range(runs + 1):
        before()
        left = measure(ours)
        if left["code"] not in good:
            sys.exit(f"bench: {' '.join(ours[:6])} ended {left['code']}:\n{left['text'][-2000:]}")
        before()
        right = [measure(command) for command in theirs]
        bad = [run for run in right if run["code"] != 0]
        if bad:
            sys.exit(f"bench: a rival ended {bad[0]['code']}:\n{bad[0]['text'][-2000:]}")
        if turn:
            rows.append((left[figure] / batch, sum(run[figure] for run in right) / batch))
    before()
    return {"ours": statistics.median(row[0] for row in rows),
            "theirs": statistics.median(row[1] for row in rows),
            "ratio": statistics.median(row[0] / row[1] for row in rows),
            "rss": peak_memory(ours)}


def big_png(path, size):
    """Writes a valid PNG of about `size` bytes: stored rows of noise, one IDAT after another."""
    def chunk(kind, data):
        return (len(data).to_bytes(4, "big") + kind + data
                + zlib.crc32(kind + data).to_bytes(4, "big"))
    width, block = 8192, os.urandom(8192 * 3)
    rows = max(1, size // (width * 3 + 1 + 5))
    with open(path, "wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n" + chunk(
            b"IHDR", width.to_bytes(4, "big") + rows.to_bytes(4, "big") + b"\x08\x02\0\0\0"))
        adler, pending, row = 1, b"\x78\x01", b"\0" + block
        for number in range(rows):
            last = number == rows - 1
            adler = zlib.adler32(row, adler)
            pending += bytes([last]) + len(row).to_bytes(2, "little") \
                + (len(row) ^ 0xFFFF).to_bytes(2, "little") + row
            if len(pending) > 4 << 20 or last:
                if last:
                    pending += adler.to_bytes(4, "big")
                out.write(chunk(b"IDAT", pending))
                pending = b""
        out.write(chunk(b"IEND", b""))


def big_docx(path, size):
    """Writes a DOCX of about `size` bytes: pictures of noise, deflated as Word does it."""
    names = "http://schemas.openxmlformats.org/"
    office, package = names + "officeDocument/2006/relationships", names + "package/2006/"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", (
            f'<Types xmlns="{package}content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{word}"/></Types>'))
        archive.writestr("_rels/.rels", (
            f'<Relationships xmlns="{package}relationships"><Relationship Id="rId1" Type='
            f'"{office}/officeDocument" Target="word/document.xml"/></Relationships>'))
        archive.writestr("word/document.xml", (
            f'<w:document xmlns:w="{names}wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>A '
            'report with many pictures.</w:t></w:r></w:p></w:body></w:document>'))
        for number in range(size // 250_000):
            archive.writestr(f"word/media/image{number}.png", os.urandom(250_000))


class Peer:
    """The peer's native library, driven without Python where it can be compiled."""

    def __init__(self, work, keys):
        import c2pa
        self.settings = work / "peer.json"
        anchors = (keys / "trust" / "anchors.pem").read_text()
        authorities = (keys / "trust" / "tsa.pem").read_text()
        purpose = {"trust_config": "1.3.6.1.4.1.62558.2.1"}
        self.settings.write_text(Peer.text(purpose | {"trust_anchors": anchors}))
        self.stamped = work / "peer-stamped.json"
        self.stamped.write_text(Peer.text(purpose | {"anchors": [
            {"trust_anchors": anchors, "trust_kind": "manifest"},
            {"trust_anchors": authorities, "trust_kind": "tsa"}]}))
        self.manifest = work / "peer-manifest.json"
        self.manifest.write_text(json.dumps({
            "claim_generator_info": [{"name": "bench", "version": "1"}],
            "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [{
                "action": "c2pa.created", "digitalSourceType":
                "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"}]}}]}))
        self.program = None
        libraries = pathlib.Path(c2pa.__file__).parent / "libs"
        if PEER_SOURCE.exists() and shutil.which("gcc"):
            self.program = work / "peerbench"
            subprocess.run(["gcc", "-O2", "-w", "-o", self.program, PEER_SOURCE, f"-L{libraries}",
                            "-lc2pa_c", f"-Wl,-rpath,{libraries}", "-lpthread"], check=True)
        self.name = f"c2pa-rs {c2pa.sdk_version()}" + ("" if self.program else " through Python")

    @staticmethod
    def text(trust):
        """Settings as the peer reads them."""
        return json.dumps({
            "version": 1, "trust": trust,
            "verify": {"verify_trust": True, "verify_timestamp_trust": True,
                       "verify_after_sign": False, "remote_manifest_fetch": False},
            "builder": {"thumbnail": {"enabled": False}}})

    def verify(self, listing, settings=None):
        settings = settings or self.settings
        if self.program:
            return [str(self.program), "verify", str(settings), f"@{listing}"]
        code = ("import c2pa,sys;c=c2pa.Context(c2pa.Settings.from_json(open(sys.argv[2]).read()))\n"
                "for f in open(sys.argv[1]).read().split():\n"
                " r=c2pa.Reader(f,context=c);r.json();r.close()")
        return [sys.executable, "-c", code, str(listing), str(settings)]

    def sign(self, chain, key, source, count, target):
        if not self.program:
            return None
        return [str(self.program), "sign", "-n", str(count), "-k", str(self.settings), str(chain),
                str(key), str(self.manifest), str(source), str(target)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("broadseal", type=pathlib.Path)
    parser.add_argument("--huge", type=int, default=1_200_000_000)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    ours = str(arguments.broadseal.resolve())
    table = []

    def row(job, rival, result, bar, memory=None, unit="ms"):
        scale = {"ms": 1e3, "us": 1e6, "s": 1}[unit]
        met = (bar is None or result["ratio"] <= bar) and (memory is None
                                                          or result["rss"] <= memory)
        table.append((job, rival, f"{result['ours'] * scale:,.1f} {unit}",
                      f"{result['theirs'] * scale:,.1f} {unit}", f"{result['ratio']:.2f}",
                      f"≤ {bar}" if bar else "", f"{result['rss']:.0f} MB" + (f" (≤ {memory})" if memory else ""),
                      "yes" if met and (bar or memory) else "" if met else "NO"))
        print(" | ".join(table[-1]), flush=True)

    def sources(folder):
        """A folder of copies of one photo."""
        path = folder / "sources"
        path.mkdir(parents=True)
        for number in range(arguments.files):
            shutil.copy(HOUSE / "Samples" / "river.jpg", path / f"{number:05d}.jpg")
        return sorted(map(str, path.iterdir()))

    def official_files(folder, keys, sign, peer):
        """Official pictures with their time stamps, as users have them."""
        inputs, signed = sources(folder), folder / "signed"
        signed.mkdir()
        stamped = [word for word in sign if word != "--no-timestamp"]
        subprocess.run([*stamped, *inputs, "--output-dir", signed], check=True)
        outputs = sorted(map(str, signed.iterdir()))
        listing = folder / "list"
        listing.write_text("\n".join(outputs))
        audit = [ours, "audit", "-q", "-j", "1", "--files-from", str(listing),
                 "--trust-dir", str(keys / "trust")]
        size = f"{os.path.getsize(outputs[0]) // 1000} kB"
        row(f"verify an official JPEG of {size} with its time stamp in a batch, CPU a file",
            peer.name, pair(audit, [peer.verify(listing, peer.stamped)], arguments.runs, "cpu",
                            good=(0,), batch=arguments.files), 0.22, unit="us")
        reports = [word for kind in ("text", "json", "ndjson", "csv")
                   for word in ("-o", f"{kind}={folder / kind}")]
        row("the same with every report at once", "the same without a report",
            pair([*audit, *reports, "--force"], [audit], arguments.runs, "cpu", good=(0,),
                 batch=arguments.files), 1.15, unit="us")

    def small_files(folder, keys, sign, trust, peer):
        photo = HOUSE / "Samples" / "river.jpg"
        inputs, signed = sources(folder), folder / "signed"
        signed.mkdir()
        subprocess.run([*sign, *inputs, "--output-dir", signed], check=True)
        outputs = sorted(map(str, signed.iterdir()))
        listing = folder / "list"
        listing.write_text("\n".join(outputs))
        audit = [ours, "audit", "-q", "-j", "1", "--files-from", str(listing), *trust]
        size = f"{os.path.getsize(outputs[0]) // 1000} kB"
        row(f"verify a JPEG of {size} in a batch, CPU a file", peer.name,
            pair(audit, [peer.verify(listing)], arguments.runs, "cpu", good=(0, 5),
                 batch=arguments.files), 0.26, unit="us")
        row("the same with a report that names each file's SHA-256", peer.name,
            pair([*audit, "-o", "ndjson=-"], [peer.verify(listing)], arguments.runs, "cpu",
                 good=(0, 5), batch=arguments.files), None, unit="us")
        for place, bar in ((folder, 0.6), (HOUSE / ".build", None)):
            with tempfile.TemporaryDirectory(prefix="broadseal-bench-", dir=place) as name:
                target = pathlib.Path(name) / "target"

                def fresh():
                    shutil.rmtree(target, ignore_errors=True)
                    target.mkdir()

                fresh()
                rival = peer.sign(keys / "us" / "chain.pem", keys / "us" / "key.pem", photo,
                                  arguments.files, target)
                if rival:
                    row("sign the same JPEG in a batch, CPU a file" if bar else
                        "the same on disk, synced (the peer does not sync)", peer.name,
                        pair([*sign, *inputs, "--output-dir", str(target), "-j", "1"], [rival],
                             arguments.runs, "cpu", before=fresh, batch=arguments.files), bar,
                        unit="us")

    with tempfile.TemporaryDirectory(prefix="broadseal-bench-", dir=HOUSE / ".build") as folder:
        work = pathlib.Path(folder)
        keys = work / "keys"
        subprocess.run([ours, "keys", "demo", keys], check=True, stdout=subprocess.DEVNULL)
        profile = keys / "us" / "ISSUER.toml"
        peer = Peer(work, keys)
        sign = [ours, "sign", "--official", "--ai", "none", "--profile", str(profile),
                "--no-timestamp", "--no-verify", "-q"]
        trust = ["--anchors", str(keys / "trust" / "anchors.pem")]

        # Small pictures: one signed JPEG, copied; in memory where the system has such a folder.
        memory = pathlib.Path("/dev/shm")
        small = pathlib.Path(tempfile.mkdtemp(prefix="broadseal-bench-", dir=memory)
                             if os.access(memory, os.W_OK) else work / "small")
        try:
            official_files(small / "official", keys, sign, peer)
            small_files(small / "plain", keys, sign, trust, peer)
        finally:
            shutil.rmtree(small, ignore_errors=True)

        # One huge file: a PNG, and anything else by sidecar.
        huge = work / "huge.png"
        big_png(huge, arguments.huge)
        copy = work / "copy"
        signed_huge = work / "huge.signed.png"

        def clear():
            for path in (copy, signed_huge, work / "huge.bin.c2pa"):
                path.unlink(missing_ok=True)

        floor = [["cp", str(huge), str(copy)], ["openssl", "dgst", "-sha256", str(huge)]]
        gigabytes = f"{huge.stat().st_size / 1e9:.1f} GB"
        row(f"sign a PNG of {gigabytes}, wall", "cp + openssl dgst",
            pair([*sign, str(huge), "-o", str(signed_huge)], floor, 3, "wall", before=clear), 2, 40,
            unit="s")
        clear()
        subprocess.run([*sign, huge, "-o", signed_huge], check=True)
        row(f"verify a PNG of {gigabytes}, wall", "openssl dgst",
            pair([ours, "verify", str(signed_huge), *trust],
                 [["openssl", "dgst", "-sha256", str(signed_huge)]], 5, "wall"), 1.15, 40, unit="s")
        signed_huge.unlink()
        blob = work / "huge.bin"
        huge.rename(blob)
        floor = [["cp", str(blob), str(copy)], ["openssl", "dgst", "-sha256", str(blob)]]
        row(f"sign any file of {gigabytes} by sidecar, wall", "cp + openssl dgst",
            pair([*sign, str(blob), "--sidecar"], floor, 3, "wall", before=clear), 2, 40, unit="s")
        subprocess.run([*sign, blob, "--sidecar", "--force"], check=True)
        row(f"verify any file of {gigabytes} beside its sidecar, wall", "openssl dgst",
            pair([ours, "verify", str(blob), *trust], [["openssl", "dgst", "-sha256", str(blob)]],
                 5, "wall"), 1.15, 40, unit="s")

        # A DOCX of 20 MB, which the peer does not read.
        report = work / "report.docx"
        big_docx(report, 20_000_000)
        signed_report = work / "report.signed.docx"

        def clear_report():
            for path in (copy, signed_report):
                path.unlink(missing_ok=True)

        size = f"{report.stat().st_size / 1e6:.0f} MB"
        floor = [["cp", str(report), str(copy)], ["openssl", "dgst", "-sha256", str(report)]]
        row(f"sign a DOCX of {size}, wall", "cp + openssl dgst",
            pair([*sign, str(report), "-o", str(signed_report)], floor, 15, "wall",
                 before=clear_report), 2, 40)
        clear_report()
        subprocess.run([*sign, report, "-o", signed_report], check=True)
        row("verify one such DOCX, wall", "openssl dgst",
            pair([ours, "verify", str(signed_report), *trust],
                 [["openssl", "dgst", "-sha256", str(signed_report)]], 15, "wall"), 1.35, 40)
        # Ten in one run on both sides: hashing 20 MB takes little longer than starting a program.
        reports = [str(work / f"report-{number}.docx") for number in range(10)]
        for path in reports:
            shutil.copy(signed_report, path)
        row("verify ten such DOCX in one run, CPU a file", "openssl dgst",
            pair([ours, "verify", *reports, *trust],
                 [["openssl", "dgst", "-sha256", *reports]], 15, "cpu", batch=10), 1.3, 40)

        row("start: --version, wall", "openssl version",
            pair([ours, "--version"], [["openssl", "version"]], 40, "wall"), 1.6)

    processor = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo")
                      if line.startswith("model name")), platform.machine())
    print(f"\n{datetime.date.today()}, {os.cpu_count()} × {processor}\n")
    print("| job | rival | Broadseal | rival's | ratio | bar | peak memory | met |")
    print("|---|---|---:|---:|---:|---:|---:|---|")
    for cells in table:
        print("| " + " | ".join(cells) + " |")
    return 0 if all(cells[-1] != "NO" for cells in table) else 1


if __name__ == "__main__":
    sys.exit(main())
