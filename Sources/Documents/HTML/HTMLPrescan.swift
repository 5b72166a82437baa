import BroadsealBytes

/// The labels of encodings that a browser finds when it looks at the first bytes of a page before it reads it (HTML
/// standard §13.2.3.2, "prescan a byte stream to determine its encoding").
///
/// That look knows neither head nor body, nor the text of scripts: what stands behind a label in the head is out of
/// its reach once the label is there.
struct HTMLPrescan {
  /// How many bytes browsers look at.
  static let reach = 1_024

  /// The labels in lower case, up to the first that every browser knows. Two pages with the same list are read in
  /// the same encoding, whatever the others in it are.
  private(set) var labels: [String] = []

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Looks at the first bytes of `page`.
  init(_ page: [UInt8]) {
    bytes = page.prefix(HTMLPrescan.reach)
    index = bytes.startIndex
    while labels.last.map(HTMLPrescan.known.contains) != true, step() {}
  }

  /// Whether an element `meta` begins in `part`, in any reading of it.
  static func holdsMeta(_ part: ArraySlice<UInt8>) -> Bool {
    let text = part.map(\.lowercased)
    return text.indices.contains { text[$0...].starts(with: "<meta".utf8) }
  }

  /// Moves over the next tag, comment or byte; false at the end.
  private mutating func step() -> Bool {
    guard let byte = bytes.dropFirst(index).first else { return false }
    guard byte == UInt8(ascii: "<") else {
      index += 1
      return true
    }
    if stands("<!--") { return comment() }
    if stands("<meta"), let next = byteAt(5), next.isMarkupSpace || next == UInt8(ascii: "/") {
      index += 6
      return meta()
    }
    let name = byteAt(1) == UInt8(ascii: "/") ? 2 : 1
    if byteAt(name)?.isLetter == true {
      while let byte = byteAt(0), !byte.isMarkupSpace, byte != UInt8(ascii: ">") { index += 1 }
      while attribute() != nil {}
      return index < bytes.endIndex
    }
    if let second = byteAt(1),
      [UInt8(ascii: "!"), UInt8(ascii: "/"), UInt8(ascii: "?")].contains(second)
    {
      while let byte = byteAt(0), byte != UInt8(ascii: ">") { index += 1 }
      return index < bytes.endIndex
    }
    index += 1
    return true
  }

  /// Moves behind a comment; its dashes may be those that it begins with.
  private mutating func comment() -> Bool {
    index += 2
    while index < bytes.endIndex {
      if stands("-->") {
        index += 3
        return true
      }
      index += 1
    }
    return false
  }

  private mutating func meta() -> Bool {
    var values: [String: [UInt8]] = [:]
    while let (name, value) = attribute() {
      if values[name] == nil { values[name] = value }
    }
    // What breaks off at the end is not looked at.
    guard index < bytes.endIndex else { return false }
    if let label = values["charset"] ?? pragma(values) {
      let trimmed = label.drop(while: \.isMarkupSpace).reversed().drop(while: \.isMarkupSpace)
      labels.append(String(decoding: trimmed.reversed(), as: UTF8.self))
    }
    return true
  }

  /// What the older way of saying it says (§2.3.5, "extracting a character encoding from a `meta` element").
  private func pragma(_ values: [String: [UInt8]]) -> [UInt8]? {
    guard values["http-equiv"]?.elementsEqual("content-type".utf8) == true,
      var rest = values["content"]?[...]
    else { return nil }
    while let start = rest.firstIndex(of: "charset") {
      rest = rest[(start + 7)...].drop(while: \.isMarkupSpace)
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop(while: \.isMarkupSpace)
      if let quote = rest.first, quote == 0x22 || quote == 0x27 {
        guard let end = rest.dropFirst().firstIndex(of: quote) else { return nil }
        return Array(rest[..<end].dropFirst())
      }
      return Array(rest.prefix { !$0.isMarkupSpace && $0 != UInt8(ascii: ";") })
    }
    return nil
  }

  /// The next attribute of a tag, in lower case; nil at its end, where `index` stands on the `>`.
  private mutating func attribute() -> (name: String, value: [UInt8])? {
    while let byte = byteAt(0), byte.isMarkupSpace || byte == UInt8(ascii: "/") { index += 1 }
    guard let first = byteAt(0), first != UInt8(ascii: ">") else { return nil }
    var name: [UInt8] = []
    while let byte = byteAt(0), !byte.isMarkupSpace, byte != UInt8(ascii: "/"),
      byte != UInt8(ascii: ">"), name.isEmpty || byte != UInt8(ascii: "=")
    {
      name.append(byte.lowercased)
      index += 1
    }
    let text = String(decoding: name, as: UTF8.self)
    while byteAt(0)?.isMarkupSpace == true { index += 1 }
    guard byteAt(0) == UInt8(ascii: "=") else { return (text, []) }
    index += 1
    while byteAt(0)?.isMarkupSpace == true { index += 1 }
    var value: [UInt8] = []
    if let quote = byteAt(0), quote == 0x22 || quote == 0x27 {
      index += 1
      while let byte = byteAt(0), byte != quote {
        value.append(byte.lowercased)
        index += 1
      }
      index = min(index + 1, bytes.endIndex)
      return (text, value)
    }
    while let byte = byteAt(0), !byte.isMarkupSpace, byte != UInt8(ascii: ">") {
      value.append(byte.lowercased)
      index += 1
    }
    return (text, value)
  }

  private func byteAt(_ ahead: Int) -> UInt8? {
    index + ahead < bytes.endIndex ? bytes[index + ahead] : nil
  }

  /// Whether the letters of `text`, in lower case, stand here in any case.
  private func stands(_ text: String) -> Bool {
    bytes[index...].prefix(text.utf8.count).map(\.lowercased).elementsEqual(text.utf8)
  }

  /// Labels that every browser knows, written exactly so (Encoding standard §4.2). One that is missing here counts
  /// as one that a browser may not know.
  static let known: Set<String> = {
    var labels: Set<String> = [
      "utf-8", "utf8", "ascii", "us-ascii", "latin1", "shift_jis", "shift-jis", "sjis", "x-sjis",
      "ms_kanji", "windows-31j", "euc-jp", "x-euc-jp", "euc-kr", "ks_c_5601-1987", "windows-949",
      "gbk", "gb2312", "gb18030", "x-gbk", "big5", "big5-hkscs", "koi8-r", "koi8-u", "windows-874",
      "tis-620", "macintosh", "x-mac-cyrillic", "ibm866",
    ]
    for part in Array(1...11) + Array(13...16) { labels.insert("iso-8859-\(part)") }
    for page in 1_250...1_258 { labels.formUnion(["windows-\(page)", "cp\(page)"]) }
    return labels
  }()
}
