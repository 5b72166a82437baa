import BroadsealAuditing
import BroadsealNotes
import BroadsealReporting
import BroadsealVerifying

/// An audit for people: a line a file, then the counts.
struct AuditText: Report {
  let terminal: Terminal
  let language: Language

  func entry(_ record: inout ReportRecord) -> [UInt8] {
    let judgement = record.judgement
    let path = Untrusted.path(judgement.path)
    guard judgement.skip == nil else {
      let dashes = ["– " + Wording(language).skippedWord, "– -", "– -"]
      return Array((cells(dashes.map { ($0, .neutral) }) + path + "\n").utf8)
    }
    let axes = zip(Wording(language).lines(of: judgement.verdict), words(judgement.verdict))
    return Array((cells(axes.map { ("\($0.symbol) \($1)", $0.tone) }) + path + "\n").utf8)
  }

  func footer(_ summary: Summary) -> [UInt8] {
    guard summary.files > 0 || !summary.skipped.isEmpty else { return [] }
    return Array(("\n" + SummaryTable(terminal: terminal, language: language).text(summary)).utf8)
  }

  private func words(_ verdict: Verdict) -> [String] {
    let wording = Wording(language)
    let origin = verdict.origin.map { wording.word(for: $0.status) } ?? "-"
    return [
      verdict.sealState.map { wording.word(for: $0) } ?? wording.word(for: verdict.integrity),
      verdict.hasFailedLabel ? wording.invalidWord : origin,
      verdict.ai.map { wording.word(for: $0.status) } ?? "-",
    ]
  }

  private func cells(_ cells: [(text: String, tone: AxisLine.Tone)]) -> String {
    let widths = [12, 18, 16]
    return zip(cells, widths).map { cell, width in
      terminal.toned(cell.text.padded(to: width), cell.tone) + " "
    }.joined()
  }
}

/// The counts of an audit as a table: the three axes, each state that occurred; then the files that
/// somebody should look at.
struct SummaryTable {
  let terminal: Terminal
  let language: Language

  /// The table, with line breaks.
  func text(_ summary: Summary) -> String {
    let wording = Wording(language)
    var text = row(wording.filesName, summary.files, .bold)
    text += axis(wording.integrityName, summary.integrity) { wording.word(for: $0) }
    text += axis(wording.originName, summary.origin) { wording.word(for: $0) }
    text += axis(wording.sealsName, summary.seals) { wording.word(for: $0) }
    text += axis(wording.aiName, summary.ai) { wording.word(for: $0) }
    text += axis(wording.stateName, summary.states) { wording.word(for: $0) }
    text += axis(wording.skippedName, summary.skipped) { wording.word(for: $0) }
    text += axis(wording.findingsName, summary.findings) { wording.word(for: $0) }
    text += attention(summary, wording)
    if !summary.isComplete { text += terminal.styled(wording.interrupted, .red) + "\n" }
    return text + terminal.folded(terminal.styled(wording.footer, .dim), hanging: 0) + "\n"
  }

  private func attention(_ summary: Summary, _ wording: Wording) -> String {
    let shown = summary.attention
    guard !shown.isEmpty else { return "" }
    var text = terminal.styled(wording.attentionName, .bold) + "\n"
    for item in shown {
      let (symbol, tone): (String, AxisLine.Tone) =
        switch item.kind {
        case .failed: ("✗", .bad)
        case .unread: ("?", .caution)
        case .conflict: ("!", .bad)
        }
      let code = item.code.map { "  (\($0.name))" } ?? ""
      let line =
        "  \(terminal.toned(symbol, tone)) \(Untrusted.path(item.path)): "
        + "\(wording.sentence(for: item))\(code)"
      text += terminal.folded(line, hanging: 4) + "\n"
    }
    let rest = summary.needingAttention - shown.count
    return rest > 0 ? text + "  \(wording.more(rest))\n" : text
  }

  private func axis<State: CaseIterable & Hashable>(
    _ name: String, _ counts: [State: Int], _ word: (State) -> String
  ) -> String {
    let states = State.allCases.filter { counts[$0, default: 0] > 0 }
    guard !states.isEmpty else { return "" }
    return terminal.styled(name, .bold) + "\n"
      + states.map { row("  " + word($0), counts[$0] ?? 0, nil) }.joined()
  }

  private func row(_ name: String, _ count: Int, _ style: Terminal.Style?) -> String {
    let number = String(count)
    let cell =
      name.padded(to: 22) + String(repeating: " ", count: max(0, 10 - number.count)) + number
    return (style.map { terminal.styled(cell, $0) } ?? cell) + "\n"
  }
}
