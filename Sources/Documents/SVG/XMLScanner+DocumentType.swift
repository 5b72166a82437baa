extension XMLScanner {
  /// The document type declaration (XML §2.8), which is passed over: what it defines is not used.
  mutating func documentType() throws(DocumentError) -> XMLToken {
    hasDocumentType = true
    reader.skip(9)
    guard try reader.peek()?.isXMLSpace != false else {
      throw broken("a declaration that has no place here")
    }
    while let byte = try reader.next() {
      switch byte {
      case UInt8(ascii: ">"): return .documentType
      case 0x22, 0x27:
        let name = try quoted(byte)
        isXHTML = isXHTML || XHTMLEntities.isDefined(by: name)
      case UInt8(ascii: "["):
        hasSubset = true
        try subset()
        try reader.skip(while: \.isXMLSpace)
        try take(UInt8(ascii: ">"), or: "a document type that goes on behind its definitions")
        return .documentType
      case UInt8(ascii: "<"): throw broken("< in a document type")
      default: continue
      }
    }
    throw truncated()
  }

  private mutating func subset() throws(DocumentError) {
    while let byte = try reader.peek() {
      if byte == UInt8(ascii: "]") {
        reader.skip(1)
        return
      }
      if try reader.follows("<!--") {
        reader.skip(4)
        try close("-->")
      } else if try reader.follows("<?") {
        reader.skip(2)
        try close("?>")
      } else {
        reader.skip(1)
        if byte == 0x22 || byte == 0x27 { try closeQuote(byte) }
      }
    }
    throw truncated()
  }

  /// Reads a text in quotes, of which as much is handed out as a public name is long.
  private mutating func quoted(_ quote: UInt8) throws(DocumentError) -> String {
    var text: [UInt8] = []
    while let byte = try reader.next() {
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      if text.count < 64 { text.append(byte) }
    }
    throw truncated()
  }

  private mutating func closeQuote(_ quote: UInt8) throws(DocumentError) {
    guard try reader.skip(to: quote) else { throw truncated() }
    reader.skip(1)
  }

  private mutating func close(_ end: StaticString) throws(DocumentError) {
    let first = unsafe end.utf8Start.pointee
    while try reader.skip(to: first) {
      if try reader.follows(end) {
        reader.skip(end.utf8CodeUnitCount)
        return
      }
      reader.skip(1)
    }
    throw truncated()
  }
}
