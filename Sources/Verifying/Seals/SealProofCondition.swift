import BroadsealBytes
import BroadsealNotes

/// SEAL-2: digest and signature hold, and rest on nothing that can be broken.
enum SealProofCondition: SealCondition {
  static func reasons(in facts: SealCase) -> [Note] {
    switch facts.result.status {
    case .broken: return [Note(SealCode.broken, facts.result.explanation)]
    case .unchecked: return [Note(SealCode.unchecked, facts.result.explanation)]
    case .empty, .malformed: return []
    case .intact, .loose: break
    }
    var weak = facts.result.weak
    // Where the list names the very key, nothing rests on who signed its certificate.
    let path = facts.key == nil ? facts.candidate?.path : nil
    for name in path?.weakness ?? [] where !weak.contains(name) {
      weak.append(name)
    }
    guard !weak.isEmpty, weak.contains(where: neverCounts) || !isOldEnough(facts) else { return [] }
    return [Note(SealCode.weak, "it rests on \(weak.joined(separator: " and "))")]
  }

  /// What could be forged before anybody stamped it.
  private static func neverCounts(_ name: String) -> Bool { name == "MD5" }

  /// Whether a strong stamp says that it is from before the first forgeries were made.
  private static func isOldEnough(_ facts: SealCase) -> Bool {
    facts.stamp.map { $0.time < firstForgeries } ?? false
  }

  /// 2017-01-01: the year in which two documents with one SHA-1 were shown.
  private static let firstForgeries = UTCTime(secondsSinceEpoch: 1_483_228_800)
}
