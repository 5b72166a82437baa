"""Makes the files that are measured. Each is the same in every run: its noise comes from a seed."""

import random
import struct
import zipfile
import zlib

BLOCK = 1 << 20


def noise(size, seed=7):
    """`size` bytes of noise, a block at a time."""
    source = random.Random(seed)
    while size > 0:
        yield source.randbytes(min(size, BLOCK))
        size -= BLOCK


def big_png(path, size):
    """Writes a valid PNG of about `size` bytes: stored rows of noise, one IDAT after another."""
    def chunk(kind, data):
        return (len(data).to_bytes(4, "big") + kind + data
                + zlib.crc32(kind + data).to_bytes(4, "big"))
    width, block = 8192, random.Random(7).randbytes(8192 * 3)
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
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{package}content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{word}"/></Types>',
        "_rels/.rels":
            f'<Relationships xmlns="{package}relationships"><Relationship Id="rId1" Type='
            f'"{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml":
            f'<w:document xmlns:w="{names}wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>A '
            'report with many pictures.</w:t></w:r></w:p></w:body></w:document>'}
    for number, data in enumerate(noise(size)):
        for half in range(0, len(data), BLOCK // 4):
            parts[f"word/media/image{number}-{half}.png"] = data[half:half + BLOCK // 4]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def pdf(path, pages, pictures, seed=7, fields=0):
    """Writes a PDF of that many pages of text, pictures of 40 kB of noise, and fields of a form."""
    source = random.Random(seed)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]

    def add(body):
        objects.append(body)
        return len(objects)

    def stream(entries, data):
        return add(b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data))

    font = add(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    images = [stream(b"/Type/XObject/Subtype/Image/Width 200/Height 200/BitsPerComponent 8"
                     b"/ColorSpace/DeviceGray", source.randbytes(40_000))
              for _ in range(pictures)]
    kids = []
    for number in range(pages):
        words = "\n".join(f"0 -14 Td (line {line} of page {number}: {source.getrandbits(256):x}) Tj"
                          for line in range(50))
        drawing = f"BT /F 10 Tf 50 780 Td\n{words}\nET"
        shown = b""
        if number < pictures:
            drawing += "\nq 100 0 0 100 50 50 cm /I Do Q"
            shown = b"/XObject<</I %d 0 R>>" % images[number]
        content = stream(b"/Filter/FlateDecode", zlib.compress(drawing.encode()))
        kids.append(add(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
                        b"/Resources<</Font<</F %d 0 R>>%s>>>>" % (content, font, shown)))
    names = [add(b"<</FT/Tx/T(field%d)/V(value %x)/Type/Annot/Subtype/Widget/Rect[0 %d 90 %d]>>"
                 % (number, source.getrandbits(64), number, number + 9))
             for number in range(fields)]
    if names:
        form = add(b"<</Fields[%s]>>" % b" ".join(b"%d 0 R" % name for name in names))
        objects[0] = b"<</Type/Catalog/Pages 2 0 R/AcroForm %d 0 R>>" % form
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        pages, b" ".join(b"%d 0 R" % kid for kid in kids))
    out, offsets = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    path.write_bytes(out)


def tiff(path, width, height):
    """Writes an uncompressed picture in RGB, in strips of 16 rows: 3 * width * height bytes."""
    rows = 16
    strips = [(min(rows, height - row)) * width * 3 for row in range(0, height, rows)]
    offsets, place = [], 8
    for length in strips:
        offsets.append(place)
        place += length
    lists = struct.pack(f"<{len(strips)}I", *offsets) + struct.pack(f"<{len(strips)}I", *strips)
    extra = place + len(lists)

    def entry(tag, kind, count, value):
        return struct.pack("<HHII", tag, kind, count, value)

    entries = [
        entry(256, 4, 1, width), entry(257, 4, 1, height), entry(258, 3, 3, extra),
        entry(259, 3, 1, 1), entry(262, 3, 1, 2), entry(273, 4, len(strips), place),
        entry(277, 3, 1, 3), entry(278, 4, 1, rows),
        entry(279, 4, len(strips), place + 4 * len(strips)), entry(284, 3, 1, 1)]
    with open(path, "wb") as out:
        out.write(b"II*\0" + struct.pack("<I", extra + 8))
        out.writelines(noise(3 * width * height))
        out.write(lists + struct.pack("<3HH", 8, 8, 8, 0))
        out.write(struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<I", 0))


def wav(path, size):
    """Writes a sound of `size` bytes of noise: two channels of 16 bits, 44,100 a second."""
    with open(path, "wb") as out:
        out.write(b"RIFF" + struct.pack("<I", size + 36) + b"WAVEfmt "
                  + struct.pack("<IHHIIHH", 16, 1, 2, 44_100, 176_400, 4, 16)
                  + b"data" + struct.pack("<I", size))
        out.writelines(noise(size))


def mp4(path, size):
    """Writes an MP4 of `size` bytes of sound that is not compressed, its `moov` first as for the web."""
    piece, samples = 176_400, size // 4
    count = -(-size // piece)

    def box(kind, *content):
        data = b"".join(content)
        return struct.pack(">I4s", len(data) + 8, kind) + data

    def full(kind, *content, flags=0):
        return box(kind, struct.pack(">I", flags), *content)

    matrix = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    last = size - (count - 1) * piece

    def moov(start):
        chunks = struct.pack(f">I{count}I", count, *(start + piece * n for n in range(count)))
        runs = [(1, piece // 4), (count, last // 4)] if last != piece else [(1, piece // 4)]
        table = box(
            b"stbl",
            full(b"stsd", struct.pack(">I", 1), box(
                b"sowt", bytes(6), struct.pack(">H", 1), bytes(8),
                struct.pack(">HHHHI", 2, 16, 0, 0, 44_100 << 16))),
            full(b"stts", struct.pack(">III", 1, samples, 1)),
            full(b"stsc", struct.pack(">I", len(runs)),
                 *(struct.pack(">III", first, each, 1) for first, each in runs)),
            full(b"stsz", struct.pack(">II", 4, samples)), full(b"stco", chunks))
        media = box(
            b"mdia", full(b"mdhd", struct.pack(">IIIIHH", 0, 0, 44_100, samples, 0x55C4, 0)),
            full(b"hdlr", struct.pack(">I4s12x", 0, b"soun"), b"sound\0"),
            box(b"minf", full(b"smhd", bytes(4)),
                box(b"dinf", full(b"dref", struct.pack(">I", 1), full(b"url ", flags=1))), table))
        header = full(b"tkhd", struct.pack(">IIIII", 0, 0, 1, 0, samples), bytes(8),
                      struct.pack(">HHHH", 0, 0, 0x100, 0), matrix, bytes(8), flags=7)
        movie = full(b"mvhd", struct.pack(">IIIIIH", 0, 0, 44_100, samples, 0x10000, 0x100),
                     bytes(10), matrix, bytes(24), struct.pack(">I", 2))
        return box(b"moov", movie, box(b"trak", header, media))

    kind = box(b"ftyp", b"isom", struct.pack(">I", 512), b"isommp42")
    start = len(kind) + len(moov(0)) + 8
    with open(path, "wb") as out:
        out.write(kind + moov(start) + struct.pack(">I4s", size + 8, b"mdat"))
        out.writelines(noise(size))
