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
        var reader = MarkupReader(source, part)
        if try reader.skip(to: 0) { return note("the head holds NUL", at: reader.offset) }
      }
      offset = stores.first { $0.start == end }?.end ?? end
    }
    var reader = MarkupReader(source)
    if try reader.skip(to: 0x1B) { return note("the document holds ESC", at: reader.offset) }
    return try shift(source, head, stores)
  }

  /// Why a browser could read the document in another encoding once a store stands in its head; nil when it cannot.
  ///
  /// A store takes the rest of the document out of the reach in which browsers look for its encoding. So either the
  /// encoding is declared before the store, for every way to look for it, or there is nothing to find behind it, and
  /// nothing but ASCII in the document.
  private static func shift(
    _ source: ByteSource, _ head: HTMLHead, _ stores: [ByteRange]
  ) throws(DocumentError) -> Note? {
    let place = stores.reduce(head.place) { min($0, $1.start) }
    var start: [UInt8] = []
    var offset = 0
    for store in stores + [ByteRange(start: source.size, length: 0)].compactMap(\.self)
    where start.count < HTMLPrescan.reach && store.start >= offset {
      let length = min(HTMLPrescan.reach - start.count, store.start - offset)
      if let part = ByteRange(start: offset, length: length) { start += try source.bytes(part) }
      offset = store.end
    }
    // A byte order mark is stronger than any label.
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return nil }
    let behind = start.dropFirst(place)
    let filler = [UInt8](repeating: UInt8(ascii: "A"), count: HTMLPrescan.reach)
    let (unsigned, signed) = (
      HTMLPrescan(start).labels,
      HTMLPrescan(start.prefix(place) + HTMLStoreElement.prefix + filler).labels
    )
    guard unsigned == signed else {
      return note("with a label in it browsers would not find the encoding that they find now")
    }
    if let label = signed.first, signed.count == 1, HTMLPrescan.known.contains(label),
      head.encodings.first == label
    {
      return nil
    }
    if HTMLPrescan.holdsMeta(behind), try namesCharset(source, from: place) {
      return note("browsers may find an encoding behind the head")
    }
    var reader = MarkupReader(source)
    try reader.skip { $0 < 0x80 }
    guard try reader.peek() != nil else { return nil }
    return note(
      "no encoding is declared where every browser looks for it, and not all is ASCII",
      at: reader.offset)
  }

  /// Whether the word `charset` stands at `offset` or behind it, in any case.
  private static func namesCharset(
    _ source: ByteSource, from offset: Int
  ) throws(DocumentError) -> Bool {
    var reader = MarkupReader(source, ByteRange(offset..<max(offset, source.size)))
    while try reader.peek() != nil {
      try reader.skip { $0.lowercased != UInt8(ascii: "c") }
      if try reader.stands("charset") { return true }
      reader.skip(1)
    }
    return false
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
