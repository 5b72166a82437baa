import BroadsealBytes

/// Brings text in UTF-8 into Unicode Normalization Form C (UAX #15), in flat memory.
///
/// Text in that form passes unchanged. Characters that nothing before them can combine with are
/// told by a table of blocks; what stands between two of them goes through the standard library.
package struct TextNormalizer: Sendable {
  /// Why a text has no form that every reader agrees on.
  package enum Fault: Error, Hashable, Sendable {
    /// More characters in a row combine than are looked at.
    case tooLong
    /// A character that is not assigned: a later version of Unicode may give it a form.
    case unassigned
  }

  /// Most bytes in a row that are normalised together: a base character and what combines with it.
  package static let maximumSequence = 4_096

  /// Whether all text so far is the same in the normal form.
  package private(set) var isUnchanged = true

  /// What cannot be passed on yet: from the last character that nothing before it combines with.
  private var held: [UInt8] = []

  /// A normaliser at the start of a text.
  package init() {}

  /// Takes the next bytes of valid UTF-8, cut anywhere; hands what is settled to `body`.
  package mutating func feed<Failure: Error>(
    _ span: RawSpan, _ body: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> Fault? {
    var text = held
    text.reserveCapacity(held.count + span.byteCount)
    unsafe span.withUnsafeBytes { unsafe text.append(contentsOf: $0) }
    var walk = NormalizingWalk()
    walk.go(through: text)
    if let fault = walk.fault { return fault }
    var passed = 0
    for sequence in walk.sequences {
      if let fault = try settle(sequence, in: text, from: passed, body) { return fault }
      passed = sequence.upperBound
    }
    if walk.base > passed { try body(text[passed..<walk.base]) }
    held = Array(text[max(passed, walk.base)...])
    return held.count > TextNormalizer.maximumSequence ? .tooLong : nil
  }

  /// Hands the rest to `body`.
  package mutating func finish<Failure: Error>(
    _ body: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> Fault? {
    let text = held
    held = []
    return try settle(0..<text.count, in: text, from: 0, body)
  }

  private mutating func settle<Failure: Error>(
    _ sequence: Range<Int>, in text: [UInt8], from start: Int,
    _ body: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> Fault? {
    let characters = String(decoding: text[sequence], as: UTF8.self)
    guard
      characters.unicodeScalars.allSatisfy({
        StableCharacters.contain($0.value) || $0.properties.generalCategory != .unassigned
      })
    else { return .unassigned }
    let normal = Array(characters.precomposed.utf8)
    guard normal[...] != text[sequence] else {
      try body(text[start..<sequence.upperBound])
      return nil
    }
    isUnchanged = false
    try body(text[start..<sequence.lowerBound])
    try body(normal[...])
    return nil
  }
}

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
          guard index - base < TextNormalizer.maximumSequence else {
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

/// Characters that stay as they are in Normalization Form C and combine with nothing before them:
/// combining class 0 and `NFC_Quick_Check=Yes` (UAX #15 §9), which Unicode never changes again.
///
/// Whole blocks, and not all of them: what is missing here is only looked at more closely.
enum StableCharacters {
  /// Whether `value` is one.
  static func contain(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x2FF, 0x3041...0x3096, 0x309B...0x30FF, 0x3400...0x9FFF: return true
    case 0x300...0x33FF: return ranges.contains { $0.contains(value) }
    case 0xA000...0xA48C, 0xAC00...0xD7A3: return true
    case 0xFE00...0xFE0F, 0xFE30...0xFE4F, 0xFEFF, 0xFF01...0xFF9F, 0xFFFC...0xFFFD: return true
    case 0x1F000...0x1FAFF, 0x20000...0x2A6DF, 0x2A700...0x2EBE0, 0x30000...0x323AF: return true
    case 0xE0100...0xE01EF: return true
    default: return false
    }
  }

  /// Whether every character whose UTF-8 begins with `byte` is one: U+4000 to U+9FFF.
  static func contain(allFrom byte: UInt8) -> Bool { 0xE4 <= byte && byte <= 0xE9 }

  /// Between Latin and the unified ideographs, without kana.
  private static let ranges: [ClosedRange<UInt32>] = [
    0x3000...0x3029, 0x2010...0x2027, 0x2030...0x205E,
    0x0391...0x0482, 0x048A...0x052F, 0x0531...0x0556, 0x0561...0x0587, 0x1E00...0x1EFF,
    0x05D0...0x05EA, 0x0620...0x064A, 0x0660...0x066F, 0x0671...0x06D3, 0x0904...0x0939,
    0x093D...0x094C, 0x0E01...0x0E37, 0x0E40...0x0E47, 0x20A0...0x20C0, 0x2100...0x2125,
    0x2150...0x218B, 0x2190...0x2328, 0x232B...0x2426,
    0x2440...0x2ADB, 0x3030...0x303F, 0x3105...0x312F, 0x3131...0x318E, 0x31A0...0x31E3,
    0x31F0...0x33FF,
  ]
}
