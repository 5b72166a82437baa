import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Whether the bytes of an HTML document are its characters as far as ASCII goes.
///
/// In the encodings of the table every byte below 0x80 that can begin or end a tag, a comment or an
/// attribute value stands for itself wherever it occurs. Where that is not so, bytes that look like
/// a store may be something else to a browser.
enum HTMLEncoding {
  /// Code of a document in another encoding.
  static let code = HTMLCode.encoding

  /// Why the bytes of the head cannot be trusted to be its characters; nil when they can.
  static func problem(
    of source: ByteSource, _ head: HTMLHead
  ) throws(DocumentError) -> Note? {
    let opening = try source.opening(XMLDeclaration.maximumLength)
    if opening.starts(with: [0xFF, 0xFE]) || opening.starts(with: [0xFE, 0xFF]) {
      return note("the document is in UTF-16", at: 0)
    }
    if opening.contains(0) { return note("the document holds NUL") }
    for label in head.encodings + [try XMLDeclaration(source).encoding].compactMap(\.self)
    where !isKnown(label) {
      return note("the document declares an encoding that is not read here")
    }
    // No text of HTML has a NUL, and ESC begins the other character sets of ISO-2022.
    let stores = head.stores.compactMap { $0.isScript ? $0.range : nil }
    var offset = 0
    for end in stores.map(\.start) + [head.place] {
      if let part = ByteRange(offset..<max(offset, end)) {
        for (byte, name) in [(UInt8(0), "NUL"), (UInt8(0x1B), "ESC")] {
          var reader = MarkupReader(source, part)
          if try reader.skip(to: byte) { return note("the head holds \(name)", at: reader.offset) }
        }
      }
      offset = stores.first { $0.start == end }?.end ?? end
    }
    return nil
  }

  /// Bytes in which browsers look for a declaration (HTML §13.2.3.2).
  private static let prescan = 1_024

  /// Why browsers could take the page for one in another encoding as soon as a store stands in its head; nil where
  /// they could not.
  ///
  /// Where the first kilobyte says nothing, they look on, into the body too, or guess from the bytes: a store in
  /// front of them moves both.
  static func doubtBehindStore(
    of source: ByteSource, _ head: HTMLHead
  ) throws(DocumentError) -> Note? {
    if try source.opening(3) == [0xEF, 0xBB, 0xBF] { return nil }
    if let end = head.declarationEnd, end <= prescan { return nil }
    var offset = 0
    while offset < source.size {
      guard let part = ByteRange(start: offset, length: min(1 << 20, source.size - offset)) else {
        break
      }
      if try source.bytes(part).contains(where: { $0 >= 0x80 || $0 == 0x1B }) {
        return note(
          "the page does not declare its encoding in its first \(prescan) bytes, and with a label inside it "
            + "browsers could take it for another one")
      }
      offset = part.end
    }
    return nil
  }

  private static func note(_ reason: String, at offset: Int? = nil) -> Note {
    Note(code, reason, at: offset)
  }

  /// Whether `label` is an encoding in which ASCII stands for itself.
  static func isKnown(_ label: String) -> Bool {
    let name = label.filter { $0 != "-" && $0 != "_" }
    return names.contains(name) || families.contains { name.hasPrefix($0) }
  }

  /// Labels of the Encoding standard without their hyphens and underscores.
  private static let names: Set<String> = [
    "utf8", "unicode11utf8", "unicode20utf8", "xunicode20utf8", "ascii", "usascii", "ansix3.41968",
    "latin1", "latin2", "latin3", "latin4", "latin5", "latin6", "l1", "l2", "l3", "l4", "l5", "l6",
    "l9", "arabic", "asmo708", "ecma114", "ecma118", "greek", "greek8", "sungreek", "elot928",
    "cyrillic", "hebrew", "visual", "logical", "turkish", "koi", "koi8", "koi8r", "koi8u", "koi8ru",
    "cskoi8r", "mac", "macintosh", "csmacintosh", "xmacroman", "xmaccyrillic", "xmacukrainian",
    "dos874", "tis620", "ibm819", "cp819", "ibm866", "cp866", "866", "csibm866",
    "shiftjis", "sjis", "xsjis", "mskanji", "ms932", "windows31j", "csshiftjis",
    "eucjp", "xeucjp", "cseucpkdfmtjapanese", "euckr", "cseuckr", "ksc56011987", "ksc5601",
    "ksc56011989", "korean", "csksc56011987", "windows949",
    "gbk", "gb2312", "gb18030", "gb231280", "xgbk", "chinese", "csgb2312", "csiso58gb231280",
    "isoir58", "big5", "big5hkscs", "cnbig5", "csbig5", "xxbig5", "xuserdefined",
  ]
  private static let families = [
    "iso8859", "csiso8859", "csisolatin", "isoir1", "windows125",
    "windows874", "cp125", "xcp125",
  ]
}
