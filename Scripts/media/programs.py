"""What the programs that people open media with make of a file: each function answers with something
that can be compared before and after signing, or with nothing where its program cannot read the file.

A label must change nothing of it: not a pixel, sample, glyph or line of metadata, and no program may
complain of what it did not complain of before.
"""

import hashlib
import json
import os
import re
import subprocess
import tempfile

from fontTools.ttLib import TTFont
from PIL import Image, ImageSequence

Image.MAX_IMAGE_PIXELS = 1 << 28


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, timeout=120)


def digest(data):
    return hashlib.sha256(data).hexdigest()


def lines(text, path):
    """Complaints without what differs from run to run: the file's name, addresses, how often."""
    text = text.decode(errors="replace").replace(str(path), "FILE").replace(path.name, "FILE")
    text = re.sub(r"0x[0-9a-f]+", "0x", text)
    return {line for line in text.splitlines()
            if line.strip() and "Last message repeated" not in line}


def written(path, suffix, *command):
    """The digest of what a program writes; `OUT` in the command is the file."""
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "out" + suffix)
        done = run(*(output if part == "OUT" else part for part in command))
        made = sorted(os.listdir(folder))
        if done.returncode != 0 or not made:
            return None
        return [digest(open(os.path.join(folder, name), "rb").read()) for name in made]


def told(path):
    """The format, where FFmpeg has to be told: it looks for the frames of an animated PNG picture in its
    first 2 KiB, and the standard wants the label before them."""
    return ["-f", "apng"] if path.suffix == ".png" and b"acTL" in path.read_bytes() else []


def ffmpeg(path):
    """Hash of every decoded picture and sample of each stream."""
    done = run("ffmpeg", "-v", "quiet", *told(path), "-i", path, "-map", "0:v?", "-map", "0:a?",
               "-f", "streamhash", "-")
    return done.stdout.decode().split() or None


def ffmpeg_complaints(path):
    """What a player says on its way to the end."""
    done = run("ffmpeg", "-v", "error", *told(path), "-i", path, "-map", "0:v?", "-map", "0:a?", "-f", "null", "-")
    return lines(done.stderr, path) | ({"it fails"} if done.returncode else set())


def pillow(path):
    """Every frame, with its mode, size and duration."""
    try:
        with Image.open(path) as image:
            loop = image.info.get("loop")
            return [loop] + [
                (frame.mode, frame.size, frame.info.get("duration"), digest(frame.tobytes()))
                for frame in ImageSequence.Iterator(image)]
    except Exception:  # Pillow has its own for every format.
        return None


def libtiff(path):
    """Every page without compression, as libtiff copies it."""
    return written(path, ".tif", "tiffcp", "-c", "none", path, "OUT")


def tiffinfo(path):
    """libtiff's complaints, but for a tag that it has no name for."""
    done = run("tiffinfo", "-D", path)
    return {line for line in lines(done.stderr, path) if "tag 52545 " not in line}


def libheif(path):
    return written(path, ".png", "heif-convert", path, "OUT")


def libwebp(path):
    return written(path, ".ppm", "dwebp", "-ppm", path, "-o", "OUT")


def libjxl(path):
    return written(path, ".ppm", "djxl", path, "OUT")


def flac(path):
    """FLAC's own test, which compares the samples with the digest in the file."""
    done = run("flac", "-t", "-s", path)
    return lines(done.stderr, path) | ({"it fails"} if done.returncode else set())


def opusdec(path):
    return written(path, ".wav", "opusdec", "--quiet", path, "OUT")


def oggdec(path):
    return written(path, ".wav", "oggdec", "-Q", path, "-o", "OUT")


def mpg123(path):
    return written(path, ".raw", "mpg123", "-q", "-O", "OUT", path)


def sox(path):
    return written(path, ".raw", "sox", path, "OUT")


def font_tools(path):
    """Every table but the label's, and the outline of every glyph; of `head` without its sum."""
    try:
        font = TTFont(path)
        tables = {tag: digest(font.getTableData(tag)) for tag in font.reader.keys()
                  if tag not in ("C2PA", "head")}
        head = font["head"]
        head.checkSumAdjustment = 0
        drawn = hashlib.sha256()
        glyphs = font.getGlyphSet()
        for name in list(font.getGlyphOrder())[:2000]:
            from fontTools.pens.recordingPen import RecordingPen
            pen = RecordingPen()
            glyphs[name].draw(pen)
            drawn.update(repr((name, glyphs[name].width, pen.value)).encode())
        return [tables, repr(sorted(vars(head).items())), drawn.hexdigest()]
    except Exception:  # as many kinds as tables
        return None


def fontconfig(path):
    done = run("fc-scan", path)
    return sorted(line for line in lines(done.stdout, path) if "file:" not in line) or None


# What a label adds, and what is about the file and not its content.
OWN = re.compile(r"^(ExifTool|System|File|JUMBF|C2PA|JSON|CBOR|SourceFile)\b|:.*(Salt|C2PA|Tag52545)")
# Where in the file something stands, and what ExifTool reckons from the size of the file.
PLACES = re.compile(
    r"(Offsets?|Start|ByteCounts?|Pointer|MediaDataSize|FileSize|GIFVersion|AvgBitrate)$|Warning$"
    r"|^Composite:Duration")
# The brand that a film from before there were brands gets.
BRANDS = re.compile(r"^QuickTime:(MajorBrand|MinorVersion|CompatibleBrands)$")


def exiftool(path):
    """Every tag of metadata."""
    done = run("exiftool", "-j", "-G1", "-a", "-n", "-struct", path)
    try:
        tags = json.loads(done.stdout)[0]
    except (json.JSONDecodeError, IndexError):
        return None
    kept = {name: value for name, value in tags.items()
            if not OWN.search(name) and not PLACES.search(name)}
    return kept or None


def same_metadata(before, after):
    """Every tag is there with its value, and no other has come but brands where there were none."""
    return all(after.get(name) == value for name, value in before.items()) and all(
        name in before or BRANDS.match(name) for name in after)


def exiftool_complaints(path):
    done = run("exiftool", "-j", "-a", "-warning", "-error", path)
    try:
        found = json.loads(done.stdout)[0]
    except (json.JSONDecodeError, IndexError):
        return None
    return {f"{name}: {value}" for name, value in found.items() if name != "SourceFile"}


def is_mistaken(path):
    """Whether ExifTool takes Exif for a box of the label, and leaves it out: it knows directories by a number, which
    is the same for both in one file of some hundred."""
    said = exiftool_complaints(path) or ()
    return any("references previous JUMBFBox directory" in complaint for complaint in said)


FILM = [ffmpeg, ffmpeg_complaints]
TIFF = [pillow, libtiff, tiffinfo, *FILM]
# The first is the one without which a file counts as damaged.
PROGRAMS = {
    ".png": [pillow, *FILM], ".jpg": [pillow, *FILM], ".jpeg": [pillow, *FILM],
    ".tif": TIFF, ".tiff": TIFF, ".dng": TIFF,
    ".gif": [pillow, *FILM], ".webp": [pillow, libwebp, *FILM],
    ".jxl": [libjxl], ".heic": [libheif, pillow], ".avif": [libheif, pillow],
    ".wav": [*FILM, sox], ".avi": FILM, ".mp3": [*FILM, mpg123], ".flac": [*FILM, flac],
    ".ogg": [*FILM, oggdec], ".oga": FILM, ".opus": [*FILM, opusdec], ".aiff": FILM,
    ".mp4": FILM, ".m4a": FILM, ".mov": FILM, ".m4v": FILM, ".3gp": FILM, ".m4s": FILM, ".cmfv": FILM,
    ".ttf": [font_tools, fontconfig], ".otf": [font_tools, fontconfig],
}


def is_sound(path):
    """Whether the programs open the file without a complaint, before anything was done to it."""
    first = PROGRAMS[path.suffix]
    if first[0](path) is None:
        return False
    return ffmpeg_complaints not in first or not ffmpeg_complaints(path)


def answers(before, after):
    """Every program that reads the file before, and whether it sees the same after."""
    programs = [*PROGRAMS[before.suffix], exiftool, exiftool_complaints]
    for program in programs:
        # ExifTool 12 shows nothing of FLAC in Ogg beside another stream (Documentation/Formats.md).
        is_ogg_flac = before.suffix in (".ogg", ".oga") and b"fLaC" in before.read_bytes()[:64]
        if program in (exiftool, exiftool_complaints) and is_ogg_flac:
            continue
        was = program(before)
        if was is None:
            continue
        now = program(after)
        if program in (exiftool, exiftool_complaints) and is_mistaken(after):
            continue
        if program is exiftool:
            yield program.__name__, now is not None and same_metadata(was, now)
        elif isinstance(was, set):
            # Complaints may go, and none may come.
            yield program.__name__, now is not None and now <= was
        else:
            yield program.__name__, was == now
