package import BroadsealBytes
import BroadsealOpenSSL
package import BroadsealSettings
import BroadsealVerifying

/// Reads a policy file: strictly, and to its end, so that every mistake is told at once.
package struct PolicyReader {
  /// The policy; nil where something is wrong with it.
  package private(set) var policy: Policy?
  /// What is wrong, in the order of the file.
  package private(set) var faults: [SettingsError] = []

  /// Most rules, and most waivers, that a policy may have.
  package static let maximumRules = 1_000
  /// Most mistakes that are told.
  private static let maximumFaults = 100

  /// Reads the policy at `path`.
  ///
  /// - Throws: where the file cannot be read, or is no TOML.
  package init(_ path: FilePath) throws(SettingsError) {
    let file = try SettingsFile(path)
    let table = try SettingsTable(file)
    check { () throws(SettingsError) in
      try table.allowOnly([
        "policy_version", "name", "default", "builtin", "rule", "waiver",
      ])
    }
    let version = check { () throws(SettingsError) in try table.integer("policy_version") }
    if version == .some(nil) {
      faults.append(table.missing("policy_version"))
    } else if let version, version != 1 {
      faults.append(
        table.failure(
          "policy_version", "is not one that this version reads", hint: "it reads 1"))
    }
    let name = check { () throws(SettingsError) in try table.text("name") } ?? nil
    let reportsUnmatched = check { () throws(SettingsError) in
      try table.choice("default", from: ["allow", "report"])
    }
    let builtIn = check { () throws(SettingsError) in try PolicyReader.builtIn(table) }
    let rules = rules(table)
    let waivers = waivers(table, rules)
    if rules.isEmpty, faults.isEmpty, !table.has("builtin") {
      faults.append(table.failure("rule", "is missing: the policy asks for nothing"))
    }
    faults.sort { ($0.place ?? .start) < ($1.place ?? .start) }
    guard faults.isEmpty, let digest = try? Digest.of(Array(file.bytes), .sha256).hex else {
      return
    }
    policy = Policy(
      name: name, rules: rules, waivers: waivers, builtIn: builtIn ?? Policy.usual,
      reportsUnmatched: (reportsUnmatched ?? nil) != "allow",
      source: Policy.Source(path: path, sha256: digest))
  }

  /// The policy at `path`.
  ///
  /// - Throws: the first fault.
  package static func read(_ path: FilePath) throws(SettingsError) -> Policy {
    let reader = try PolicyReader(path)
    if let fault = reader.faults.first { throw fault }
    guard let policy = reader.policy else {
      throw SettingsError(path, "the policy cannot be read")
    }
    return policy
  }

  /// Does something that may find a fault, and goes on.
  private mutating func check<Value>(
    _ body: () throws(SettingsError) -> Value
  ) -> Value? {
    do throws(SettingsError) { return try body() } catch {
      if faults.count < PolicyReader.maximumFaults { faults.append(error) }
      return nil
    }
  }

  private mutating func rules(_ table: SettingsTable) -> [PolicyRule] {
    guard let tables = check({ () throws(SettingsError) in try table.tables("rule") }) else {
      return []
    }
    guard tables.count <= PolicyReader.maximumRules else {
      faults.append(table.failure("rule", "is there more than \(PolicyReader.maximumRules) times"))
      return []
    }
    var rules: [PolicyRule] = []
    var seen: Set<String> = []
    for table in tables {
      guard let rule = check({ () throws(SettingsError) in try PolicyRule(table) }) else {
        continue
      }
      if seen.insert(rule.id).inserted {
        rules.append(rule)
      } else {
        faults.append(
          table.failure("id", "is another rule's too: \(rule.id)", hint: "each rule has its own"))
      }
    }
    return rules
  }

  private mutating func waivers(_ table: SettingsTable, _ rules: [PolicyRule]) -> [Waiver] {
    guard let tables = check({ () throws(SettingsError) in try table.tables("waiver") }) else {
      return []
    }
    guard tables.count <= PolicyReader.maximumRules else {
      faults.append(
        table.failure("waiver", "is there more than \(PolicyReader.maximumRules) times"))
      return []
    }
    let known = Set(rules.map(\.id) + AuditFinding.Kind.allCases.map(\.rule))
    let hasFaultyRules = !faults.isEmpty
    var waivers: [Waiver] = []
    for table in tables {
      guard let waiver = check({ () throws(SettingsError) in try Waiver(table) }) else { continue }
      waivers.append(waiver)
      // A rule that could not be read may be the one that is meant.
      if !known.contains(waiver.rule), !hasFaultyRules {
        faults.append(
          table.failure(
            "rule", "names no rule: \(waiver.rule)",
            hint: "it is one of \(rules.map(\.id).joined(separator: ", "))"))
      }
    }
    return waivers
  }

  /// How much each kind of finding matters that is built in.
  private static func builtIn(
    _ table: SettingsTable
  ) throws(SettingsError) -> [AuditFinding.Kind: Finding.Severity] {
    guard let table = try table.table("builtin") else { return Policy.usual }
    var severities = Policy.usual
    let kinds = AuditFinding.Kind.allCases.filter { Policy.usual[$0] != nil }
    try table.allowOnly(Set(kinds.map(\.rawValue)))
    for kind in kinds {
      let words = Finding.Severity.allCases.map(\.rawValue) + ["off"]
      guard let word = try table.choice(kind.rawValue, from: words) else { continue }
      severities[kind] = Finding.Severity(rawValue: word)
    }
    return severities
  }
}

extension SettingsPlace {
  fileprivate static let start = SettingsPlace(line: 1, column: 1)
}
