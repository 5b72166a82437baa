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
    var row: [UInt8] = []
    row.reserveCapacity(1_024)
    for (index, cell) in cells.enumerated() {
      if index > 0 { row.append(UInt8(ascii: ",")) }
      if let cell { put(cell, in: &row) }
    }
    row += [0x0D, 0x0A]
    return row
  }

  /// A row about the table and not of it: its first cell begins with `# `, which no other cell does.
  ///
  /// - Parameter width: cells of every row of the table; the rest of them stay empty.
  package static func remark(_ cells: [String], width: Int) -> [UInt8] {
    var row = Array("\"# \(Untrusted.line(cells.first ?? ""))\"".utf8)
    for cell in cells.dropFirst() {
      row.append(UInt8(ascii: ","))
      put(cell, in: &row)
    }
    row.append(
      contentsOf: repeatElement(UInt8(ascii: ","), count: max(0, width - max(cells.count, 1))))
    return row + [0x0D, 0x0A]
  }

  /// Whether a cell that begins so is a formula, its signs in their wide forms too, or looks like a remark.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "#", "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  /// A sentence without the signs that keep quoted words in their own direction: a cell holds nothing
  /// beside the sentence, and the signs would stand in it escaped.
  fileprivate static func plain(_ sentence: String) -> String {
    // In UTF-8 both signs begin with this byte; most sentences have none.
    guard sentence.utf8.contains(0xE2) else { return sentence }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: sentence.unicodeScalars.filter { $0 != "\u{2068}" && $0 != "\u{2069}" })
    return String(text)
  }

  /// Adds one cell, harmless and quoted where it must be.
  private static func put(_ text: String, in row: inout [UInt8]) {
    let safe = Untrusted.line(text)
    var (isQuoted, holdsQuotes) = (false, false)
    for byte in safe.utf8 {
      switch byte {
      case 0x22: (isQuoted, holdsQuotes) = (true, true)
      case 0x20, 0x2C, 0x3B: isQuoted = true
      default: break
      }
    }
    if isQuoted { row.append(0x22) }
    if let first = safe.unicodeScalars.first(where: { $0 != " " }), isSign(first) {
      row.append(UInt8(ascii: "'"))
    }
    if holdsQuotes {
      for byte in safe.utf8 {
        if byte == 0x22 { row.append(byte) }
        row.append(byte)
      }
    } else {
      row += safe.utf8
    }
    if isQuoted { row.append(0x22) }
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
  ///   - lines: the three lines about it; nil where nothing was judged, by rule. States and codes have no
  ///     language.
  ///   - more: further cells of the row.
  package func csv(at path: FilePath, _ lines: [AxisLine]?, more: [String?] = []) -> [UInt8] {
    let isSkipped = lines == nil
    let sentences: [String?] = lines?.map { CSV.plain($0.sentence.text) } ?? [nil, nil, nil]
    let cells: [String?] = [
      Untrusted.escaped(path), isSkipped ? "skipped" : integrityWord,
      origin?.status.rawValue, origin?.agency?.id, origin?.jurisdiction, aiTold?.status.rawValue,
      aiTold?.system, aiTold?.version, time?.trusted?.rfc3339, c2pa.state?.rawValue, format,
      mediaType,
      size.map(String.init), sha256, origin?.signer?.subject,
      origin?.reasons.map(\.code.name).joined(separator: " "),
      findings.map(\.code.name).joined(separator: " "), limits.joined(separator: "; "),
      isSkipped ? nil : sealState?.rawValue, isSkipped ? nil : unjudged?.rawValue,
    ]
    return CSV.row(cells + sentences + more)
  }
}
