import BroadsealTrust

/// Condition 9: the list was in force at the moment of judgement, and so was the recognition
/// through which it counts. Its signatures and its sequence were proved when it was read.
enum FreshListCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Reason] {
    (facts.evidenceFits ? [] : [foreign]) + listReasons(in: facts)
  }

  private static let foreign = Reason(
    code: "OFF-9-EVIDENCE", explanation: "the evidence was kept for another file")

  private static func listReasons(in facts: OfficialCase) -> [Reason] {
    guard let list = facts.candidate?.anchors.list else {
      return facts.context.lists.isEmpty || facts.context.lists.contains { isFresh($0.list, facts) }
        ? [] : [stale]
    }
    if facts.context.time < list.content.issued {
      return [
        Reason(code: "OFF-9-NOT-YET-ISSUED", explanation: "the trust list was issued later")
      ]
    }
    if !isFresh(list, facts) { return [stale] }
    let isRecognised =
      list.isPinned || list.grants.contains { $0.recognition.isInForce(at: facts.context.time) }
    return isRecognised
      ? []
      : [
        Reason(
          code: "OFF-9-RECOGNITION", explanation: "the recognition of the list is not in force")
      ]
  }

  private static func isFresh(_ list: GovernmentTrustList, _ facts: OfficialCase) -> Bool {
    facts.context.time < list.content.nextUpdate
  }

  private static let stale = Reason(
    code: "OFF-9-STALE", explanation: "the trust list is out of date")
}
