import BroadsealBytes

extension PDFLexer {
  /// The hexadecimal string that starts here (ISO 32000-1 §7.3.4.3).
  ///
  /// - Parameter passingOverOthers: otherwise a character that is no digit is a fault.
  mutating func hexString(passingOverOthers: Bool = false) throws(Malformed) -> [UInt8] {
    advance()
    var bytes = plainHex()
    var high: UInt8?
    while let byte = peek() {
      if byte == UInt8(ascii: ">") {
        advance()
        if let high { bytes.append(high << 4) }
        return bytes
      }
      if !PDFLexer.isSpace(byte) {
        guard let digit = Hex.value(of: byte) else {
          guard passingOverOthers else {
            throw malformed("a hexadecimal string with a foreign character")
          }
          advance()
          continue
        }
        if let upper = high {
          bytes.append(upper << 4 | digit)
          high = nil
        } else {
          high = digit
        }
      }
      advance()
    }
    throw malformed("unexpected end of data")
  }

  /// The bytes of the pairs of digits that stand here without a break: nearly always the whole string, of
  /// which a signature's room has tens of thousands.
  private mutating func plainHex() -> [UInt8] {
    let bytes = Hex.pairs(in: text.bytes.span, from: position)
    advance(2 * bytes.count)
    return bytes
  }

  /// The literal string that starts here (ISO 32000-1 §7.3.4.2).
  mutating func literalString() throws(Malformed) -> [UInt8] {
    advance()
    var bytes: [UInt8] = []
    var open = 1
    while let byte = peek() {
      advance()
      switch byte {
      case UInt8(ascii: "\\"):
        try escape(into: &bytes)
        continue
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        open -= 1
        if open == 0 { return bytes }
      case 13:
        if peek() == 10 { advance() }
        bytes.append(10)
        continue
      default: break
      }
      bytes.append(byte)
    }
    throw malformed("unexpected end of data")
  }

  /// What follows a reverse solidus; an unknown character stands for itself.
  private mutating func escape(into bytes: inout [UInt8]) throws(Malformed) {
    guard let byte = peek() else { throw malformed("unexpected end of data") }
    advance()
    switch byte {
    case UInt8(ascii: "n"): bytes.append(10)
    case UInt8(ascii: "r"): bytes.append(13)
    case UInt8(ascii: "t"): bytes.append(9)
    case UInt8(ascii: "b"): bytes.append(8)
    case UInt8(ascii: "f"): bytes.append(12)
    case 13: if peek() == 10 { advance() }
    case 10: break
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var code = Int(byte - UInt8(ascii: "0"))
      for _ in 0..<2 {
        guard let next = peek(), (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(next) else {
          break
        }
        code = code * 8 + Int(next - UInt8(ascii: "0"))
        advance()
      }
      bytes.append(UInt8(truncatingIfNeeded: code))
    default: bytes.append(byte)
    }
  }
}
