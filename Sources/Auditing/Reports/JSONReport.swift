import BroadsealJSON
import BroadsealReporting

/// One document with every verdict and the summary (`json`).
package struct JSONReport: Report {
  /// A report in this form.
  package init() {}

  package var header: [UInt8] {
    let tool = JSON.Writer.write(Tool.json, pretty: false)
    return Array(#"{"schema":"broadseal.audit/1","tool":\#(tool),"verdicts":[\#n"#.utf8)
  }

  package var separator: [UInt8] { Array(",\n".utf8) }

  package func entry(_ judgement: Judgement) -> [UInt8] {
    JSON.Writer.bytes(of: judgement.json)
  }

  package func footer(_ summary: Summary) -> [UInt8] {
    Array("\n],\"summary\":\(JSON.Writer.write(summary.json, pretty: false))}\n".utf8)
  }
}
