import BroadsealJSON
import BroadsealReporting
import BroadsealVerifying

/// A form in which judgements are written down.
///
/// `entry` runs on the workers, side by side; the rest runs once. Every part is bytes, so that a
/// record is one write.
package protocol Report: Sendable {
  /// What comes before the first entry.
  var header: [UInt8] { get }

  /// What comes between two entries.
  var separator: [UInt8] { get }

  /// One judgement.
  func entry(_ record: inout ReportRecord) -> [UInt8]

  /// What comes after the last entry.
  func footer(_ summary: Summary) -> [UInt8]
}

/// A judgement on its way into the reports of one run: its JSON, which two of them take, is written
/// once.
package struct ReportRecord {
  /// What is written down.
  package let judgement: Judgement
  private var line: [UInt8]?

  /// Nothing is written yet.
  package init(_ judgement: Judgement) {
    self.judgement = judgement
  }

  /// The verdict as its schema `broadseal.verdict/1` has it, in one line without its end.
  mutating func json() -> [UInt8] {
    if let line { return line }
    let written = JSON.Writer.bytes(of: judgement.json)
    line = written
    return written
  }
}

extension Report {
  package var header: [UInt8] { [] }
  package var separator: [UInt8] { [] }
  package func footer(_ summary: Summary) -> [UInt8] { [] }

  /// One judgement, for a caller with one report.
  package func entry(_ judgement: Judgement) -> [UInt8] {
    var record = ReportRecord(judgement)
    return entry(&record)
  }
}

/// A row a file (`csv`, RFC 4180), for spreadsheets.
package struct CSVReport: Report {
  /// A report in this form.
  package init() {}

  package var header: [UInt8] {
    CSV.row(Verdict.csvColumns + ["severity", "rules", "controls", "waived"])
  }

  package func entry(_ record: inout ReportRecord) -> [UInt8] {
    let judgement = record.judgement
    let counting = judgement.findings.filter { $0.waiver == nil }
    return judgement.verdict.csv(
      at: judgement.path, isSkipped: judgement.skip != nil,
      more: [
        judgement.gravest?.severity.rawValue, counting.map(\.rule).joined(separator: " "),
        counting.flatMap(\.controls).joined(separator: "; "),
        judgement.findings.filter { $0.waiver != nil }.map(\.rule).joined(separator: " "),
      ])
  }

  /// A broken-off run is told by its exit code; a last row says so too.
  package func footer(_ summary: Summary) -> [UInt8] {
    summary.isComplete ? [] : CSV.row(["# incomplete: the run was interrupted"])
  }
}

/// One document with every verdict and the summary (`json`).
package struct JSONReport: Report {
  /// A report in this form.
  package init() {}

  package var header: [UInt8] {
    let tool = JSON.Writer.write(Tool.json, pretty: false)
    return Array(#"{"schema":"broadseal.audit/1","tool":\#(tool),"verdicts":[\#n"#.utf8)
  }

  package var separator: [UInt8] { Array(",\n".utf8) }

  package func entry(_ record: inout ReportRecord) -> [UInt8] { record.json() }

  package func footer(_ summary: Summary) -> [UInt8] {
    Array("\n],\"summary\":\(JSON.Writer.write(summary.json, pretty: false))}\n".utf8)
  }
}

/// A verdict a line (`ndjson`); a run that was broken off says so in a last line of its own schema.
package struct NDJSONReport: Report {
  /// A report in this form.
  package init() {}

  package func entry(_ record: inout ReportRecord) -> [UInt8] {
    record.json() + [UInt8(ascii: "\n")]
  }

  package func footer(_ summary: Summary) -> [UInt8] {
    summary.isComplete ? [] : JSON.Writer.bytes(of: summary.json) + [UInt8(ascii: "\n")]
  }
}
