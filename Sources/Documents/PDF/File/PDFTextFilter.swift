import BroadsealBytes

/// The filters that write bytes as text, and the one for runs of one byte (ISO 32000-1 §7.4.2, §7.4.3,
/// §7.4.5). Each has one reading: what stands behind the end of the data has to be blank.
enum PDFTextFilter {
  /// Pairs of hexadecimal digits up to `>`; a last digit alone has a zero behind it. Nil when something
  /// else stands among them.
  static func hexadecimal(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    var high: UInt8?
    for (index, byte) in text.enumerated() where !PDFLexer.isSpace(byte) {
      if byte == UInt8(ascii: ">") {
        guard text[(index + 1)...].allSatisfy(PDFLexer.isSpace) else { return nil }
        break
      }
      guard let digit = Hex.value(of: byte) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    if let high { bytes.append(high << 4) }
    return bytes
  }

  /// Groups of five characters from `!` to `u` for four bytes, `z` for four zeros, up to `~>`.
  static func base85(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 5 * 4)
    var group: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      switch byte {
      case _ where PDFLexer.isSpace(byte): continue
      case UInt8(ascii: "~"):
        let closing = rest.drop(while: PDFLexer.isSpace)
        guard closing.first == UInt8(ascii: ">"),
          closing.dropFirst().allSatisfy(PDFLexer.isSpace)
        else { return nil }
        rest = []
      case UInt8(ascii: "z") where group.isEmpty: bytes += [0, 0, 0, 0]
      case UInt8(ascii: "!")...UInt8(ascii: "u"):
        group.append(byte - UInt8(ascii: "!"))
        guard group.count == 5 else { continue }
        guard let word = word(group) else { return nil }
        bytes += word
        group = []
      default: return nil
      }
    }
    guard !group.isEmpty else { return bytes }
    // The end of the data is filled up as if with the highest character, and cut again.
    guard group.count > 1,
      let word = word(group + [UInt8](repeating: 84, count: 5 - group.count))
    else { return nil }
    return bytes + word.prefix(group.count - 1)
  }

  private static func word(_ group: [UInt8]) -> [UInt8]? {
    let value = group.reduce(0 as UInt64) { $0 * 85 + UInt64($1) }
    guard value <= UInt64(UInt32.max) else { return nil }
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// Runs: a length, then so many bytes, or one that is repeated; 128 ends them.
  static func runs(_ data: [UInt8], limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = data[...]
    while let length = rest.popFirst() {
      if length == 128 { return rest.allSatisfy(PDFLexer.isSpace) ? bytes : nil }
      if length < 128 {
        let count = Int(length) + 1
        guard rest.count >= count else { return nil }
        bytes += rest.prefix(count)
        rest = rest.dropFirst(count)
      } else {
        guard let byte = rest.popFirst() else { return nil }
        bytes += repeatElement(byte, count: 257 - Int(length))
      }
      guard bytes.count <= limit else { return nil }
    }
    return bytes
  }
}
