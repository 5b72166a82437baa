import Auditing
import Verifying

/// An audit for people: a line a file, then the counts.
struct AuditText: Report {
  let terminal: Terminal
  let language: Language

  func entry(_ judgement: Judgement) -> [UInt8] {
    let verdict = judgement.verdict
    let wording = Wording(language)
    let words = [
      judgement.skip == nil ? verdict.integrity.rawValue : "skipped",
      verdict.origin?.status.rawValue ?? "-", verdict.ai?.status.rawValue ?? "-",
    ]
    let widths = [10, 16, 14]
    var line = ""
    for (index, axis) in wording.lines(of: verdict).enumerated() {
      let cell = "\(axis.symbol) \(words[index])".padded(to: widths[index] + 2)
      line += terminal.toned(cell, axis.tone) + " "
    }
    return Array((line + Untrusted.path(judgement.path) + "\n").utf8)
  }

  func footer(_ summary: Summary) -> [UInt8] {
    Array(("\n" + SummaryTable(terminal: terminal, language: language).text(summary)).utf8)
  }
}
