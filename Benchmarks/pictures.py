"""Small pictures, one after the other and by the thousand."""

import tempfile
import pathlib

from house import HOUSE, PHOTO, fresh, megabytes, photos, run
from measuring import alone, pair

FILES = ("text", "json", "ndjson", "csv", "sarif", "junit", "html")


def small(bench):
    """A batch on one worker: what a file costs the processor."""
    count, runs = bench.options.files, bench.options.runs
    with bench.memory() as folder:
        inputs, signed = photos(folder / "sources", count), folder / "signed"
        signed.mkdir()
        listing = folder / "list"

        def label(command):
            fresh(signed)
            run(*command, *inputs, "--output-dir", signed)
            outputs = sorted(signed.iterdir())
            listing.write_text("\n".join(map(str, outputs)))
            return megabytes(outputs[0])

        size = label(bench.official)
        audit = bench.audit("--files-from", listing)
        bench.row(f"verify an official JPEG of {size} with its time stamp in a batch, CPU a file",
                  bench.peer.name,
                  pair(audit, [bench.peer.verify(listing, bench.peer.stamped)], runs, "cpu",
                       good=(0,), batch=count), 0.22, unit="us")

        size = label(bench.sign)
        audit = [bench.ours, "audit", "-q", "-j", "1", "--files-from", listing, *bench.anchors]
        rival = [bench.peer.verify(listing)]
        bench.row(f"verify a JPEG of {size} in a batch, CPU a file", bench.peer.name,
                  pair(audit, rival, runs, "cpu", batch=count), 0.26, unit="us")
        bench.row("the same with a report that names each file's SHA-256", bench.peer.name,
                  pair([*audit, "-o", "ndjson=-"], rival, runs, "cpu", batch=count), unit="us")

        for place, bar in ((folder, 0.6), (HOUSE / ".build", None)):
            with tempfile.TemporaryDirectory(prefix="broadseal-bench-", dir=place) as name:
                target = pathlib.Path(name) / "target"
                fresh(target)
                rival = bench.peer.sign(PHOTO, target, count)
                if rival:
                    bench.row("sign the same JPEG in a batch, CPU a file" if bar else
                              "the same on disk, synced (the peer does not sync)", bench.peer.name,
                              pair([*bench.sign, *inputs, "--output-dir", target, "-j", "1"],
                                   [rival], runs, "cpu", before=lambda: fresh(target),
                                   batch=count), bar, unit="us")


def many(bench):
    """Thousands of official pictures on both processors: wall, memory, reports, history."""
    count, runs = bench.options.many, 3
    with bench.memory() as folder:
        inputs, signed = photos(folder / "sources", count), folder / "signed"
        run(*bench.official, folder / "sources", "--output-dir", signed)
        for path in inputs:
            path.unlink()
        outputs = sorted(signed.rglob("*.jpg"))
        listing = folder / "list"
        listing.write_text("\n".join(map(str, outputs)))
        job = f"audit {count:,} official, time-stamped JPEG of {megabytes(outputs[0])}"
        audit = bench.audit(signed, workers=2)
        measured = {"runs": runs, "figure": "wall", "good": (0,), "batch": count}
        bench.row(f"{job}, two workers, wall a file", f"{bench.peer.name}, two threads",
                  pair(audit, [bench.peer.verify(listing, bench.peer.stamped, 2)], **measured),
                  0.22, 60, unit="us")
        bench.row("the same", "openssl dgst over the same files",
                  pair(audit, [bench.digest(*outputs)], **measured), 2.5, 60, unit="us")
        bench.row("the same, two workers", "one worker",
                  pair(audit, [bench.audit(signed)], **measured), 0.56, 60, unit="us")
        target = folder / "reports"
        fresh(target)
        reports = [word for kind in FILES for word in ("-o", f"{kind}={target / kind}")]
        bench.row(f"the same with {', '.join(FILES)} at once", "without a report",
                  pair([*audit, *reports], [audit], before=lambda: fresh(target), **measured),
                  1.2, 60, unit="us")
        bench.row("the same with the crJSON of each file, too", "without a report",
                  pair([*audit, *reports, "-o", f"crjson={target / 'crjson'}"], [audit],
                       before=lambda: fresh(target), **measured), None, 60, unit="us")
        history = folder / "history.db"
        remembering = [*audit, "--history", history]

        def forget():
            for path in folder.glob("history.db*"):
                path.unlink()

        first = alone(remembering, **{**measured, "runs": 1}, before=forget)
        run(*remembering)
        second = alone(remembering, **measured)
        second |= {"theirs": first["ours"], "ratio": second["ours"] / first["ours"]}
        bench.row("the same with a history, second run over unchanged files", "the first run",
                  second, 0.15, 60, unit="us")


def million(bench):
    """A folder of a million small files: memory must not grow with it."""
    count = bench.options.million
    with bench.memory() as folder:
        root = folder / "files"
        for start in range(0, count, 1_000):
            place = root / f"{start // 1_000:05d}"
            place.mkdir(parents=True)
            for number in range(start, min(count, start + 1_000)):
                (place / f"{number:07d}.txt").write_text(f"file {number}\n")
        bench.row(f"audit {count:,} small text files without a label, two workers, wall a file", "",
                  alone([*bench.audit(root, workers=2), "--fail-on", "none"], 1, "wall",
                        good=(0, 1, 3, 4), batch=count), memory=60, unit="us")
