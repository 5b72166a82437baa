/// Where in a piece of text characters stand that may combine.
struct NormalizingWalk {
  /// From a stable character to the next one, where others stand between them.
  private(set) var sequences: [Range<Int>] = []
  /// Offset of the last stable character; what follows it is not settled.
  private(set) var base = 0
  /// What ended the walk.
  private(set) var fault: TextNormalizer.Fault?

  /// Walks through valid UTF-8 that may end within a character.
  mutating func go(through text: [UInt8]) {
    // Locals: the loop runs once a character.
    var (base, isMixed, index) = (0, false, 0)
    unsafe text.withUnsafeBytes { bytes in
      while index < bytes.count {
        var (stable, length) = (0, 0)
        let first = unsafe bytes[index]
        if index + 8 <= bytes.count,
          unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            & 0x8080_8080_8080_8080 == 0
        {
          (stable, length) = (index + 7, 8)
        } else {
          length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
          guard index + length <= bytes.count else { return }
          let isStable =
            unsafe StableCharacters.contain(allFrom: first)
            || StableCharacters.contain(Self.value(at: index, length, of: bytes))
          stable = isStable ? index : -1
        }
        if stable >= 0 {
          if isMixed { sequences.append(base..<index) }
          (base, isMixed) = (stable, false)
        } else {
          isMixed = true
          guard index - base < PlainTextLimits.maximumSequence else {
            fault = .tooLong
            return
          }
        }
        index += length
      }
    }
    self.base = base
  }

  private static func value(at index: Int, _ length: Int, of bytes: UnsafeRawBufferPointer)
    -> UInt32
  {
    let first = unsafe UInt32(bytes[index])
    guard length > 1 else { return first }
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length {
      value = unsafe value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return value
  }
}
