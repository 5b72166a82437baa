import BroadsealNotes

/// SEAL-9: the list was in force at the moment of judgement.
enum SealFreshListCondition: SealCondition {
  static func reasons(in facts: SealCase) -> [Note] {
    let time = facts.context.time
    guard let content = facts.candidate?.anchors.list.content else { return [] }
    if time < content.issued { return [Note(SealCode.notYetIssued)] }
    return time < content.nextUpdate ? [] : [Note(SealCode.stale)]
  }
}
