import BroadsealBytes
import BroadsealFiles

/// The first bytes of a file, as they are looked at to learn its format.
struct Beginning: Sendable {
  /// The bytes.
  let head: ArraySlice<UInt8>
  /// The bytes behind an ID3 tag, which sound files of several formats begin with; empty without one.
  let behindTag: ArraySlice<UInt8>

  /// Reads the start of `source`.
  init(of source: ByteSource) throws(SourceError) {
    head = try source.part(from: 0, length: Beginning.size)
    behindTag =
      if let tag = ID3Tag.length(in: head) {
        try source.part(from: tag, length: Beginning.sizeBehindTag)
      } else { [] }
  }

  private static let size = 4_096
  private static let sizeBehindTag = 16
}

/// The start of a text.
struct TextBeginning: Sendable {
  /// The bytes.
  let head: ArraySlice<UInt8>
  /// The first letters behind white space and a mark of the byte order, in lower case.
  let opening: String

  /// Looks at `head`; nil for nothing, and for bytes that stand in no text.
  init?(_ head: ArraySlice<UInt8>) {
    guard !head.isEmpty, head.allSatisfy({ $0 >= 0x20 || (0x08...0x0D).contains($0) || $0 == 0x1B })
    else { return nil }
    self.head = head
    let start = head.drop { [0xEF, 0xBB, 0xBF, 0x09, 0x0A, 0x0D, 0x20].contains($0) }
    opening = String(decoding: start.prefix(512), as: UTF8.self).lowercased()
  }

  /// Looks at text of two bytes a character (UTF-16), with a mark of their order or without one; nil for
  /// anything else.
  init?(wide head: ArraySlice<UInt8>) {
    let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0x3C, 0], [0, 0x3C]]
    guard marks.contains(where: { head.starts(with: $0) }) else { return nil }
    self.init(head.filter { $0 != 0 && $0 < 0xFE }[...])
  }

  /// Whether it begins with one of `words`.
  func begins(with words: String...) -> Bool { words.contains { opening.hasPrefix($0) } }

  /// Whether it begins as XML may: with a declaration, a comment or a document type.
  var isMarkup: Bool { begins(with: "<?xml", "<!--", "<!doctype svg") }
}

/// The tag that sound files of several formats may begin with (ID3v2.4 §3.1).
enum ID3Tag {
  /// Length of its header.
  static let headerLength = 10

  /// Length of the tag that `head` begins with, header and footer included; nil when there is none.
  static func length(in head: ArraySlice<UInt8>) -> Int? {
    let header = Array(head.prefix(headerLength))
    guard header.count == headerLength, header.starts(with: "ID3".utf8),
      header[6...].allSatisfy({ $0 < 0x80 })
    else { return nil }
    let size = header[6...].reduce(0) { $0 << 7 | Int($1) }
    let hasFooter = header[5] & 0x10 != 0
    return headerLength + size + (hasFooter ? headerLength : 0)
  }
}
