import BroadsealBytes
import BroadsealFiles

/// Whether bytes are text in UTF-8 (RFC 3629): no overlong forms, no surrogates, no NUL, and no control
/// character but tabulator, line feed, form feed and carriage return. Others switch character sets (ESC, SO, SI in
/// ISO-2022), so that text that holds them may be ASCII byte for byte and still another encoding. DEL switches nothing.
///
/// Fed in parts of any length, so that a file of any size is checked in flat memory.
struct EncodingCheck {
  /// What is wrong with a text.
  enum Fault: Error, Hashable {
    /// A byte that is not UTF-8.
    case notUTF8
    /// A NUL, which no text holds.
    case nul
    /// A control character that plain text in UTF-8 does not need.
    case control
  }

  /// Whether no byte above 0x7F was met.
  private(set) var isASCII = true
  /// Whether a carriage return was met that no line feed follows.
  private(set) var hasBareReturn = false

  private var awaited = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF
  private var endsInReturn = false

  /// Checks the next bytes.
  mutating func feed(_ span: RawSpan) throws(Fault) {
    var index = 0
    let count = span.byteCount
    while index < count {
      if awaited == 0, !endsInReturn, index + 8 <= count {
        let word = unsafe span.unsafeLoadUnaligned(
          fromUncheckedByteOffset: index, as: UInt64.self)
        // Eight bytes of plain text at once: all below 0x80, no control character but tabulators and line feeds.
        if word & EncodingCheck.highBits == 0, EncodingCheck.isPlain(word) {
          index += 8
          continue
        }
      }
      let byte = unsafe span.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
      if awaited == 0, !endsInReturn, 0xC2 <= byte, byte < 0xE0, index + 2 <= count {
        let second = unsafe span.unsafeLoad(fromUncheckedByteOffset: index + 1, as: UInt8.self)
        if second & 0xC0 == 0x80 {
          isASCII = false
          index += 2
          continue
        }
      }
      if awaited == 0, !endsInReturn, byte > 0xE0, byte < 0xF0, byte != 0xED, index + 3 <= count {
        let second = unsafe span.unsafeLoad(fromUncheckedByteOffset: index + 1, as: UInt8.self)
        let third = unsafe span.unsafeLoad(fromUncheckedByteOffset: index + 2, as: UInt8.self)
        // Three bytes without a rule of their own.
        if second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
          isASCII = false
          index += 3
          continue
        }
      }
      try take(byte)
      index += 1
    }
  }

  /// Says that the text is over.
  mutating func finish() throws(Fault) {
    if endsInReturn { hasBareReturn = true }
    guard awaited == 0 else { throw .notUTF8 }
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Whether none of eight bytes, all of them below 0x80, is below 0x20, but for tabulators and line feeds. No sum
  /// of two bytes carries into the next.
  private static func isPlain(_ word: UInt64) -> Bool {
    let controls = ~(word &+ 0x6060_6060_6060_6060) & highBits
    guard controls != 0 else { return true }
    let spaces =
      places(of: 0x0909_0909_0909_0909, in: word) | places(of: 0x0A0A_0A0A_0A0A_0A0A, in: word)
    return controls & ~spaces == 0
  }

  /// The high bits of the bytes of `word` that equal those of `wanted`, all of them below 0x80.
  private static func places(of wanted: UInt64, in word: UInt64) -> UInt64 {
    ~((word ^ wanted) &+ 0x7F7F_7F7F_7F7F_7F7F) & highBits
  }

  private mutating func take(_ byte: UInt8) throws(Fault) {
    if endsInReturn, byte != 0x0A { hasBareReturn = true }
    endsInReturn = byte == 0x0D
    guard awaited == 0 else {
      guard lower <= byte, byte <= upper else { throw .notUTF8 }
      (awaited, lower, upper) = (awaited - 1, 0x80, 0xBF)
      return
    }
    if byte >= 0x80 { isASCII = false }
    switch byte {
    case 0: throw .nul
    case 0x01...0x08, 0x0B, 0x0E...0x1F: throw .control
    case 0x01...0x7F: return
    case 0xC2...0xDF: awaited = 1
    case 0xE0: (awaited, lower) = (2, 0xA0)
    case 0xED: (awaited, upper) = (2, 0x9F)
    case 0xE1...0xEF: awaited = 2
    case 0xF0: (awaited, lower) = (3, 0x90)
    case 0xF4: (awaited, upper) = (3, 0x8F)
    case 0xF1...0xF3: awaited = 3
    default: throw .notUTF8
    }
  }
}

extension EncodingCheck {
  /// Checks the bytes of `text`, which is part of `source`; whether a bare carriage return is among
  /// them.
  ///
  /// Throws `.refused`: another encoding, or no text at all.
  static func run(_ text: RemainingText, of source: ByteSource) throws(DocumentError) -> Bool {
    var check = EncodingCheck()
    var buffer: [UInt8] = []
    do throws(StreamError<Fault>) {
      for range in text.kept {
        try source.stream(range, through: &buffer) { span throws(Fault) in try check.feed(span) }
      }
      do throws(Fault) { try check.finish() } catch { throw .body(error) }
      return check.hasBareReturn
    } catch {
      switch error {
      case .source(let fault): throw .source(fault)
      case .body(.notUTF8): throw .refused(notUTF8)
      case .body(.nul): throw .refused(nul)
      case .body(.control): throw .refused(shifted)
      }
    }
  }

  /// Why a text in another encoding gets no label inside.
  static let notUTF8 = Refusal(TextCode.encoding, remedy: .sidecar)
  /// Why a file with a NUL gets no label inside.
  static let nul = Refusal(TextCode.nul, remedy: .sidecar)
  /// Why a text that may be in an encoding of seven bits gets no label inside.
  static let shifted = Refusal(TextCode.shifted, remedy: .sidecar)
}
