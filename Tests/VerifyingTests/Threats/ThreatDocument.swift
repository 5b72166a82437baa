import BroadsealNotes
import BroadsealTrust

/// The page Documentation/Threats.md, written from the table that the tests run.
struct ThreatDocument {
  /// The whole page.
  static var text: String {
    head + threats + genuineHead + table(ThreatTable.genuine) + tail
  }

  private static let head = """
    # Threats

    What attackers try to make a document say "official", and what Broadseal says of each attempt. **This page is
    written by the tests** (`make docs`): every row is a file that a test builds, judges with the library and with the
    program `broadseal verify`, or a folder that the library's `FolderAudit` and `broadseal audit` judge, and holds
    against what stands here; a row that is not true fails the build. Certificates, lists and agencies are those of the
    demonstration, where nothing else is said, and the judge believes both its lists.

    * **Integrity** and **Origin** are two of the three axes of a verdict; `recognised-tool` is a signer that anchors of
      C2PA know, which is never official.
    * **C2PA** is the state by the standard alone. A forgery can be `Valid` there, and often is: anybody can sign.
    * **Codes** are all the reasons why it is not official (`OFF-…`, by the number of the condition that fails), and
      other codes that tell. Each has a sentence in English and Japanese (`verify --explain`).
    * **Exit** is how `broadseal verify` ends: 0 official, 1 altered or invalid, 5 not official, 6 trust material refused.

    """

  private static let genuineHead = """

    ## Genuine documents

    The other side: what must never be taken for an attack. Every one of these is official.

    """

  private static var tail: String {
    let attacks = ThreatTable.attacks
    let wrong = attacks.filter { $0.expected.origin == "official" && !$0.isHarmless }.count
    return """

      ## Figures

      | | rows | official |
      |---|---|---|
      | attacks on a file | \(attacks.count) | \(wrong) |
      | attempts that must change nothing | \(attacks.filter(\.isHarmless).count) (among them) | all |
      | attacks on a run of the program | \(ThreatTable.runs.count) | 0 |
      | attacks on an audit | \(ThreatTable.audits.count) | 0 taken for better than they are |
      | genuine documents | \(ThreatTable.genuine.count) | \(ThreatTable.genuine.count) |

      """
  }

  private static var threats: String {
    Threat.allCases.map { threat in
      let rows = ThreatTable.attacks.filter { $0.threat == threat }
      let runs = ThreatTable.runs.filter { $0.threat == threat }
      var text = "\n## \(threat.code) \(threat.title)\n\n"
      if threat == .archives {
        text += "More of it: `ArchivedEvidenceTests` and `EvidenceCommandTests`.\n\n"
      }
      if !rows.isEmpty { text += table(rows) }
      if !rows.isEmpty, !runs.isEmpty { text += "\n" }
      if !runs.isEmpty { text += table(runs) }
      let audits = ThreatTable.audits.filter { $0.threat == threat }
      if !rows.isEmpty || !runs.isEmpty, !audits.isEmpty { text += "\n" }
      if !audits.isEmpty { text += table(audits) }
      return text
    }.joined()
  }

  private static func table(_ rows: [ThreatRow]) -> String {
    "| what is tried | integrity | origin | C2PA | codes | exit |\n|---|---|---|---|---|---|\n"
      + rows.map { row in
        let outcome = row.expected
        guard outcome.refusal == nil else {
          return line([
            row.attack, "", "", "", "list refused: \(outcome.refusal?.description ?? "")",
            "\(outcome.exit)",
          ])
        }
        return line([
          row.attack, outcome.integrity,
          outcome.origin == "official" ? "**official**" : outcome.origin, outcome.state,
          (outcome.reasons + outcome.codes).map { "`\($0)`" }.joined(separator: " "),
          "\(outcome.exit)",
        ])
      }.joined()
  }

  private static func table(_ runs: [ThreatRun]) -> String {
    "| what is tried | what the program says | exit |\n|---|---|---|\n"
      + runs.map {
        line([$0.attack, $0.words.map { "“\($0)”" } ?? "no socket is opened", "\($0.exit)"])
      }.joined()
  }

  private static func table(_ audits: [ThreatAudit]) -> String {
    "| what is tried | what is said of the files | the audit says | exit |\n|---|---|---|---|\n"
      + audits.map { row in
        let said = Set(row.expected.values).sorted()
        return line([
          row.attack,
          said.isEmpty ? "nothing: the run is refused" : said.joined(separator: ", "),
          row.words.isEmpty ? "" : "“\(row.words)”", "\(row.exit)",
        ])
      }.joined()
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map { $0.split(separator: "|").joined(separator: "\\|") }.joined(separator: " | ")
      + " |\n"
  }
}
