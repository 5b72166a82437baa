package import BroadsealBytes
import BroadsealNotes
package import BroadsealVerifying

/// Tables for spreadsheets (RFC 4180).
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe in front; control characters
/// are escaped, so that a row stays one line.
package enum CSV {
  /// One row, with its line break; nil is an empty cell.
  package static func row(_ cells: [String?]) -> [UInt8] {
    Array((cells.map { cell($0 ?? "") }.joined(separator: ",") + "\r\n").utf8)
  }

  /// A row about the table and not of it: its first cell begins with `# `, which no other cell does.
  ///
  /// - Parameter width: cells of every row of the table; the rest of them stay empty.
  package static func remark(_ cells: [String], width: Int) -> [UInt8] {
    let first = "\"# \(Untrusted.line(cells.first ?? ""))\""
    let rest = cells.dropFirst().map(cell)
    let blanks = repeatElement("", count: max(0, width - rest.count - 1))
    return Array((([first] + rest + blanks).joined(separator: ",") + "\r\n").utf8)
  }

  /// Signs that start a formula, in their wide forms too, and the one that starts a remark.
  private static let formulaSigns: Set<Unicode.Scalar> = [
    "#", "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  /// A sentence without the signs that keep quoted words in their own direction: a cell holds nothing
  /// beside the sentence, and the signs would stand in it escaped.
  fileprivate static func plain(_ sentence: String) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: sentence.unicodeScalars.filter { $0 != "\u{2068}" && $0 != "\u{2069}" })
    return String(text)
  }

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

extension Verdict {
  /// The names of the cells that `csv` gives.
  package static let csvColumns = [
    "path", "integrity", "origin", "agency", "jurisdiction", "ai", "ai_system", "ai_version",
    "time", "c2pa", "format", "media_type", "size", "sha256", "signer", "reasons", "findings",
    "limits", "seal", "unjudged", "integrity_text", "origin_text", "ai_text",
  ]

  /// The verdict as one row; several codes in a cell are separated by a space.
  ///
  /// - Parameters:
  ///   - path: the file that was judged.
  ///   - isSkipped: whether nothing was judged, by rule.
  ///   - wording: the words of the three sentences; states and codes have no language.
  ///   - more: further cells of the row.
  package func csv(
    at path: FilePath, isSkipped: Bool = false, in wording: Wording = Wording(.english),
    more: [String?] = []
  ) -> [UInt8] {
    let sentences = isSkipped ? [] : wording.lines(of: self).map { CSV.plain($0.sentence.text) }
    return CSV.row(
      [
        Untrusted.escaped(path), isSkipped ? "skipped" : integrityWord,
        origin?.status.rawValue, origin?.agency?.id, origin?.jurisdiction, ai?.status.rawValue,
        ai?.system, ai?.version, time?.trusted?.rfc3339, c2pa.state?.rawValue, format, mediaType,
        size.map(String.init), sha256, origin?.signer?.subject,
        origin?.reasons.map(\.code.name).joined(separator: " "),
        findings.map(\.code.name).joined(separator: " "), limits.joined(separator: "; "),
        isSkipped ? nil : sealState?.rawValue, isSkipped ? nil : unjudged?.rawValue,
      ] + (isSkipped ? [nil, nil, nil] : sentences) + more)
  }
}
