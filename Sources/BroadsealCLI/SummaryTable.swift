import Auditing
import Verifying

/// The counts of an audit as a table: the three axes, each state that occurred.
struct SummaryTable {
  let terminal: Terminal
  let language: Language

  /// The table, with line breaks.
  func text(_ summary: Summary) -> String {
    let wording = Wording(language)
    var text = row(wording.filesJudged, summary.files, .bold)
    text += axis(wording.integrityName, summary.integrity)
    text += axis(wording.originName, summary.origin)
    text += axis(wording.aiName, summary.ai)
    let skipped = summary.skipped.values.reduce(0, +)
    if skipped > 0 { text += axis(wording.skippedName, summary.skipped) }
    if summary.findings.values.contains(where: { $0 > 0 }) {
      text += axis(wording.findingsName, summary.findings)
    }
    if !summary.isComplete { text += terminal.styled(wording.interrupted, .red) + "\n" }
    return text + terminal.styled(wording.footer, .dim) + "\n"
  }

  private func axis<State: CaseIterable & RawRepresentable<String> & Hashable>(
    _ name: String, _ counts: [State: Int]
  ) -> String {
    terminal.styled(name, .bold) + "\n"
      + State.allCases.filter { counts[$0, default: 0] > 0 }
      .map { row("  " + $0.rawValue, counts[$0] ?? 0, nil) }.joined()
  }

  private func row(_ name: String, _ count: Int, _ style: Terminal.Style?) -> String {
    let number = String(count)
    let cell =
      name.padded(to: 22) + String(repeating: " ", count: max(0, 10 - number.count)) + number
    return (style.map { terminal.styled(cell, $0) } ?? cell) + "\n"
  }
}
