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
    return held.count > PlainTextLimits.maximumSequence ? .tooLong : nil
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
