import BroadsealBytes
import BroadsealCompression
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealVerifying
import TestSupport
import Testing

/// Unsigned traces of AI, each where a kind of picture, film, font or drawing keeps it.
@Suite("Hints in pictures")
struct PictureHintTests {
  private static let vocabulary =
    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
  private static let packet =
    #"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF "#
    + #"xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" "#
    + #"xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"><rdf:Description "#
    + #"Iptc4xmpExt:AISystemUsed="a model"/></rdf:RDF></x:xmpmeta>"#
  private static let label = #"{"AIGC":{"Label":"1","ContentProducer":"a model","ProduceID":"7"}}"#
  private static let parameters =
    "a river\nNegative prompt: rain\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42"

  private static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }
  private static func wide(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [0, UInt8($0 & 0xFF)] }
  }

  // MARK: Where each kind keeps it

  private static func png(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let data = utf8(type) + content
    let chunk =
      MediaFile.number(UInt32(content.count)) + data + MediaFile.number(CRC32.of(data))
    return Array(SmallPicture.png.prefix(33)) + chunk + SmallPicture.png.dropFirst(33)
  }

  /// Deflated without compression, in the wrapper of zlib (RFC 1950, RFC 1951 §3.2.4).
  private static func stored(_ text: [UInt8]) -> [UInt8] {
    let count = UInt16(text.count)
    var (low, high) = (1, 0)
    for byte in text {
      low = (low + Int(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return [0x78, 0x01, 0x01] + RIFFFile.little(count) + RIFFFile.little(~count) + text
      + MediaFile.number(UInt32(high << 16 | low))
  }

  private static func jpeg(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    let segment = [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
    return SmallPicture.jpeg[..<20] + segment + SmallPicture.jpeg[20...]
  }

  private static func gif(_ block: [UInt8]) -> [UInt8] {
    Array(SmallPicture.gif.prefix(19)) + block + SmallPicture.gif.dropFirst(19)
  }

  /// XMP in a GIF stands there as it is; numbers that count down bring readers of blocks to its end
  /// (XMP part 3 §1.1.2).
  private static let gifPacket: [UInt8] =
    [0x21, 0xFF, 11] + utf8("XMP DataXMP" + packet) + [1] + (0...255).reversed() + [0]

  private static func tiff(
    _ tag: Int, _ type: Int, _ content: [UInt8], isBig: Bool = false, version: Bool = false
  ) -> [UInt8] {
    var file = TIFFFile()
    file.isBig = isBig
    var page = TIFFFile.pixel
    page.append(TIFFFile.Entry(tag, type, UInt64(content.count), .bytes(content)))
    if version { page.append(TIFFFile.Entry(50_706, 1, 4, .number(0x0401))) }
    file.pages = [page.sorted { $0.tag < $1.tag }]
    return file.bytes
  }

  /// A directory of EXIF below the first, with a comment of its own behind it.
  private static func exif(_ comment: [UInt8]) -> [UInt8] {
    let small = TIFFFile()
    func file(_ place: Int) -> [UInt8] {
      var directory = small.number(1, 2) + small.number(37_510, 2) + small.number(7, 2)
      directory += small.number(comment.count, 4) + small.number(place, 4) + small.number(0, 4)
      var file = TIFFFile()
      file.pages = [
        TIFFFile.pixel + [TIFFFile.Entry(34_665, 4, 1, .offset(of: directory + comment))]
      ]
      return file.bytes
    }
    let draft = file(0)
    let place = draft.indices.first { draft[$0...].starts(with: comment) } ?? 0
    return file(place)
  }

  private static func jxl(_ type: String, _ content: [UInt8]) -> [UInt8] {
    SmallPicture.jxl + MediaFile.box(type, content)
  }

  /// A film with a box before its media, and the places of that media moved with it.
  private static func film(_ box: [UInt8]) -> [UInt8] { MediaFile.film + box }

  private static let xmpBox = MediaFile.box(
    "uuid",
    [
      0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF,
      0xAC,
    ] + utf8(packet))

  /// A name that stands in a `name` table as UTF-16.
  private static let font = SmallFont.font([
    ("glyf", [0x5A, 0x5B, 0x5C]), ("head", [UInt8](repeating: 0, count: 54)),
    ("name", wide(vocabulary)),
  ])

  private static let drawing = utf8(
    """
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"><metadata>\(packet)</metadata><rect/></svg>
    """)

  /// A file, and the code of what is found in it.
  private static let files: [(String, [UInt8], [String])] = [
    ("text.png", png("tEXt", utf8("parameters\0" + parameters)), ["HINT-PARAMETERS"]),
    (
      "international.png", png("iTXt", utf8("Comment\0\0\0\0\0" + vocabulary)), ["HINT-SOURCE-TYPE"]
    ),
    (
      "packet.png", png("iTXt", utf8("XML:com.adobe.xmp\0\0\0\0\0" + packet)), ["HINT-IPTC-AI"]
    ),
    (
      "deflated.png", png("zTXt", utf8("parameters\0\0") + stored(utf8("a river"))),
      ["HINT-PARAMETERS"]
    ),
    (
      "packet-deflated.png",
      png("iTXt", utf8("XML:com.adobe.xmp\0") + [1, 0, 0, 0] + stored(utf8(packet))),
      ["HINT-IPTC-AI"]
    ),
    ("exif.png", png("eXIf", utf8("II*\0UNICODE\0") + wide(parameters)), ["HINT-PARAMETERS"]),
    ("plain.png", png("zTXt", utf8("Comment\0\0") + stored(utf8("three Steps: "))), []),
    ("broken.png", png("zTXt", utf8("parameters\0\0\u{1}\u{2}\u{3}")), []),
    (
      "packet.jpg", jpeg(0xE1, utf8("http://ns.adobe.com/xap/1.0/\0" + packet)), ["HINT-IPTC-AI"]
    ),
    (
      "exif.jpg", jpeg(0xE1, utf8("Exif\0\0MM\0*UNICODE\0") + wide(parameters)),
      ["HINT-PARAMETERS"]
    ),
    ("comment.jpg", jpeg(0xFE, utf8(label)), ["HINT-TC260"]),
    ("iptc.jpg", jpeg(0xED, utf8("Photoshop 3.0\08BIM" + vocabulary)), ["HINT-SOURCE-TYPE"]),
    (
      "comment.gif", gif([0x21, 0xFE, UInt8(label.utf8.count)] + utf8(label) + [0]), ["HINT-TC260"]
    ),
    ("packet.gif", gif(gifPacket), ["HINT-IPTC-AI"]),
    ("packet.tif", tiff(700, 1, utf8(packet)), ["HINT-IPTC-AI"]),
    ("description.tif", tiff(270, 2, utf8(label + "\0")), ["HINT-TC260"]),
    ("big.tif", tiff(700, 1, utf8(vocabulary), isBig: true), ["HINT-SOURCE-TYPE"]),
    ("exif.tif", exif(utf8("UNICODE\0") + wide(parameters)), ["HINT-PARAMETERS"]),
    ("packet.dng", tiff(700, 1, utf8(packet), version: true), ["HINT-IPTC-AI"]),
    ("packet.jxl", jxl("xml ", utf8(packet)), ["HINT-IPTC-AI"]),
    (
      "exif.jxl", jxl("Exif", [0, 0, 0, 0] + utf8("UNICODE\0") + wide(parameters)),
      ["HINT-PARAMETERS"]
    ),
    ("packet.mp4", film(xmpBox), ["HINT-IPTC-AI"]),
    ("names.ttf", font, ["HINT-SOURCE-TYPE"]),
    ("packet.svg", drawing, ["HINT-IPTC-AI"]),
  ]

  private static func verdict(on content: [UInt8], _ name: String) throws -> Verdict {
    let pki = try TestPKI.shared()
    let document = try Document(ByteSource(bytes: content), path: FilePath(name))
    let carrier = try #require(document.carrier)
    let bytes = try TestManifest(pki).embedded(in: content, by: carrier)
    return Verifier(trust: try pki.context(), at: TestPKI.now).session()
      .verify(try Document(ByteSource(bytes: bytes), path: FilePath(name)))
  }

  @Test("What metadata says of AI is found, signed or not", arguments: files)
  func hints(name: String, content: [UInt8], codes: [String]) throws {
    let verdict = try Self.verdict(on: content, name)
    #expect(verdict.integrity == .intact)
    #expect(verdict.ai?.hints.map(\.code.name) == codes)
    #expect(verdict.ai?.status == (codes.isEmpty ? AIUse.Status.noneDeclared : .conflict))
  }

  @Test("Metadata that nobody here can read is said to be there")
  func unread() throws {
    let verdict = try Self.verdict(on: Self.jxl("brob", Self.utf8("xml ") + [0x0B, 2]), "a.jxl")
    #expect(verdict.integrity == .intact && verdict.origin?.status == .official)
    #expect(verdict.findings.map(\.code.name).contains("JXL-METADATA-UNREAD"))
    let plain = try Self.verdict(on: SmallPicture.jxl, "a.jxl")
    #expect(!plain.findings.map(\.code.name).contains("JXL-METADATA-UNREAD"))
  }
}
