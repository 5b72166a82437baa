import BroadsealNotes
package import BroadsealVerifying

extension Wording {
  /// Everything that is said of a verdict, in the order in which it is read: the three lines, signatures
  /// beside the label, what the verdict rests on, where the label was, and why it is not a better one.
  ///
  /// - Parameter explains: whether failed conditions are told too.
  package func blocks(of verdict: Verdict, explains: Bool) -> [VerdictBlock] {
    var blocks = lines(of: verdict).map(VerdictBlock.axis)
    blocks += verdict.pdfSignatures.map { .remark(line(about: $0)) }
    if let basis = basis(of: verdict) { blocks.append(.remark(Sentence([.own(basis)]))) }
    if verdict.isDetached { blocks.append(.remark(Sentence([.own(detached)]))) }
    for code in Wording.told where verdict.has(code) {
      blocks.append(.remark(Sentence([.own(sentence(for: code.code))])))
    }
    if explains { blocks += reasons(of: verdict).map(VerdictBlock.reason) }
    return blocks
  }

  /// Findings about where the label was, told without being asked for.
  private static let told = [
    PlaceCode.sidecarIgnored, .remoteManifest, .remoteNotFetched,
  ]
}
