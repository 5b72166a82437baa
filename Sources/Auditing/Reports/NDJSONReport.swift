import BroadsealJSON

/// A verdict a line (`ndjson`); a run that was broken off says so in a last line of its own schema.
package struct NDJSONReport: Report {
  /// A report in this form.
  package init() {}

  package func entry(_ judgement: Judgement) -> [UInt8] {
    NDJSONReport.line(judgement.json)
  }

  package func footer(_ summary: Summary) -> [UInt8] {
    summary.isComplete ? [] : NDJSONReport.line(summary.json)
  }

  /// One line of JSON.
  static func line(_ value: JSON.Value) -> [UInt8] {
    JSON.Writer.bytes(of: value) + [UInt8(ascii: "\n")]
  }
}
