import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Takes an XML document apart (XML 1.0, fifth edition), and finds it not well-formed where it is
/// not: names, quotes, nesting, references, characters.
///
/// It is written for drawings of any size. Attribute values of many megabytes are common in them,
/// and a parser that hands over whole tokens holds each of these in memory; here memory stays at
/// one block and the names of the open elements. No document type is read and no entity resolved.
struct XMLScanner {
  var reader: MarkupReader
  /// Where the token that was read last begins.
  private(set) var tokenStart = 0
  /// Names and namespaces of the start tag that was read last.
  var names: [UInt8] = []
  /// Name of that tag.
  var name = XMLName(prefix: 0..<0, local: 0..<0)
  /// Its attributes.
  var attributes: [XMLAttribute] = []
  /// Names of the open elements, one behind the other, and where each begins.
  private var open: [UInt8] = []
  private var marks: [Int] = []
  /// Whether text must be UTF-8; else its bytes above 0x7F are not looked at.
  let isUTF8: Bool
  /// How many bytes of each attribute value are kept, as written; without it, only the names of
  /// namespaces are.
  var keptValue = 0
  /// Whether there is a document type declaration, one with definitions of its own, a reference
  /// to an entity that only such definitions can give.
  var hasDocumentType = false
  var hasSubset = false
  var hasEntities = false
  /// Whether the document type is one of XHTML, whose entities every reader knows.
  var isXHTML = false

  /// Begins at `start`, behind a byte order mark and an XML declaration.
  init(_ source: ByteSource, from start: Int, isUTF8: Bool) {
    reader = MarkupReader(source, ByteRange(start..<max(start, source.size)))
    self.isUTF8 = isUTF8
  }

  /// How many elements are open.
  var depth: Int { marks.count }

  /// The token that was read last, in the file.
  var tokenRange: ByteRange { ByteRange(tokenStart..<reader.offset) ?? ByteRange(first: 0) }

  /// The bytes of a part of a name.
  func bytes(_ part: Range<Int>) -> ArraySlice<UInt8> { names[part] }

  /// The next token.
  mutating func next() throws(DocumentError) -> XMLToken {
    tokenStart = reader.offset
    switch try reader.peek() {
    case nil:
      guard marks.isEmpty else { throw truncated() }
      return .documentEnd
    case UInt8(ascii: "<"): return try markup()
    case UInt8(ascii: "&"):
      guard depth > 0 else { throw broken("a reference outside the root element") }
      try reference()
      return .reference
    default: return try text()
    }
  }

  private mutating func text() throws(DocumentError) -> XMLToken {
    try reader.skip(while: \.isXMLSpace)
    if let byte = try reader.peek(), byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&") {
      guard depth > 0 else { throw broken("text outside the root element") }
    } else {
      return .space
    }
    while true {
      try characters(until: UInt8(ascii: "]"))
      guard try reader.peek() == UInt8(ascii: "]") else { return .text }
      guard try !reader.follows("]]>") else { throw broken("]]> in text") }
      reader.skip(1)
    }
  }

  private mutating func markup() throws(DocumentError) -> XMLToken {
    switch try reader.peek(1) {
    case nil: throw truncated()
    case UInt8(ascii: "/"):
      try endTag()
      return .end
    case UInt8(ascii: "?"): return try instruction()
    case UInt8(ascii: "!"):
      if try reader.follows("<!--") { return try comment() }
      if depth > 0, try reader.follows("<![CDATA[") { return try section() }
      if depth == 0, !hasDocumentType, try reader.follows("<!DOCTYPE") {
        return try documentType()
      }
      throw broken("a declaration that has no place here")
    default:
      let isEmpty = try startTag()
      if !isEmpty {
        guard depth < SVGLimits.maximumDepth else {
          throw limit("elements are nested deeper than \(SVGLimits.maximumDepth)")
        }
        marks.append(open.count)
        open += names[name.whole]
      }
      return .start(isEmpty: isEmpty)
    }
  }

  private mutating func endTag() throws(DocumentError) {
    guard let mark = marks.popLast() else { throw broken("an end tag without a start tag") }
    reader.skip(2)
    for index in mark..<open.count {
      guard let byte = try reader.next() else { throw truncated() }
      guard byte == open[index] else { throw broken("an end tag of another element") }
    }
    open.removeLast(open.count - mark)
    try reader.skip(while: \.isXMLSpace)
    try take(UInt8(ascii: ">"), or: "an end tag of another element")
  }

  private mutating func comment() throws(DocumentError) -> XMLToken {
    reader.skip(4)
    while true {
      try section(until: UInt8(ascii: "-"))
      if try reader.follows("--") {
        guard try reader.follows("-->") else {
          if try reader.peek(2) == nil { throw truncated() }
          throw broken("-- in a comment")
        }
        reader.skip(3)
        return .section
      }
      reader.skip(1)
    }
  }

  private mutating func section() throws(DocumentError) -> XMLToken {
    reader.skip(9)
    while true {
      try section(until: UInt8(ascii: "]"))
      if try reader.follows("]]>") {
        reader.skip(3)
        return .section
      }
      reader.skip(1)
    }
  }

  private mutating func instruction() throws(DocumentError) -> XMLToken {
    reader.skip(2)
    names.removeAll(keepingCapacity: true)
    let target = try takeName()
    guard !names[target.whole].map(\.lowercased).elementsEqual("xml".utf8) else {
      throw broken("an XML declaration that is not at the start")
    }
    guard let byte = try reader.peek() else { throw truncated() }
    guard byte.isXMLSpace || byte == UInt8(ascii: "?") else {
      throw broken("a processing instruction without white space behind its target")
    }
    while true {
      try section(until: UInt8(ascii: "?"))
      if try reader.follows("?>") {
        reader.skip(2)
        return .section
      }
      reader.skip(1)
    }
  }

  /// Moves to `stop`, over characters that mean nothing here.
  private mutating func section(until stop: UInt8) throws(DocumentError) {
    repeat {
      try characters(until: stop)
      guard let byte = try reader.peek() else { throw truncated() }
      if byte == stop { return }
      reader.skip(1)
    } while true
  }
}

extension XMLScanner {
  /// The file breaks off.
  func truncated() -> DocumentError {
    .malformed(
      code: SVGCode.truncated.code, Malformed("the file ends inside an element", at: reader.offset))
  }

  /// The file is not well-formed.
  func broken(_ reason: String, at offset: Int? = nil) -> DocumentError {
    .malformed(code: SVGCode.structure.code, Malformed(reason, at: offset ?? reader.offset))
  }

  /// The file goes beyond a limit.
  func limit(_ reason: String) -> DocumentError {
    .malformed(code: SVGCode.limit.code, Malformed(reason, at: reader.offset))
  }
}
