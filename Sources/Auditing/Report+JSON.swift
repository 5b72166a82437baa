import BroadsealFolders
package import BroadsealJSON
import BroadsealNotes
import BroadsealReporting
import BroadsealVerifying

extension Judgement {
  /// The verdict as its schema `broadseal.verdict/1` has it, with what there is to say against the file.
  package var json: JSON.Value { verdict.json(at: path, context) }

  /// The same as a line of text, without its end.
  ///
  /// - Parameter tellsSuccess: whether the checks that went well are told too.
  func jsonText(tellsSuccess: Bool) -> [UInt8] {
    var context = context
    context.tellsSuccess = tellsSuccess
    return verdict.jsonText(at: path, context)
  }

  private var context: VerdictContext {
    var context = VerdictContext()
    context.skipped = skip?.rawValue
    context.audit = skip == nil ? .array(findings.map(\.json)) : nil
    context.drift = drift?.json
    return context
  }
}

extension AuditFinding {
  /// The finding, as the schemas of verdict and summary have it. Its sentences are English.
  package var json: JSON.Value {
    let wording = Wording(.english)
    var members: [(String, JSON.Value)] = [
      ("kind", .string(kind.rawValue)), ("severity", .string(severity.rawValue)),
      ("rule", .string(rule)),
    ]
    if let title { members.append(("title", .string(title))) }
    if let code { members.append(("code", .string(code.name))) }
    members += [
      ("explanation", .string(wording.sentence(for: self))),
      ("remedy", .string(wording.remedy(for: self))),
      ("shortfalls", .array(shortfalls.map(\.json))),
      ("controls", .array(controls.map(JSON.Value.string))),
    ]
    if let waiver {
      members.append(
        (
          "waiver",
          [
            "reason": .string(waiver.reason), "owner": .string(waiver.owner),
            "expires": .string(waiver.expires.rfc3339),
          ]
        ))
    }
    return .object(JSON.Object(members))
  }
}

extension Shortfall {
  /// What was asked, and what was found.
  fileprivate var json: JSON.Value {
    .object(
      JSON.Object([
        ("key", .string(criterion.key)),
        (
          isDenied ? "denied" : "required",
          .array(criterion.values.map(JSON.Value.string))
        ),
        ("found", .array(found.map(JSON.Value.string))),
      ]))
  }
}

extension Summary {
  /// The summary as its schema `broadseal.summary/1` has it; every state is there, also with none.
  package var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("complete", .bool(isComplete)),
      ("files", .integer(Int64(files))),
      ("bytes", .integer(Int64(bytes))),
      ("integrity", Summary.counts(integrity)),
      ("unjudged", Summary.counts(unjudged)),
      ("origin", Summary.counts(origin)),
      ("conclusion", Summary.counts(conclusions)),
      ("seals", Summary.counts(seals)),
      ("ai", Summary.counts(ai)),
      ("c2pa", Summary.counts(states)),
      ("findings", Summary.counts(findings)),
      ("waived", .integer(Int64(waived))),
      ("rules", .array(groups.map(\.json))),
      ("skipped", Summary.counts(skipped)),
    ]
    if let drift { members.append(("drift", drift.json)) }
    if let registered { members.append(("registered", .integer(Int64(registered)))) }
    if let sample {
      members.append(
        (
          "sample",
          [
            "population": .integer(Int64(sample.population)),
            "drawn": .integer(Int64(sample.drawn)), "seed": .integer(Int64(sample.seed)),
            "seedNamed": .bool(sample.isSeedNamed),
            "strata": .integer(Int64(sample.strata)), "failing": .integer(Int64(failing)),
            "confidence": .number(SampleFrame.confidence),
            "atMost": .number(sample.atMost(failing)),
          ]
        ))
    }
    return Schema.summary.document(members)
  }

  private static func counts<State: CaseIterable & RawRepresentable<String> & Hashable>(
    _ counted: [State: Int]
  ) -> JSON.Value {
    let states = State.allCases.filter { ($0 as? Integrity) != .unreadable }
    return .object(
      JSON.Object(states.map { ($0.rawValue, .integer(Int64(counted[$0] ?? 0))) }))
  }
}

extension FindingGroup {
  /// Findings of one kind under one rule, counted.
  fileprivate var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("rule", .string(finding.rule)), ("kind", .string(finding.kind.rawValue)),
      ("severity", .string(finding.severity.rawValue)), ("files", .integer(Int64(count))),
      ("explanation", .string(Wording(.english).sentence(for: finding))),
      ("controls", .array(finding.controls.map(JSON.Value.string))),
    ]
    if let path { members += path.members("example") }
    return .object(JSON.Object(members))
  }
}
