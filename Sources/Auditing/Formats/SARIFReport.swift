package import BroadsealBytes
import BroadsealJSON
package import BroadsealReporting
import BroadsealVerifying

/// What there is to say against files, as SARIF 2.1.0 (`sarif`): for viewers of findings and for
/// pipelines that gather those of many tools. A waived finding is there, and suppressed.
package struct SARIFReport: Report {
  private let run: RunHeader
  private let wording: Wording

  /// A report of `run`; its messages are in `language`.
  package init(_ run: RunHeader, language: Language = .english) {
    self.run = run
    wording = Wording(language)
  }

  package var header: [UInt8] {
    Array(
      (#"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","#
        + #""runs":[{"language":"\#(wording.say("en", "ja"))","results":["# + "\n").utf8)
  }

  package var separator: [UInt8] { Array(",\n".utf8) }

  package func entry(_ record: inout ReportRecord) -> [UInt8] {
    let judgement = record.judgement
    let results = judgement.findings.map { result($0, judgement) }
    return Array(results.map { JSON.Writer.write($0) }.joined(separator: ",\n").utf8)
  }

  package func footer(_ summary: Summary) -> [UInt8] {
    var invocation: [(String, JSON.Value)] = [
      ("executionSuccessful", .bool(summary.isComplete)),
      ("arguments", .array(run.command.dropFirst().map(JSON.Value.string))),
    ]
    if let started = run.started {
      invocation.append(("startTimeUtc", .string(started.rfc3339)))
    }
    // What is the matter with the policy itself is about no file, and a document that is gone is none that was met.
    let notices = summary.gravest.filter(\.isOfRun).map { placed -> JSON.Value in
      let text = SARIFReport.literal(wording.sentence(for: placed.finding))
      var members: [(String, JSON.Value)] = [
        ("descriptor", ["id": .string(placed.finding.rule)]),
        ("level", .string(placed.finding.severity.rawValue)),
        ("message", ["text": .string(text)]),
      ]
      if let path = placed.path { members.append(("locations", SARIFReport.locations(of: path))) }
      return .object(JSON.Object(members))
    }
    if !notices.isEmpty {
      invocation.append(("toolConfigurationNotifications", .array(notices)))
    }
    let rules = summary.groups.reduce(into: [(String, JSON.Value)]()) { rules, group in
      let name = group.finding.rule
      if !rules.contains(where: { $0.0 == name }) { rules.append((name, rule(group.finding))) }
    }
    let tool: JSON.Value = [
      "driver": [
        "name": .string(Tool.name), "version": .string(Tool.version),
        "rules": .array(rules.map(\.1)),
      ]
    ]
    let properties: JSON.Value = ["run": run.json, "summary": summary.json]
    return Array(
      ("\n],\"tool\":" + JSON.Writer.write(tool) + ",\"invocations\":["
        + JSON.Writer.write(.object(JSON.Object(invocation))) + "],\"properties\":"
        + JSON.Writer.write(properties) + "}]}\n").utf8)
  }

  private func rule(_ finding: AuditFinding) -> JSON.Value {
    let name = finding.title.map(Untrusted.clean) ?? wording.sentence(for: finding.kind)
    return [
      "id": .string(finding.rule),
      "shortDescription": ["text": .string(SARIFReport.literal(name))],
      "help": ["text": .string(SARIFReport.literal(wording.remedy(for: finding)))],
      "defaultConfiguration": ["level": .string(finding.severity.rawValue)],
      "properties": ["tags": .array(finding.controls.map(JSON.Value.string))],
    ]
  }

  private func result(_ finding: AuditFinding, _ judgement: Judgement) -> JSON.Value {
    let text = wording.sentence(for: finding) + wording.say(" ", "") + wording.remedy(for: finding)
    var members: [(String, JSON.Value)] = [
      ("ruleId", .string(finding.rule)),
      ("level", .string(finding.severity.rawValue)),
      ("message", ["text": .string(SARIFReport.literal(text))]),
      ("locations", SARIFReport.locations(of: judgement.path)),
      (
        "partialFingerprints",
        ["file/v1": .string(judgement.path.reference), "kind/v1": .string(finding.kind.rawValue)]
      ),
    ]
    if let waiver = finding.waiver {
      let why = "\(waiver.reason) (\(waiver.owner), \(waiver.expires.rfc3339))"
      members.append(
        (
          "suppressions",
          [["kind": "external", "status": "accepted", "justification": .string(why)]]
        ))
    }
    var properties: [(String, JSON.Value)] = [
      ("kind", .string(finding.kind.rawValue)),
      ("integrity", .string(judgement.verdict.integrityWord)),
      ("origin", .string((judgement.verdict.origin?.status ?? .none).rawValue)),
      ("ai", .string(judgement.verdict.aiStatus.rawValue)),
    ]
    if let code = finding.code { properties.append(("code", .string(code.name))) }
    if let agency = judgement.verdict.origin?.agency {
      properties.append(("agency", .string(agency.id)))
    }
    if let digest = judgement.verdict.sha256 { properties.append(("sha256", .string(digest))) }
    members.append(("properties", .object(JSON.Object(properties))))
    return .object(JSON.Object(members))
  }

  private static func locations(of path: FilePath) -> JSON.Value {
    [["physicalLocation": ["artifactLocation": ["uri": .string(path.reference)]]]]
  }

  /// Text that a viewer shows as it is: brackets would make a link of it (SARIF 2.1.0 §3.11.6).
  private static func literal(_ text: String) -> String {
    text.reduce(into: "") { literal, character in
      if "\\[]".contains(character) { literal.append("\\") }
      literal.append(character)
    }
  }
}

extension FilePath {
  /// The path as a reference (RFC 3986): every byte that is no plain letter, digit or mark is escaped,
  /// so that any name comes back byte for byte.
  package var reference: String {
    var text = bytes.first == UInt8(ascii: "/") ? "file://" : ""
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "%" + Hex.encode([byte]).uppercased()
      }
    }
    return text
  }
}
