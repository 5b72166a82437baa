extension Verdict {
  /// The use of AI as it may be told, counted and held against a policy; nil when nothing was proved.
  ///
  /// Anybody can make a label that does not hold. Nothing is known by it, as by an altered file: what stands in it and
  /// which hints were found is kept, and nobody is said to have stated it.
  package var aiTold: AIUse? {
    guard hasFailedLabel, let ai else { return ai }
    return AIUse(status: .notStated, basis: ai.basis, hints: ai.hints)
  }

  /// Its status.
  package var aiStatus: AIUse.Status { aiTold?.status ?? .notStated }
}
