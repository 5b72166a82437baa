import BroadsealNotes

/// SEAL-4: the chain ends at a service for seals on a list that the user pinned; never at a list of a
/// reader's maker, of the operating system, or at what the file brings along.
enum SealListedCondition: SealCondition {
  static func reasons(in facts: SealCase) -> [Note] {
    guard facts.candidate == nil, let credential = facts.credential else { return [] }
    guard !facts.context.lists.isEmpty else { return [Note(SealCode.noList)] }
    let isListed = facts.context.candidates(for: credential).contains(where: \.mismatches.isEmpty)
    return [Note(isListed ? SealCode.labelsOnly : SealCode.unlisted)]
  }
}
