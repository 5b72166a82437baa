import BroadsealBytes

extension XMLScanner {
  /// A start tag (XML §3.1); whether it is an empty-element tag.
  mutating func startTag() throws(DocumentError) -> Bool {
    reader.skip(1)
    names.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    name = try takeName()
    while true {
      let before = reader.offset
      try reader.skip(while: \.isXMLSpace)
      switch try reader.peek() {
      case nil: throw truncated()
      case UInt8(ascii: ">"):
        reader.skip(1)
        return false
      case UInt8(ascii: "/"):
        reader.skip(1)
        try take(UInt8(ascii: ">"), or: "a solidus inside a tag")
        return true
      default:
        guard reader.offset > before else {
          throw broken("an attribute without white space before it")
        }
        try attribute()
      }
    }
  }

  private mutating func attribute() throws(DocumentError) {
    guard attributes.count < SVGLimits.maximumAttributes else {
      throw limit("an element has more than \(SVGLimits.maximumAttributes) attributes")
    }
    let start = reader.offset
    let name = try takeName()
    for other in attributes
    where other.name.whole.count == name.whole.count
      && names[other.name.whole].elementsEqual(names[name.whole])
    {
      throw broken("an attribute is there twice")
    }
    try reader.skip(while: \.isXMLSpace)
    try take(UInt8(ascii: "="), or: "an attribute without a value")
    try reader.skip(while: \.isXMLSpace)
    guard let quote = try reader.next() else { throw truncated() }
    guard quote == 0x22 || quote == 0x27 else {
      throw broken("an attribute value without quotes")
    }
    let declares = XMLName.isDeclaration(names[name.prefix], names[name.local])
    let first = names.count
    if declares {
      try keepValue(until: quote, atMost: SVGLimits.maximumNamespaceLength)
      guard names.count - first <= SVGLimits.maximumNamespaceLength else {
        throw limit("the name of a namespace is longer than it may be")
      }
    } else if keptValue > 0 {
      try keepValue(until: quote, atMost: keptValue)
    } else {
      try skipValue(until: quote)
    }
    reader.skip(1)
    guard let range = ByteRange(start..<reader.offset) else { throw truncated() }
    attributes.append(XMLAttribute(name: name, value: first..<names.count, range: range))
  }

  /// Takes a value, of which a byte more than `most` is kept when it is longer.
  private mutating func keepValue(until quote: UInt8, atMost most: Int) throws(DocumentError) {
    let first = names.count
    while let byte = try reader.peek(), byte != quote {
      guard names.count - first <= most else { return try skipValue(until: quote) }
      switch byte {
      case UInt8(ascii: "&"): try keepReference()
      case UInt8(ascii: "<"): throw broken("< in an attribute value")
      case 0x80...: for byte in try character() { names.append(byte) }
      case 0x20..., 0x09, 0x0A, 0x0D:
        names.append(byte)
        reader.skip(1)
      default: throw broken("a character that XML does not allow")
      }
    }
    if try reader.peek() == nil { throw truncated() }
  }

  /// A namespace that is written with references is another name than the one that it stands for:
  /// nobody compares it, and its first byte tells.
  private mutating func keepReference() throws(DocumentError) {
    let text = try reference()
    names.append(UInt8(ascii: "&"))
    if keptValue > 0 { names += text + [UInt8(ascii: ";")] }
  }

  private mutating func skipValue(until quote: UInt8) throws(DocumentError) {
    while true {
      try characters(until: quote)
      switch try reader.peek() {
      case nil: throw truncated()
      case quote: return
      case UInt8(ascii: "&"): try reference()
      default: throw broken("< in an attribute value")
      }
    }
  }

  /// A name (XML §2.3, Namespaces §4), added to `names`. Which letters beyond ASCII may stand in
  /// it is not looked at.
  mutating func takeName() throws(DocumentError) -> XMLName {
    let first = names.count
    var colon: Int?
    while let byte = try reader.peek() {
      switch byte {
      case UInt8(ascii: "_"), 0x41...0x5A, 0x61...0x7A: break
      case UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39:
        guard names.count > (colon.map { $0 + 1 } ?? first) else {
          throw broken("a name that begins with no letter")
        }
      case UInt8(ascii: ":"):
        guard colon == nil, names.count > first else { throw broken("a colon in a name") }
        colon = names.count
      case 0x80...:
        for byte in try character() { names.append(byte) }
        continue
      default: return try finishName(first, colon)
      }
      names.append(byte)
      reader.skip(1)
      guard names.count - first <= SVGLimits.maximumNameLength else {
        throw limit("a name is longer than \(SVGLimits.maximumNameLength) bytes")
      }
    }
    throw truncated()
  }

  private func finishName(_ first: Int, _ colon: Int?) throws(DocumentError) -> XMLName {
    let local = (colon.map { $0 + 1 } ?? first)..<names.count
    guard !local.isEmpty else { throw broken("a name is missing") }
    return XMLName(prefix: first..<(colon ?? first), local: local)
  }

  /// Takes `byte`, which must be the next.
  mutating func take(_ byte: UInt8, or reason: String) throws(DocumentError) {
    guard let next = try reader.next() else { throw truncated() }
    guard next == byte else { throw broken(reason) }
  }
}
