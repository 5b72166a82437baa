import BroadsealNotes
import BroadsealTrust

/// Condition 9: the list was in force at the moment of judgement, and so was the recognition
/// through which it counts. Its signatures and its sequence were proved when it was read.
enum FreshListCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Note] {
    (facts.evidenceFits ? [] : [foreign]) + listReasons(in: facts)
  }

  private static let foreign = Note(OfficialCode.evidence)

  private static func listReasons(in facts: OfficialCase) -> [Note] {
    guard let list = facts.candidate?.anchors.list else {
      return facts.context.lists.isEmpty || facts.context.lists.contains { isFresh($0.list, facts) }
        ? [] : [stale]
    }
    if facts.context.time < list.content.issued {
      return [
        Note(OfficialCode.notYetIssued)
      ]
    }
    if !isFresh(list, facts) { return [stale] }
    let isRecognised =
      list.isPinned || list.grants.contains { $0.recognition.isInForce(at: facts.context.time) }
    return isRecognised
      ? []
      : [
        Note(OfficialCode.recognition)
      ]
  }

  private static func isFresh(_ list: GovernmentTrustList, _ facts: OfficialCase) -> Bool {
    facts.context.time < list.content.nextUpdate
  }

  private static let stale = Note(OfficialCode.stale)
}
