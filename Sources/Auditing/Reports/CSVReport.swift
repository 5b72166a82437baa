import BroadsealBytes
import BroadsealVerifying

/// A row a file (`csv`, RFC 4180), for spreadsheets.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe in front; control characters
/// are escaped, so that a row stays one line. Several codes in a cell are separated by a space.
package struct CSVReport: Report {
  /// A report in this form.
  package init() {}

  private static let columns = [
    "path", "integrity", "origin", "agency", "jurisdiction", "ai", "ai_system", "ai_version",
    "time", "c2pa", "format", "media_type", "size", "sha256", "signer", "reasons", "findings",
    "limits",
  ]

  package var header: [UInt8] { CSVReport.row(CSVReport.columns) }

  package func entry(_ judgement: Judgement) -> [UInt8] {
    let verdict = judgement.verdict
    let (origin, ai) = (verdict.origin, verdict.ai)
    return CSVReport.row([
      Untrusted.escaped(judgement.path),
      judgement.skip == nil ? verdict.integrity.rawValue : "skipped", origin?.status.rawValue,
      origin?.agency?.id, origin?.jurisdiction, ai?.status.rawValue, ai?.system, ai?.version,
      verdict.time?.trusted?.rfc3339, verdict.c2pa.state?.rawValue, verdict.format,
      verdict.mediaType, verdict.size.map(String.init), verdict.sha256, origin?.signer?.subject,
      origin?.reasons.map(\.code).joined(separator: " "),
      verdict.findings.map(\.code).joined(separator: " "),
      verdict.limits.joined(separator: "; "),
    ])
  }

  /// A broken-off run is told by its exit code; a last row says so too.
  package func footer(_ summary: Summary) -> [UInt8] {
    summary.isComplete ? [] : CSVReport.row(["# incomplete: the run was interrupted"])
  }

  private static func row(_ cells: [String?]) -> [UInt8] {
    Array((cells.map { cell($0 ?? "") }.joined(separator: ",") + "\r\n").utf8)
  }

  /// Signs that start a formula, in their wide forms too.
  private static let formulaSigns: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  /// One cell, harmless and quoted where it must be.
  static func cell(_ text: String) -> String {
    var safe = Untrusted.line(text)
    let first = safe.unicodeScalars.first { $0 != " " }
    if let first, formulaSigns.contains(first) { safe = "'" + safe }
    guard safe.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 == 0x20 }) else {
      return safe
    }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
