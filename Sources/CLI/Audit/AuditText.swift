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
    let lines = record.lines(in: wording).marked(for: judgement.verdict)
    let axes = zip(lines, words(judgement.verdict))
    return Array((cells(axes.map { ("\($0.symbol) \($1)", $0.tone) }) + path + "\n").utf8)
  }

  func footer(_ summary: Summary) -> [UInt8] {
    guard summary.files > 0 || !summary.skipped.isEmpty else { return [] }
    let gap = isSummaryOnly ? "" : "\n"
    return Array((gap + SummaryTable(terminal: terminal, language: language).text(summary)).utf8)
  }

  private func words(_ verdict: Verdict) -> [String] {
    let origin = wording.originWord(of: verdict) ?? "-"
    return [
      verdict.sealState.map { wording.word(for: $0) } ?? wording.word(for: verdict.integrity),
      verdict.hasFailedLabel ? wording.invalidWord : origin,
      verdict.aiTold.map { wording.word(for: $0.status) } ?? "-",
    ]
  }

  /// Columns of the three axes: the longest word of each has room.
  static func widths(_ language: Language) -> [Int] {
    switch language {
    case .english: [20, 18, 16]
    case .japanese: [28, 22, 16]
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
