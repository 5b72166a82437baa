import BroadsealAuditing
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
      wording.word(for: verdict.integrity), verdict.hasFailedLabel ? wording.invalidWord : origin,
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
