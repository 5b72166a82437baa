"""Media of the kinds that nobody published a free example of, made from the samples by the programs
that people make them with: a JPEG XL container, a font with PostScript outlines, a recording that was
written into a pipe, and so on.
"""

import pathlib
import shutil
import struct
import subprocess

from PIL import Image

HOUSE = pathlib.Path(__file__).resolve().parent.parent.parent
PHOTO = HOUSE / "Samples" / "river.jpg"
SPEECH = HOUSE / "Samples" / "press-release.flac"
FONTS = pathlib.Path("/usr/share/fonts")


def run(*command, **more):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=300, **more)


def sound(target, *options):
    run("ffmpeg", "-y", "-v", "quiet", "-i", SPEECH, "-t", "3", *options, target)


def piped(target):
    """WAV from a pipe: no program went back to write how long it became."""
    with open(target, "wb") as output:
        subprocess.run(["ffmpeg", "-v", "quiet", "-i", str(SPEECH), "-t", "3", "-f", "wav", "-"],
                       check=True, stdout=output, timeout=300)


def video(target):
    run("ffmpeg", "-y", "-v", "quiet", "-f", "lavfi", "-i", "testsrc=size=160x120:rate=10:duration=2",
        "-i", SPEECH, "-shortest", "-c:v", "mpeg4", "-c:a", "pcm_s16le", target)


def frames():
    photo = Image.open(PHOTO).convert("RGB").resize((120, 80))
    return [photo, photo.rotate(180), photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT)]


def animated(target):
    first, *rest = frames()
    first.save(target, save_all=True, append_images=rest, duration=120, loop=0)


def gif87(target):
    """A still GIF of the first version, which knows no extensions."""
    frames()[0].quantize(64).save(target)
    content = target.read_bytes()
    target.write_bytes(b"GIF87a" + content[6:])


def dng(target):
    """A photograph in the layout of DNG: a small picture first, the large one in a directory below."""
    small, large = frames()[0].resize((12, 8)).tobytes(), frames()[0].tobytes()

    def directory(start, entries):
        return (struct.pack("<H", len(entries))
                + b"".join(struct.pack("<HHII", *entry) for entry in sorted(entries))
                + struct.pack("<I", 0))

    def picture(width, height, kind, offset, extra=()):
        return [(254, 4, 1, kind), (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8),
                (259, 3, 1, 1), (262, 3, 1, 2), (273, 4, 1, offset), (277, 3, 1, 3),
                (278, 4, 1, height), (279, 4, 1, width * height * 3), (284, 3, 1, 1), *extra]

    first = 8
    length = 2 + 12 * 13 + 4
    second = first + length
    data = second + 2 + 12 * 11 + 4
    body = directory(first, picture(12, 8, 1, data, [
        (330, 4, 1, second), (50706, 1, 4, 0x0401)]))
    body += directory(second, picture(120, 80, 0, data + len(small)))
    target.write_bytes(b"II*\0" + struct.pack("<I", first) + body + small + large)


MADE = {
    "container.jxl": lambda to: run("cjxl", "--container=1", PHOTO, to),
    "codestream.jxl": lambda to: run("cjxl", "--container=0", "-j", "0", PHOTO, to),
    "photograph.dng": dng,
    "large.tiff": lambda to: run("tiffcp", "-8", to.parent / "one.tiff", to),
    "outlines.otf": lambda to: shutil.copy(FONTS / "opentype/freefont/FreeSans.otf", to),
    "truetype.ttf": lambda to: shutil.copy(FONTS / "truetype/dejavu/DejaVuSans.ttf", to),
    "animated.gif": animated,
    "first-version.gif": gif87,
    "animated.webp": animated,
    "piped.wav": piped,
    "large.wav": lambda to: sound(to, "-rf64", "always"),
    "speech.wav": sound,
    "broadcast.wav": lambda to: sound(to, "-write_bext", "1", "-metadata", "description=Speech"),
    "speech.mp3": lambda to: sound(to, "-c:a", "libmp3lame"),
    "speech.opus": lambda to: sound(to, "-c:a", "libopus"),
    "vorbis.ogg": lambda to: sound(to, "-c:a", "libvorbis"),
    "flac.ogg": lambda to: sound(to, "-c:a", "flac"),
    "speech.aiff": sound,
    "speech.m4a": lambda to: sound(to, "-c:a", "aac"),
    "test.avi": video,
    "test.mov": video,
}


def make(folder):
    """All of them, below `folder`."""
    folder.mkdir()
    frames()[0].save(folder / "one.tiff")
    for name, how in MADE.items():
        how(folder / name)
    return sorted(folder.iterdir())
