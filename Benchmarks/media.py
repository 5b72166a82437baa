"""A photograph, a recording and a video."""

import json
import shutil

from house import fresh, megabytes, run
from inputs import mp4, tiff, wav
from measuring import alone, one, pair


def trusted(bench, listing):
    """Whether the peer believes what is measured: what it does not believe it may not have read."""
    if bench.peer.program is None:
        return True
    answer = json.loads(one(bench.peer.verify(listing))["text"].splitlines()[-1])
    return answer["trusted"] == 1


def recordings(bench):
    """Verifies and signs each in memory."""
    with bench.memory() as folder:
        copy, target = folder / "copy", folder / "target"
        fresh(target)
        kinds = [("TIFF", "tif", lambda path: tiff(path, 4000, 3000), 0.45, None, None),
                 ("WAV", "wav", lambda path: wav(path, 105_840_000), 0.70, 0.5, 1.5),
                 ("MP4", "mp4", lambda path: mp4(path, 120_000_000), 0.70, 0.5, 1.5)]
        for name, extension, make, verifying, signing, floor in kinds:
            source = folder / f"source.{extension}"
            signed, listing = folder / f"signed.{extension}", folder / "list"
            make(source)
            run(*bench.sign, source, "-o", signed)
            listing.write_text(f"{signed}\n")
            size = megabytes(source)
            verify = [bench.ours, "verify", signed, *bench.anchors]
            if trusted(bench, listing):
                bench.row(f"verify a {name} of {size}, wall", bench.peer.name,
                          pair(verify, [bench.peer.verify(listing)], bench.options.runs, "wall"),
                          verifying, 40)
            else:
                bench.row(f"verify a {name} of {size}, wall (the peer does not believe it)",
                          bench.peer.name,
                          pair(verify, [bench.peer.verify(listing)], bench.options.runs, "wall"))
            bench.row("the same", "openssl dgst",
                      pair(verify, [bench.digest(signed)], bench.options.runs, "wall"), 1.1, 40)

            def clear():
                copy.unlink(missing_ok=True)
                fresh(target)

            output = target / f"ours.{extension}"
            sign = [*bench.sign, source, "-o", output]
            rival = bench.peer.sign(source, target)
            if rival:
                bench.row(f"sign a {name} of {size}, wall", bench.peer.name,
                          pair(sign, [rival], bench.options.runs, "wall", before=clear), signing, 40)
            bench.row("the same" if rival else f"sign a {name} of {size}, wall",
                      "cp + openssl dgst",
                      pair(sign, [["cp", source, copy], bench.digest(source)], bench.options.runs,
                           "wall", before=clear), floor, 40)
            clear()
            source.unlink()
            signed.unlink()


def film(bench):
    """A video of a gigabyte: its pieces on one processor and on two, and a time stamp into its room."""
    with bench.memory() as folder:
        source, signed, target = (folder / f"{name}.mp4" for name in ("source", "signed", "target"))
        mp4(source, bench.options.film)
        size = megabytes(source)
        sign = [*bench.sign, source, "-o", target]
        one_core = ["taskset", "-c", "0"]
        bench.row(f"sign an MP4 of {size}, two processors, wall", "one processor",
                  pair(sign, [[*one_core, *sign]], 3, "wall",
                       before=lambda: target.unlink(missing_ok=True)), 0.6, 40, unit="s")
        target.unlink(missing_ok=True)
        run(*bench.sign, source, "-o", signed)
        source.unlink()
        verify = [bench.ours, "verify", signed, *bench.anchors]
        bench.row(f"verify an MP4 of {size}, two processors, wall", "one processor",
                  pair(verify, [[*one_core, *verify]], 3, "wall"), 0.6, 40, unit="s")
        stamp = [bench.ours, "sign", target, "--add-timestamp", "--in-place", "-q", "--no-verify",
                 "--profile", bench.keys / "us" / "ISSUER.toml"]
        bench.row(f"a time stamp onto a labelled MP4 of {size}, wall", "",
                  alone(stamp, 3, "wall", good=(0,), before=lambda: shutil.copy(signed, target)),
                  memory=40, limit=50)
