import BroadsealAuditing
import BroadsealNotes
import BroadsealReporting
import BroadsealVerifying

/// An audit for people: a line a file, then the counts.
struct AuditText: Report {
  let terminal: Terminal
  let language: Language
  /// Whether there is no line a file.
  var isSummaryOnly = false

  private var wording: Wording { Wording(language) }

  func entry(_ record: inout ReportRecord) -> [UInt8] {
    if isSummaryOnly { return [] }
    let judgement = record.judgement
    let path = Untrusted.path(judgement.path)
    guard judgement.skip == nil else {
      return Array((cells([("– " + wording.skippedWord, .neutral)]) + path + "\n").utf8)
    }
    if let reason = judgement.verdict.unjudged {
      return Array((cells([("? " + wording.word(for: reason), .caution)]) + path + "\n").utf8)
    }
    let axes = zip(record.lines(in: wording), words(judgement.verdict))
    return Array((cells(axes.map { ("\($0.symbol) \($1)", $0.tone) }) + path + "\n").utf8)
  }

  func footer(_ summary: Summary) -> [UInt8] {
    guard summary.files > 0 || !summary.skipped.isEmpty else { return [] }
    let gap = isSummaryOnly ? "" : "\n"
    return Array((gap + SummaryTable(terminal: terminal, language: language).text(summary)).utf8)
  }

  private func words(_ verdict: Verdict) -> [String] {
    let origin = verdict.origin.map { wording.word(for: $0.status) } ?? "-"
    return [
      verdict.sealState.map { wording.word(for: $0) } ?? wording.word(for: verdict.integrity),
      verdict.hasFailedLabel ? wording.invalidWord : origin,
      verdict.ai.map { wording.word(for: $0.status) } ?? "-",
    ]
  }

  /// Columns of the three axes: the longest word of each has room.
  static func widths(_ language: Language) -> [Int] {
    switch language {
    case .english: [20, 18, 16]
    case .japanese: [28, 18, 16]
    }
  }

  /// The three cells before the path; those that are not given are dashes.
  private func cells(_ cells: [(text: String, tone: AxisLine.Tone)]) -> String {
    let widths = AuditText.widths(language)
    return widths.indices.map { index in
      let cell = index < cells.count ? cells[index] : ("– -", .neutral)
      return terminal.toned(cell.0.padded(to: widths[index]), cell.1) + " "
    }.joined()
  }
}

/// The counts of an audit as a table: the three axes, each state that occurred; then the gravest kinds of
/// findings, each with how many files it is about and one of them.
struct SummaryTable {
  let terminal: Terminal
  let language: Language

  /// Most kinds of findings that are shown.
  private static let maximumKinds = 10

  /// The table, with line breaks.
  func text(_ summary: Summary) -> String {
    let wording = Wording(language)
    var text = row(wording.filesName, summary.files, .bold)
    text += axis(wording.unjudgedName, summary.unjudged) { wording.word(for: $0) }
    text += axis(wording.integrityName, summary.integrity) { wording.word(for: $0) }
    text += axis(wording.originName, summary.origin) { wording.word(for: $0) }
    text += axis(wording.sealsName, summary.seals) { wording.word(for: $0) }
    text += axis(wording.aiName, summary.ai) { wording.word(for: $0) }
    text += axis(wording.stateName, summary.states) { wording.word(for: $0) }
    text += axis(wording.skippedName, summary.skipped) { wording.word(for: $0) }
    text += axis(wording.findingsName, summary.findings) { wording.word(for: $0) }
    if summary.waived > 0 { text += row("  " + wording.waivedName, summary.waived, nil) }
    if let drift = summary.drift {
      let changes = axis(wording.since(drift.baseline), drift.counts) { wording.word(for: $0) }
      let nothing = "\(wording.since(drift.baseline)): \(wording.nothingChanged)\n"
      text += changes.isEmpty ? nothing : changes
    }
    text += attention(summary, wording)
    if !summary.isComplete { text += terminal.styled(wording.interrupted, .red) + "\n" }
    if let sample = summary.sample {
      text +=
        terminal.folded(wording.line(about: sample, failing: summary.failing), hanging: 0) + "\n"
    }
    text += terminal.folded(wording.line(about: summary.policy), hanging: 0) + "\n"
    return text + terminal.folded(terminal.styled(wording.footer, .dim), hanging: 0) + "\n"
  }

  private func attention(_ summary: Summary, _ wording: Wording) -> String {
    let groups = summary.groups.filter { $0.finding.severity > .note }
    guard !groups.isEmpty else { return "" }
    var text = terminal.styled(wording.worstName, .bold) + "\n"
    for group in groups.prefix(SummaryTable.maximumKinds) { text += told(group, wording) }
    let rest = groups.count - SummaryTable.maximumKinds
    return rest > 0 ? text + "  \(wording.more(rest))\n" : text
  }

  /// One kind of findings: what is the matter, how often, one file, and what to do.
  private func told(_ group: FindingGroup, _ wording: Wording) -> String {
    let finding = group.finding
    let isError = finding.severity == .error
    let (symbol, tone): (String, AxisLine.Tone) =
      finding.isGap ? ("?", .caution) : isError ? ("✗", .bad) : ("!", .caution)
    let name =
      finding.kind == .requirement ? Untrusted.clean(finding.rule) : wording.word(for: finding.kind)
    let count = group.path == nil ? "" : " (\(wording.files(group.count)))"
    let head =
      "  \(terminal.toned(symbol, tone)) \(name)\(count): \(wording.sentence(for: finding))"
    var text = terminal.folded(head, hanging: 4) + "\n"
    if let path = group.path {
      let code = finding.code.map { "  (\($0.name))" } ?? ""
      text += terminal.folded("    \(Untrusted.path(path))\(code)", hanging: 6) + "\n"
    }
    return text + terminal.folded("    → \(wording.remedy(for: finding))", hanging: 6) + "\n"
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
