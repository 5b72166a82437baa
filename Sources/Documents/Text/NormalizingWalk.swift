/// Where in a piece of text characters stand that may combine.
struct NormalizingWalk {
  /// From a stable character to the next one, where others stand between them.
  private(set) var sequences: [Range<Int>] = []
  /// Offset of the last stable character; what follows it is not settled.
  private(set) var base = 0
  /// What ended the walk.
  private(set) var fault: TextNormalizer.Fault?

  private var isMixed = false

  /// Walks through valid UTF-8 that may end within a character.
  mutating func go(through text: [UInt8]) {
    unsafe text.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        if index + 8 <= bytes.count,
          unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            & 0x8080_8080_8080_8080 == 0
        {
          pass(index)
          base = index + 7
          index += 8
          continue
        }
        let first = unsafe bytes[index]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return }
        var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<max(1, length) {
          value = unsafe value << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        if StableCharacters.contain(value) {
          pass(index)
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
  }

  /// Meets a stable character at `index`.
  private mutating func pass(_ index: Int) {
    if isMixed { sequences.append(base..<index) }
    isMixed = false
    base = index
  }
}
