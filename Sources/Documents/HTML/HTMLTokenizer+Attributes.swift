extension HTMLTokenizer {
  /// The attributes of a tag to its `>` (§13.2.5.32 to .40); nil when the document ends before.
  mutating func attributes() throws(DocumentError) -> HTMLAttributes? {
    var found = HTMLAttributes()
    while let byte = try reader.peek() {
      if byte == UInt8(ascii: ">") {
        reader.skip(1)
        return found
      }
      if byte.isMarkupSpace || byte == UInt8(ascii: "/") {
        reader.skip(1)
        found.isSelfClosing = byte == UInt8(ascii: "/")
        continue
      }
      found.isSelfClosing = false
      let name = try attributeName()
      let value = try attributeValue()
      found.add(name, value)
      if keepsAll, found.all.count < HTMLLimits.maximumAttributes { found.keep(name, value) }
    }
    return nil
  }

  /// A name begins with any byte, even `=`.
  private mutating func attributeName() throws(DocumentError) -> [UInt8] {
    var name: [UInt8] = []
    while let byte = try reader.peek(), !byte.isMarkupSpace, byte != UInt8(ascii: "/"),
      byte != UInt8(ascii: ">"), name.isEmpty || byte != UInt8(ascii: "=")
    {
      if name.count <= HTMLLimits.maximumNameLength { name.append(byte.lowercased) }
      reader.skip(1)
    }
    return name
  }

  private mutating func attributeValue() throws(DocumentError) -> [UInt8] {
    try reader.skip(while: \.isMarkupSpace)
    guard try reader.peek() == UInt8(ascii: "=") else { return [] }
    reader.skip(1)
    try reader.skip(while: \.isMarkupSpace)
    guard let first = try reader.peek(), first != UInt8(ascii: ">") else { return [] }
    guard first == 0x22 || first == 0x27 else {
      return try value { $0.isMarkupSpace || $0 == UInt8(ascii: ">") }
    }
    reader.skip(1)
    let quoted = try value { $0 == first }
    _ = try reader.next()
    return quoted
  }

  private mutating func value(until isEnd: (UInt8) -> Bool) throws(DocumentError) -> [UInt8] {
    var value: [UInt8] = []
    while let byte = try reader.peek(), !isEnd(byte) {
      if value.count <= keptValue { value.append(byte) }
      reader.skip(1)
    }
    return value
  }
}
