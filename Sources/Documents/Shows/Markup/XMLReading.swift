import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Reads an XML document token by token, with names in their namespaces and values decoded.
///
/// What it stands on is strict (`XMLScanner`): a document that two programs could read in two ways
/// throws, and whoever asks says that it was not read.
struct XMLReading {
  /// The name of an element.
  struct Name: Hashable {
    let vocabulary: XMLVocabulary
    let local: String

    init(_ vocabulary: XMLVocabulary, _ local: String) {
      self.vocabulary = vocabulary
      self.local = local
    }
  }

  /// What was read.
  enum Event {
    /// A start tag, of which `name` and the attributes speak until the next event.
    case start(isEmpty: Bool)
    /// An end tag, of the element that `name` says.
    case end
    /// Text, which `text` holds.
    case text
    /// A comment, a processing instruction or a document type.
    case aside
    /// The end of the document.
    case over
  }

  private let source: ByteSource
  private var scanner: XMLScanner
  private var open: [Name] = []
  private var bindings: [(depth: Int, prefix: [UInt8], vocabulary: XMLVocabulary)] = []

  /// The element of the last start or end tag.
  private(set) var name = Name(.none, "")
  /// The text that was read last, decoded, in UTF-8.
  private(set) var text: [UInt8] = []
  /// Text that is not handed out yet.
  private var rest: Range<Int>?
  /// Where the text begins that was read last; nil when something else was.
  private var textStart: Int?
  /// Whether a style sheet is named in front of the root element.
  private(set) var hasStylesheet = false
  /// Whether a program of Office is named that opens the document.
  private(set) var namesProgram = false
  /// Whether the document type defines anything of its own.
  var hasDefinitions: Bool { scanner.hasSubset }
  /// Whether an entity stands that only a document type can define.
  var hasEntities: Bool { scanner.hasEntities }

  /// Most bytes of one text that are looked at together; a longer one comes in several events.
  static let longestText = 1 << 20

  /// Begins with `source`; throws when its encoding cannot be read.
  init(_ source: ByteSource) throws(DocumentError) {
    let declaration = try XMLDeclaration(source)
    let encoding = declaration.encoding ?? "utf-8"
    let isUTF8 = encoding == "utf-8" || encoding == "utf8" || encoding == "us-ascii"
    guard declaration.isSound, isUTF8 || HTMLEncoding.isKnown(encoding) else {
      throw .malformed(
        code: ShowCode.xmlUnread.code, Malformed("a declaration that is not read here", at: 0))
    }
    self.source = source
    scanner = XMLScanner(source, from: declaration.end, isUTF8: isUTF8)
    scanner.keptValue = ShowLimits.value
  }

  /// Begins with the bytes of a part of a package, in UTF-8 or UTF-16.
  init(part bytes: [UInt8]) throws(DocumentError) {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else {
      try self.init(ByteSource(bytes: bytes))
      return
    }
    guard var text = XMLText(bytes)?.utf8 else {
      throw .malformed(code: ShowCode.xmlUnread.code, Malformed("damaged UTF-16", at: 0))
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    // It was in UTF-16, whatever encoding it declares now.
    if text.starts(with: "<?xml".utf8), let end = text[...].firstIndex(of: "?>") {
      text.removeFirst(end + 2)
    }
    try self.init(ByteSource(bytes: text))
  }

  /// How many elements are open, the one that was just opened too.
  var depth: Int { open.count }

  /// Where the last token stands, or the last piece of a long one.
  var offset: Int { textStart ?? scanner.tokenStart }

  /// The element around the one that was read last.
  func ancestor(_ steps: Int) -> Name? {
    let index = open.count - 1 - steps
    return index >= 0 ? open[index] : nil
  }

  /// Whether an element is open around what was read last.
  func isInside(_ vocabulary: XMLVocabulary, _ local: String) -> Bool {
    open.contains(Name(vocabulary, local))
  }

  /// Whether any element of `vocabulary` is open around what was read last.
  func isInside(_ vocabulary: XMLVocabulary) -> Bool {
    open.contains { $0.vocabulary == vocabulary }
  }

  /// The next event.
  mutating func next() throws(DocumentError) -> Event {
    if let rest { return try hand(out: rest) }
    textStart = nil
    switch try scanner.next() {
    case .start(let isEmpty):
      try begin(isEmpty: isEmpty)
      return .start(isEmpty: isEmpty)
    case .end:
      name = open.popLast() ?? Name(.none, "")
      close()
      return .end
    case .space:
      text = [0x20]
      return .text
    case .text: return try hand(out: scanner.tokenRange.start..<scanner.tokenRange.end)
    case .reference:
      text = XMLReading.decoded(try source.bytes(scanner.tokenRange)[...])
      return .text
    case .section: return try section()
    case .documentType:
      // Definitions that stand elsewhere are taken by programs that validate.
      return .aside
    case .documentEnd: return .over
    }
  }

  /// An empty element is closed by whoever reads on: its declarations end with it.
  private mutating func begin(isEmpty: Bool) throws(DocumentError) {
    let depth = open.count
    // Of the element before, when that was empty.
    while let last = bindings.last, last.depth > depth { bindings.removeLast() }
    for attribute in scanner.attributes {
      let (prefix, local) = (
        scanner.bytes(attribute.name.prefix), scanner.bytes(attribute.name.local)
      )
      guard XMLName.isDeclaration(prefix, local) else { continue }
      guard bindings.count < SVGLimits.maximumNamespaces else {
        throw scanner.limit("more than \(SVGLimits.maximumNamespaces) namespaces")
      }
      let value = XMLReading.decoded(scanner.bytes(attribute.value))
      bindings.append(
        (depth + 1, prefix.isEmpty ? [] : Array(local), XMLVocabulary(value)))
    }
    let written = scanner.name
    name = Name(
      try vocabulary(of: scanner.bytes(written.prefix)),
      String(decoding: scanner.bytes(written.local), as: UTF8.self))
    if !isEmpty { open.append(name) }
  }

  private mutating func close() {
    while let last = bindings.last, last.depth > open.count { bindings.removeLast() }
  }

  private func vocabulary(of prefix: ArraySlice<UInt8>) throws(DocumentError) -> XMLVocabulary {
    if let found = bindings.last(where: { $0.prefix.elementsEqual(prefix) }) {
      return found.vocabulary
    }
    guard prefix.isEmpty || prefix.elementsEqual("xml".utf8) else {
      throw scanner.broken("a prefix that stands for no namespace")
    }
    return prefix.isEmpty ? .none : .other
  }

  private mutating func section() throws(DocumentError) -> Event {
    let range = scanner.tokenRange
    let start = try source.bytes(
      ByteRange(start: range.start, length: min(range.length, 16)) ?? range)
    if start.starts(with: "<![CDATA[".utf8) {
      return try hand(out: range.start + 9..<range.end - 3)
    }
    if start.starts(with: "<?xml-stylesheet".utf8) { hasStylesheet = true }
    if start.starts(with: "<?mso-applicatio".utf8) { namesProgram = true }
    text = []
    return .aside
  }

  /// Hands out the text at `range`, or as much as is looked at together, and keeps the rest.
  private mutating func hand(out range: Range<Int>) throws(DocumentError) -> Event {
    let length = min(range.count, XMLReading.longestText)
    guard let window = ByteRange(start: range.lowerBound, length: length) else { return .aside }
    text = try source.bytes(window)
    if length < range.count { text = Array(text[...].wholeBeginning) }
    textStart = range.lowerBound
    let next = range.lowerBound + text.count
    rest = next < range.upperBound ? next..<range.upperBound : nil
    return .text
  }
}

extension XMLReading {
  /// The value of an attribute of the start tag that was read last, decoded; nil when it has none.
  func value(_ local: StaticString, _ vocabulary: XMLVocabulary = .none) -> String? {
    for attribute in scanner.attributes where isNamed(attribute, local, vocabulary) {
      return text(of: attribute)
    }
    return nil
  }

  /// Every attribute of the start tag that was read last and is no declaration.
  func attributes() -> [(vocabulary: XMLVocabulary, name: String, value: String)] {
    scanner.attributes.compactMap { attribute in
      let prefix = scanner.bytes(attribute.name.prefix)
      let local = scanner.bytes(attribute.name.local)
      guard !XMLName.isDeclaration(prefix, local) else { return nil }
      let known = prefix.isEmpty ? XMLVocabulary.none : (try? vocabulary(of: prefix)) ?? .other
      return (known, String(decoding: local, as: UTF8.self), text(of: attribute))
    }
  }

  private func isNamed(
    _ attribute: XMLAttribute, _ local: StaticString, _ wanted: XMLVocabulary
  ) -> Bool {
    let name = scanner.bytes(attribute.name.local)
    guard name.count == local.utf8CodeUnitCount, name.elementsEqual("\(local)".utf8) else {
      return false
    }
    let prefix = scanner.bytes(attribute.name.prefix)
    if prefix.isEmpty { return wanted == .none }
    return wanted != .none && (try? vocabulary(of: prefix)) == wanted
  }

  private func text(of attribute: XMLAttribute) -> String {
    String(decoding: XMLReading.decoded(scanner.bytes(attribute.value)), as: UTF8.self)
  }

  /// `text` with references to characters, and to the entities of XML and XHTML, replaced.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var decoded: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "&"),
        let end = rest.prefix(64).firstIndex(of: UInt8(ascii: ";")),
        case let name = String(decoding: rest[..<end], as: UTF8.self),
        let scalar = XMLReference.scalar(name[...]) ?? XHTMLEntities.scalar(name)
      else {
        decoded.append(byte)
        continue
      }
      decoded += Array(String(Character(scalar)).utf8)
      rest = rest[(end + 1)...]
    }
    return decoded
  }
}
