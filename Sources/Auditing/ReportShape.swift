/// How much of what was found a report tells.
package struct ReportShape: Sendable, Hashable {
  /// Whether it tells the header and the counts, and nothing of single files.
  package var isSummaryOnly: Bool
  /// Whether the checks of the standard that went well are left out of the JSON of a verdict: they are
  /// half of it, and say nothing that the state does not.
  package var leavesOutSuccess: Bool

  /// Everything, unless something is left out.
  package init(isSummaryOnly: Bool = false, leavesOutSuccess: Bool = false) {
    self.isSummaryOnly = isSummaryOnly
    self.leavesOutSuccess = leavesOutSuccess
  }
}
