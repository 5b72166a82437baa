import BroadsealNotes
import BroadsealReporting
import BroadsealVerifying

/// A row a file (`csv`, RFC 4180), for spreadsheets.
package struct CSVReport: Report {
  /// A report in this form.
  package init() {}

  package var header: [UInt8] { CSV.row(Verdict.csvColumns) }

  package func entry(_ judgement: Judgement) -> [UInt8] {
    judgement.verdict.csv(at: judgement.path, isSkipped: judgement.skip != nil)
  }

  /// A broken-off run is told by its exit code; a last row says so too.
  package func footer(_ summary: Summary) -> [UInt8] {
    summary.isComplete ? [] : CSV.row(["# incomplete: the run was interrupted"])
  }
}
