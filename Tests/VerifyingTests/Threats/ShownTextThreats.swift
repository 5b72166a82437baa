import BroadsealJSON
import BroadsealProvenance
import BroadsealVerifying
import TestSupport

/// T-85: text of an attacker's in a name or a label, in each form in which an audit shows it.
enum ShownTextThreats {
  static let audits: [ThreatAudit] =
    Form.allCases.map { names($0) } + Form.allCases.map { fields($0) }

  static let rows: [ThreatRow] = [
    ThreatRow(
      .shownText, "control characters, links and 20,000 letters in every field of a label",
      .unofficial(.unrecognised, ["OFF-3-UNLISTED", "OFF-6-NO-LABEL"], .valid)
    ) { pki in
      try ThreatCase(try HostileManifest.made(pki), trust: .demo(pki))
    }
  ]

  /// A form that an audit reports in.
  private enum Form: String, CaseIterable {
    case text, csv, html, sarif, junit, json, ndjson, crjson

    /// The file that it is written to, or its folder's index.
    var file: String { self == .crjson ? "shown/index.ndjson" : "shown" }
  }

  private static let hostileNames = [
    "\u{1B}]0;owned\u{7}.jpg", "\u{1B}]8;;http:.jpg", "a\nb.jpg", "a\r\u{85}b.jpg",
    "\u{202E}gpj.exe", "=cmd|' !A0.jpg", "+1.jpg", "@SUM(1).jpg", "<script>alert(1).jpg",
    "\"><img src=x>.jpg", "]]>.jpg", "[x](http:).jpg", "'); DROP TABLE file;--.jpg",
    String(repeating: "x", count: 255),
  ]

  private static func names(_ form: Form) -> ThreatAudit {
    let expected = Dictionary(
      uniqueKeysWithValues: hostileNames.map { ($0, "intact recognised-tool") })
    return ThreatAudit(
      .shownText, "names of files that would do something, shown in \(form.rawValue)", 0, says: "",
      expected
    ) { folder in
      ThreatAudit.lay(folder, Dictionary(uniqueKeysWithValues: hostileNames.map { ($0, "ai.jpg") }))
      return ["-o", "\(form.rawValue)=" + folder("shown")]
    }.checked { folder, outcome in
      try isHarmless(folder, form, outcome)
    }
  }

  private static func fields(_ form: Form) -> ThreatAudit {
    ThreatAudit(
      .shownText, "the same in certificate and label, shown in \(form.rawValue)", 0, says: "",
      ["a.png": "intact unrecognised"]
    ) { folder in
      let manifest = try HostileManifest.made(try TestPKI.shared())
      folder.write(try TestFile.png.signed(manifest), to: "in/a.png")
      return ["-o", "\(form.rawValue)=" + folder("shown"), "--lang", "ja"]
    }.judged(at: TestPKI.now).checked { folder, outcome in
      try isHarmless(folder, form, outcome)
    }
  }

  /// Whether what was written in a form, and on both streams, does nothing but be read.
  private static func isHarmless(
    _ folder: Scratch, _ form: Form, _ outcome: Command.Outcome
  ) throws -> Bool {
    guard let bytes = folder.read(form.file),
      let shown = String(validating: bytes, as: UTF8.self)
    else { return false }
    for text in [shown, outcome.text, outcome.errorText] where !isStill(text) { return false }
    switch form {
    case .text: return shown.split(separator: "\n").allSatisfy { $0.count < 1_000 }
    case .csv:
      return CSVCells.of(shown).allSatisfy { cell in
        guard let first = cell.first else { return true }
        return cell.hasPrefix("# ") || !"=+-@\t\r#".contains(first)
      }
    case .html:
      let tags = shown.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
      return tags.allSatisfy { tag in
        !["script", "img", "a ", "iframe"].contains { tag.hasPrefix($0) }
          && ![" src=", " href=", " onerror=", " style="].contains { tag.contains($0) }
      }
    case .junit: return !shown.contains("<script") && !shown.contains("<img")
    case .sarif, .json:
      _ = try JSON.Reader.parse(bytes)
      return true
    case .ndjson, .crjson:
      return try bytes.split(separator: 0x0A).allSatisfy { try JSON.Reader.parse($0).object != nil }
    }
  }

  /// Whether nothing in the text moves the cursor, turns the writing round, or hides.
  private static func isStill(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "\n", "\r", "\u{FEFF}", "\u{2068}", "\u{2069}": true
      default:
        ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
          scalar.properties.generalCategory)
      }
    }
  }
}

/// The cells of a table as RFC 4180 has them, as much of it as reports use.
enum CSVCells {
  /// Every cell of every row.
  static func of(_ text: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case ",", "\r\n", "\n":
        if isQuoted {
          cell.append(character)
        } else {
          cells.append(cell)
          cell = ""
        }
      default: cell.append(character)
      }
    }
    return cells + [cell]
  }
}
