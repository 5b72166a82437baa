import BroadsealNotes

/// SEAL-4: the chain ends at a service for seals on a list that the user pinned; never at a list of a
/// reader's maker, of the operating system, or at what the file brings along.
enum SealListedCondition: SealCondition {
  static func reasons(in facts: SealCase) -> [Note] {
    guard facts.candidate == nil, facts.credential != nil else { return [] }
    return [Note(facts.context.lists.isEmpty ? SealCode.noList : SealCode.unlisted)]
  }
}
