import BroadsealAuditing
import BroadsealNotes
import BroadsealReporting
import BroadsealVerifying

/// The counts of an audit as a table: the three axes, each state that occurred; then the gravest kinds of
/// findings, each with how many files it is about and some of them.
struct SummaryTable {
  let terminal: Terminal
  let language: Language

  /// Most kinds of findings that are shown.
  private static let maximumKinds = 10
  /// Most files of a kind that are named, where nothing was lost.
  private static let maximumFiles = 3

  /// The table, with line breaks.
  func text(_ summary: Summary) -> String {
    let wording = Wording(language)
    let total = summary.places.total
    var text = row(wording.filesName, summary.files, .bold)
    let faulty = total.errors + total.gaps
    if faulty > 0 { text += row("  " + wording.withErrorsName, faulty, nil) }
    if total.warnings > 0 { text += row("  " + wording.withWarningsName, total.warnings, nil) }
    text += axis(wording.unjudgedName, summary.unjudged) { wording.word(for: $0) }
    // A seal speaks for some files without a label: they are counted by themselves, as the page has it.
    let sealed = summary.sealedUnlabelled
    var integrity = summary.integrity
    integrity[.noLabel, default: 0] -= sealed
    text += axis(
      wording.integrityName, integrity,
      more: sealed > 0 ? row("  " + wording.sealsName, sealed, nil) : ""
    ) { wording.word(for: $0) }
    var origin = summary.origin
    origin[.official, default: 0] -= summary.officialBySeal + summary.officialInPart
    let others = [
      (wording.bySealName, summary.officialBySeal), (wording.inPartName, summary.officialInPart),
    ].filter { $0.1 > 0 }.map { row("  " + $0.0, $0.1, nil) }
    text += axis(wording.originName, origin, more: others.joined()) { wording.word(for: $0) }
    text += axis(wording.sealsName, summary.seals) { wording.word(for: $0) }
    text += axis(wording.aiName, summary.ai) { wording.word(for: $0) }
    text += axis(wording.stateName, summary.states) { wording.word(for: $0) }
    text += axis(wording.skippedName, summary.skipped) { wording.word(for: $0) }
    if summary.closedArchives > 0 {
      text += row(wording.closedArchivesName, summary.closedArchives, nil)
    }
    text += axis(wording.findingsName, summary.findings) { wording.word(for: $0) }
    if summary.waived > 0 { text += row("  " + wording.waivedName, summary.waived, nil) }
    if let drift = summary.drift {
      let changes = changes(drift, wording)
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
    let shown = groups.prefix(SummaryTable.maximumKinds)
    var text = terminal.styled(wording.worstName, .bold) + "\n"
    for group in shown { text += told(group, wording) }
    let rest = groups.count - shown.count
    if rest > 0 { text += "  \(wording.more(kinds: rest))\n" }
    let isCut = shown.contains { $0.count > SummaryTable.named(of: $0).count && $0.path != nil }
    return isCut || rest > 0 ? text + "  \(wording.whereEveryFile)\n" : text
  }

  /// Files of a kind that are named: some, and of what was lost all that are kept.
  private static func named(of group: FindingGroup) -> ArraySlice<FindingGroup.Example> {
    let isLoss = group.finding.kind.isOfAbsence || group.finding.kind == .labelLost
    return group.examples.prefix(isLoss ? FindingGroup.maximumExamples : maximumFiles)
  }

  /// What changed since an earlier run: each kind, how often, and some of the files.
  private func changes(_ drift: DriftTally, _ wording: Wording) -> String {
    let kinds = Drift.Kind.allCases.filter { drift.counts[$0] != nil }
    guard !kinds.isEmpty else { return "" }
    let rows = kinds.map { kind -> String in
      let count = drift.counts[kind] ?? 0
      // What was lost is named among the findings.
      let isLoss = [.labelLost, .documentLost, .stillLost].contains(kind)
      let paths = isLoss ? [] : drift.examples[kind] ?? []
      return row("  " + wording.word(for: kind), count, nil)
        + paths.map { terminal.folded("    " + Untrusted.path($0), hanging: 6) + "\n" }.joined()
        + (count > paths.count && !isLoss
          ? "    \(wording.more(files: count - paths.count))\n" : "")
    }
    return terminal.styled(wording.since(drift.baseline), .bold) + "\n" + rows.joined()
  }

  /// One kind of findings: what is the matter, how often, some files, and what to do.
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
    let files = SummaryTable.named(of: group)
    for file in files {
      let code = file.code.map { "  (\($0.name))" } ?? ""
      text += terminal.folded("    \(Untrusted.path(file.path))\(code)", hanging: 6) + "\n"
    }
    let rest = group.count - files.count
    if rest > 0, !files.isEmpty { text += "    \(wording.more(files: rest))\n" }
    return text + terminal.folded("    → \(wording.remedy(for: finding))", hanging: 6) + "\n"
  }

  private func axis<State: CaseIterable & Hashable>(
    _ name: String, _ counts: [State: Int], more: String = "", _ word: (State) -> String
  ) -> String {
    let states = State.allCases.filter { counts[$0, default: 0] > 0 }
    guard !states.isEmpty || !more.isEmpty else { return "" }
    return terminal.styled(name, .bold) + "\n"
      + states.map { row("  " + word($0), counts[$0] ?? 0, nil) }.joined() + more
  }

  private func row(_ name: String, _ count: Int, _ style: Terminal.Style?) -> String {
    let number = String(count)
    let cell =
      name.padded(to: 22) + String(repeating: " ", count: max(0, 10 - number.count)) + number
    return (style.map { terminal.styled(cell, $0) } ?? cell) + "\n"
  }
}
