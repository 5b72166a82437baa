import BroadsealBytes

/// The part of PDF/A that a document says it follows (ISO 19005).
struct PDFConformance: Hashable, Sendable {
  /// 1, 2, 3 or 4; 0 when it says PDF/A and no part that can be read.
  let part: Int
  /// Level in upper case: A, B, U, E, F; empty when there is none.
  let level: String

  /// Name of the PDF/A identification schema, without the solidus that some writers leave out.
  private static let schema = "http://www.aiim.org/pdfa/ns/id"

  /// Whether the part lets any file be embedded: PDF/A-3 and PDF/A-4f.
  var allowsEmbedding: Bool { part == 3 || (part == 4 && level == "F") }

  /// `A-2B`, `A-4F`.
  var name: String { part == 0 ? "A" : "A-\(part)\(level)" }

  /// Why nothing is embedded; a part that nobody knows is no part by name.
  var code: PDFCode {
    switch name {
    case "A-1A": .archive1A
    case "A-1B": .archive1B
    case "A-2A": .archive2A
    case "A-2B": .archive2B
    case "A-2U": .archive2U
    case "A-4": .archive4
    case "A-4E": .archive4E
    default: .archive
    }
  }

  /// Reads `pdfaid:part` and `pdfaid:conformance` from an XMP packet; nil when it has no word of
  /// the PDF/A identification schema.
  init?(xmp bytes: [UInt8]) {
    // UTF-16 and UTF-32 packets become readable without their zero bytes: all names are ASCII.
    let text = bytes.filter { $0 != 0 }[...]
    guard PDFConformance.find(PDFConformance.schema, in: text) != nil else { return nil }
    let prefix = PDFConformance.prefix(in: text) ?? Array("pdfaid".utf8)
    part = PDFConformance.property("part", prefix: prefix, in: text).flatMap { Int($0) } ?? 0
    level = PDFConformance.property("conformance", prefix: prefix, in: text)?.uppercased() ?? ""
  }

  /// The prefix that is bound to the schema: `xmlns:prefix="…"`.
  private static func prefix(in text: ArraySlice<UInt8>) -> [UInt8]? {
    var rest = text
    while let found = find("xmlns:", in: rest) {
      rest = rest[(found + 6)...]
      let name = Array(rest.prefix { $0 != UInt8(ascii: "=") && !PDFLexer.isSpace($0) })
      let value = rest.dropFirst(name.count).drop { byte in
        byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
          || PDFLexer.isSpace(byte)
      }
      if value.starts(with: schema.utf8) { return name }
    }
    return nil
  }

  /// The first value of `prefix:name`, written as an attribute or as an element.
  private static func property(
    _ name: String, prefix: [UInt8], in text: ArraySlice<UInt8>
  ) -> String? {
    let word = String(decoding: prefix, as: UTF8.self) + ":" + name
    var rest = text
    while let found = find(word, in: rest) {
      rest = rest[(found + word.utf8.count)...]
      var value = rest.drop(while: PDFLexer.isSpace)
      let opening = value.first
      if opening == UInt8(ascii: "=") {
        value = value.dropFirst().drop(while: PDFLexer.isSpace).dropFirst()
      } else if opening == UInt8(ascii: ">") {
        value = value.dropFirst().drop(while: PDFLexer.isSpace)
      } else {
        continue
      }
      let letters = value.prefix { byte in
        Hex.value(of: byte) != nil || (UInt8(ascii: "A")...UInt8(ascii: "z")).contains(byte)
      }
      if !letters.isEmpty { return String(decoding: letters, as: UTF8.self) }
    }
    return nil
  }

  /// Index of the first `word` in `text`.
  private static func find(_ word: String, in text: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    guard let first = word.first else { return nil }
    var rest = text
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: word) { return start }
      rest = rest[(start + 1)...]
    }
    return nil
  }
}

extension PDFConformance {
  /// Reads the metadata stream of the catalog; nil for a document that is not PDF/A.
  static func read(
    _ catalog: PDFPart, through resolver: inout PDFResolver
  ) throws(DocumentError) -> PDFConformance? {
    guard let reference = catalog["Metadata"]?.object.reference,
      let object = try resolver.object(reference), let data = object.data
    else { return nil }
    return PDFConformance(
      xmp: try resolver.decoded(object, data, limit: PDFLimits.maximumMetadataSize))
  }
}
