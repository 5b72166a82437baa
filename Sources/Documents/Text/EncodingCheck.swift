import BroadsealBytes
import BroadsealFiles

/// Whether bytes are text in UTF-8 (RFC 3629): no overlong forms, no surrogates, no NUL.
///
/// Fed in parts of any length, so that a file of any size is checked in flat memory.
struct EncodingCheck {
  /// What is wrong with a text.
  enum Fault: Error, Hashable {
    /// A byte that is not UTF-8.
    case notUTF8
    /// A NUL, which no text holds.
    case nul
  }

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
        // Eight bytes of plain text at once: all below 0x80, none of them NUL or a carriage return.
        if word & EncodingCheck.highBits == 0, !EncodingCheck.holdsZero(word),
          !EncodingCheck.holdsZero(word ^ EncodingCheck.returns)
        {
          index += 8
          continue
        }
      }
      let byte = unsafe span.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
      if awaited == 0, !endsInReturn, 0xC2 <= byte, byte < 0xE0, index + 2 <= count {
        let second = unsafe span.unsafeLoad(fromUncheckedByteOffset: index + 1, as: UInt8.self)
        if second & 0xC0 == 0x80 {
          index += 2
          continue
        }
      }
      if awaited == 0, !endsInReturn, byte > 0xE0, byte < 0xF0, byte != 0xED, index + 3 <= count {
        let second = unsafe span.unsafeLoad(fromUncheckedByteOffset: index + 1, as: UInt8.self)
        let third = unsafe span.unsafeLoad(fromUncheckedByteOffset: index + 2, as: UInt8.self)
        // Three bytes without a rule of their own.
        if second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
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
  private static let lowBits: UInt64 = 0x0101_0101_0101_0101
  private static let returns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D

  /// Whether one of eight bytes, all of them below 0x80, is zero: taking one from each sets a high bit only there,
  /// or above such a byte.
  private static func holdsZero(_ word: UInt64) -> Bool { (word &- lowBits) & highBits != 0 }

  private mutating func take(_ byte: UInt8) throws(Fault) {
    if endsInReturn, byte != 0x0A { hasBareReturn = true }
    endsInReturn = byte == 0x0D
    guard awaited == 0 else {
      guard lower <= byte, byte <= upper else { throw .notUTF8 }
      (awaited, lower, upper) = (awaited - 1, 0x80, 0xBF)
      return
    }
    switch byte {
    case 0: throw .nul
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
      }
    }
  }

  /// Why a text in another encoding gets no label inside.
  static let notUTF8 = Refusal(TextCode.encoding, remedy: .sidecar)
  /// Why a file with a NUL gets no label inside.
  static let nul = Refusal(TextCode.nul, remedy: .sidecar)
}
