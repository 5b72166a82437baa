import BroadsealBytes
import BroadsealFiles

/// Takes an HTML document apart into tokens, byte for byte after the tokenization states of the
/// HTML standard (§13.2.5); bytes that are not ASCII never end or begin anything.
struct HTMLTokenizer {
  var reader: MarkupReader
  /// Where the token that was read last begins.
  private(set) var tokenStart = 0
  /// Whether tags come with every attribute, and how many bytes of each value are kept.
  var keepsAll = false
  var keptValue = HTMLLimits.maximumValueLength

  /// Begins after a byte order mark, if there is one.
  init(_ source: ByteSource) throws(DocumentError) {
    reader = MarkupReader(source)
    if try reader.peek() == 0xEF, try reader.peek(1) == 0xBB, try reader.peek(2) == 0xBF {
      reader.skip(3)
    }
  }

  /// Begins with `range`, and ends with it.
  init(_ source: ByteSource, _ range: ByteRange) {
    reader = MarkupReader(source, range)
  }

  /// The next token. After the start tag of an element with raw text, `skipText` must follow.
  mutating func next() throws(DocumentError) -> HTMLToken {
    tokenStart = reader.offset
    guard let byte = try reader.peek() else { return .documentEnd }
    if byte.isMarkupSpace {
      try reader.skip(while: \.isMarkupSpace)
      return .space
    }
    if byte == UInt8(ascii: "&"), let length = try lengthOfEscapedSpace() {
      reader.skip(length)
      return .escapedSpace
    }
    guard byte == UInt8(ascii: "<"), let second = try reader.peek(1) else { return text() }
    switch second {
    case UInt8(ascii: "!"): return try markupDeclaration()
    case UInt8(ascii: "?"): return try bogusComment()
    case UInt8(ascii: "/"):
      guard let third = try reader.peek(2) else { return text() }
      if third.isLetter {
        reader.skip(2)
        return try tag().map(HTMLToken.end) ?? .documentEnd
      }
      return try bogusComment()
    case let letter where letter.isLetter:
      reader.skip(1)
      return try tag().map(HTMLToken.start) ?? .documentEnd
    default: return text()
    }
  }

  private mutating func text() -> HTMLToken {
    reader.skip(1)
    return .text
  }

  /// Length of the reference to white space that begins here; nil when there is none.
  private mutating func lengthOfEscapedSpace() throws(DocumentError) -> Int? {
    var text: [UInt8] = []
    while text.count < HTMLLimits.maximumNameLength, let byte = try reader.peek(text.count + 1) {
      text.append(byte)
    }
    guard let (character, length) = HTMLCharacterReference.character(at: text[...]),
      character.isMarkupSpace
    else { return nil }
    return length + 1
  }

  /// To the first `>`, or the end: also for a document type, whose quotes do not hide it.
  private mutating func bogusComment() throws(DocumentError) -> HTMLToken {
    guard try reader.skip(to: UInt8(ascii: ">")) else { return .documentEnd }
    reader.skip(1)
    return .nothing
  }

  /// A comment (§13.2.5.42 to .54), or what is passed over in the same way. A CDATA section is one
  /// only in foreign content, which no head has.
  private mutating func markupDeclaration() throws(DocumentError) -> HTMLToken {
    guard try reader.stands("--", ahead: 2) else { return try bogusComment() }
    reader.skip(4)
    // `<!-->` and `<!--->` are whole comments.
    if try reader.stands(">") {
      reader.skip(1)
      return .nothing
    }
    if try reader.stands("->") {
      reader.skip(2)
      return .nothing
    }
    while try reader.skip(to: UInt8(ascii: "-")) {
      if try reader.stands("-->") {
        reader.skip(3)
        return .nothing
      }
      if try reader.stands("--!>") {
        reader.skip(4)
        return .nothing
      }
      reader.skip(1)
    }
    return .documentEnd
  }

  /// The rest of a tag from its name on; nil when the document ends before its `>`.
  mutating func tag() throws(DocumentError) -> HTMLTag? {
    let first = tokenStart
    var name: [UInt8] = []
    while let byte = try reader.peek(), !byte.isMarkupSpace, byte != UInt8(ascii: "/"),
      byte != UInt8(ascii: ">")
    {
      if name.count <= HTMLLimits.maximumNameLength { name.append(byte.lowercased) }
      reader.skip(1)
    }
    guard let attributes = try attributes(), let range = ByteRange(first..<reader.offset) else {
      return nil
    }
    return HTMLTag(
      name: String(decoding: name, as: UTF8.self), attributes: attributes, range: range)
  }

  /// Takes `offset`, or else the next byte, for the start of the token that was read last.
  mutating func beginToken(at offset: Int? = nil) { tokenStart = offset ?? reader.offset }
}
