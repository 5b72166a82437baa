import BroadsealJSON
import BroadsealReporting

/// One document with the run, every verdict and the summary (`json`).
package struct JSONReport: Report {
  private let run: RunHeader?
  private let shape: ReportShape

  /// A report of `run`.
  package init(_ run: RunHeader? = nil, _ shape: ReportShape = ReportShape()) {
    self.run = run
    self.shape = shape
  }

  package var header: [UInt8] {
    let tool = JSON.Writer.write(Tool.json, pretty: false)
    let run = run.map { #""run":"# + JSON.Writer.write($0.json) + "," } ?? ""
    let start = #"{"schema":"\#(Schema.audit.name)",\#(run)"tool":\#(tool)"#
    return Array((start + (shape.isSummaryOnly ? "" : #","verdicts":[\#n"#)).utf8)
  }

  package var separator: [UInt8] { Array(",\n".utf8) }

  package func entry(_ record: inout ReportRecord) -> [UInt8] {
    shape.isSummaryOnly ? [] : record.json(tellsSuccess: !shape.leavesOutSuccess)
  }

  package func footer(_ summary: Summary) -> [UInt8] {
    let end = #","summary":\#(JSON.Writer.write(summary.json, pretty: false))}\#n"#
    return Array(((shape.isSummaryOnly ? "" : "\n]") + end).utf8)
  }
}

/// A line of JSON each for the run, every verdict and the summary, which comes last (`ndjson`). The
/// member `schema` tells them apart.
package struct NDJSONReport: Report {
  private let run: RunHeader?
  private let shape: ReportShape

  /// A report of `run`.
  package init(_ run: RunHeader? = nil, _ shape: ReportShape = ReportShape()) {
    self.run = run
    self.shape = shape
  }

  package var header: [UInt8] { run.map { JSON.Writer.bytes(of: $0.json) + [0x0A] } ?? [] }

  package func entry(_ record: inout ReportRecord) -> [UInt8] {
    shape.isSummaryOnly ? [] : record.json(tellsSuccess: !shape.leavesOutSuccess) + [0x0A]
  }

  package func footer(_ summary: Summary) -> [UInt8] {
    JSON.Writer.bytes(of: summary.json) + [0x0A]
  }
}
