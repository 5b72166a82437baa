extension PDFComparison {
  /// Whether a replaced object is used in no other place of the signed revision (OBJ-9): where it is,
  /// something else changes with it.
  ///
  /// - Parameter times: how many references to it are accounted for.
  mutating func isUsed(_ number: Int, times: Int) -> Bool {
    if graph.uses[number] == times { return true }
    note(.changed, .shared, "an object that was replaced has another use")
    return false
  }

  /// Whether nothing else uses an object that was replaced, nor what leads to it.
  ///
  /// - Parameters:
  ///   - uses: how often the whole refers to each of its parts.
  ///   - containers: the parts that lead to others.
  mutating func isUsed(_ number: Int, in uses: [Int: Int], through containers: Set<Int>) -> Bool {
    isUsed(number, times: uses[number] ?? 1)
      && containers.allSatisfy { isUsed($0, times: uses[$0] ?? 1) }
  }
}
