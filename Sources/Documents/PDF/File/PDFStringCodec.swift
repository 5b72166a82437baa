import BroadsealBytes

/// Moves values from one object to another so that their strings still decrypt.
struct PDFStringCodec: Sendable {
  /// nil when the document is not encrypted.
  let security: PDFSecurity?

  /// The text of `part` as it has to stand in an object with `context`.
  func copy(_ part: PDFPart, into context: PDFStringContext) throws(DocumentError) -> [UInt8] {
    guard part.strings != context else { return Array(part.raw) }
    var writer = ByteWriter(capacity: part.raw.count)
    var position = part.value.bounds.lowerBound
    for string in part.value.strings {
      writer.write(part.text[position..<string.bounds.lowerBound])
      let clear = try decode(string.object.string ?? [], from: part.strings)
      writer.write(try text(of: clear, in: context))
      position = string.bounds.upperBound
    }
    writer.write(part.text[position..<part.value.bounds.upperBound])
    return writer.bytes
  }

  /// The bytes that a string of an object with `context` means.
  func decode(
    _ string: [UInt8], from context: PDFStringContext
  ) throws(DocumentError) -> [UInt8] {
    guard let security, case .object(let reference) = context else { return string }
    return try security.decrypt(string: string, of: reference)
  }

  /// How a string is written in an object with `context`.
  func text(
    of string: [UInt8], in context: PDFStringContext
  ) throws(DocumentError) -> [UInt8] {
    if let security, case .object(let reference) = context {
      return PDFStringCodec.hex(try security.encrypt(string: string, of: reference))
    }
    let harmless = string.allSatisfy { byte in
      (32..<127).contains(byte) && !PDFLexer.isDelimiter(byte) && byte != UInt8(ascii: "\\")
    }
    return harmless ? Array("(".utf8) + string + Array(")".utf8) : PDFStringCodec.hex(string)
  }

  private static func hex(_ bytes: [UInt8]) -> [UInt8] { Array("<\(Hex.encode(bytes))>".utf8) }

  /// A text string in UTF-16 or UTF-8 with their marks, when it is ASCII, as plain bytes.
  static func plain(_ text: [UInt8]) -> [UInt8] {
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(text.dropFirst(3)) }
    guard text.starts(with: [0xFE, 0xFF]), text.count.isMultiple(of: 2) else { return text }
    let pairs = stride(from: 2, to: text.count, by: 2)
    return pairs.allSatisfy { text[$0] == 0 } ? pairs.map { text[$0 + 1] } : text
  }
}
