import BroadsealVerifying

/// The label that a file without one had: which run found it last, and where.
///
/// It is carried along for as long as no label is found, through runs in which nobody could look too, so that
/// a loss is told until the label is back or somebody accepts it.
package struct FoundLabel: Sendable, Hashable {
  /// The last run that found it.
  let run: Int
  /// Whether it was a file of its own beside the document.
  let isBeside: Bool

  /// Whether it certainly is not there any more.
  ///
  /// Nobody knows what is in a file that could not be looked through; a label beside one is seen to be gone.
  func isLost(by verdict: Verdict) -> Bool {
    guard !verdict.hasLabel, verdict.integrity == .noLabel else { return false }
    switch verdict.unjudged {
    case nil: return true
    case .partial, .notRead, .encrypted: return isBeside
    case .unreadable, .changed, .tooLarge: return false
    }
  }
}

extension Verdict {
  /// Whether it carries a label, sound or not.
  var hasLabel: Bool { c2pa.state != nil }
}

/// What a row keeps of a file: the verdict, packed, and the label that it had.
struct KeptVerdict: Sendable, Hashable {
  /// The label that it had; nil where it has one, or never had.
  let label: FoundLabel?
  /// Whether the file was not there: the verdict is the last that there was.
  let isGone: Bool
  /// The verdict.
  let packed: ArraySlice<UInt8>

  /// By which a row with a label that was had is known: no packed verdict begins so.
  private static let mark: UInt8 = 0xFF
  private static let length = 10
  /// Bits of the byte behind the mark.
  private static let (beside, gone): (UInt8, UInt8) = (1, 2)

  init(label: FoundLabel?, packed: [UInt8]) {
    self.label = label
    isGone = false
    self.packed = packed[...]
  }

  /// Of a file that is gone with its label, and of which `kept` was the last that was found.
  init(gone label: FoundLabel, last kept: KeptVerdict) {
    self.label = label
    isGone = true
    packed = kept.packed
  }

  /// What `bytes` says.
  init(_ bytes: [UInt8]) {
    guard bytes.first == KeptVerdict.mark, bytes.count > KeptVerdict.length else {
      (label, isGone, packed) = (nil, false, bytes[...])
      return
    }
    let run = bytes[2..<KeptVerdict.length].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    label = FoundLabel(
      run: Int(truncatingIfNeeded: run), isBeside: bytes[1] & KeptVerdict.beside != 0)
    isGone = bytes[1] & KeptVerdict.gone != 0
    packed = bytes[KeptVerdict.length...]
  }

  /// The bytes that a row keeps.
  var bytes: [UInt8] {
    guard let label else { return Array(packed) }
    let run = stride(from: 56, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: label.run >> $0)
    }
    let bits =
      (label.isBeside ? KeptVerdict.beside : 0) | (isGone ? KeptVerdict.gone : 0)
    return [KeptVerdict.mark, bits] + run + packed
  }
}
