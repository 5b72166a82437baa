import BroadsealNotes

/// SEAL-3: after it came nothing, or nothing but proofs about signatures. What a seal permits changes
/// nothing here: a form that may be filled in shows something else once it is.
enum SealLaterCondition: SealCondition {
  static func reasons(in facts: SealCase) -> [Note] {
    // Of what does not hold nobody knows what it sealed.
    guard facts.checked.holds else { return [] }
    guard let later = facts.result.later else { return [Note(SealCode.unjudged)] }
    if later.change.keepsContent { return [] }
    guard later.change == .notJudged else {
      let rule = later.rule.map { "\($0): " } ?? ""
      return [Note(SealCode.changed, "\(later.change.rawValue), \(rule)\(later.reason)")]
    }
    // A rule on its form is said there.
    guard later.rule == nil || later.awaitsLaterSignature else { return [] }
    return [Note(SealCode.unjudged, later.reason)]
  }
}
