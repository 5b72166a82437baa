import BroadsealJSON

/// What two scopes let through, member by member.
enum ScopeDiff {
  /// One rule that became another.
  struct Change {
    let kind: ListChange.Kind
    let member: String
    let before: [String]
    let after: [String]
  }

  /// The rules that differ.
  static func changes(from old: Scope, to new: Scope) -> [Change] {
    var changes: [Change] = []
    for (before, after) in zip(rules(old), rules(new)) {
      guard let kind = before.relation(to: after) else { continue }
      changes.append(
        Change(kind: kind, member: before.member, before: before.shown, after: after.shown))
    }
    let numbers = [old, new].map { scope in
      scope.agency.alternatives.map { "\($0.kind.rawValue) \($0.value)" }.sorted()
    }
    if numbers[0] != numbers[1] {
      changes.append(
        Change(
          kind: .agencyNumbers, member: "agency.alt", before: numbers[0], after: numbers[1]))
    }
    return changes
  }

  /// The rules of seals that differ; that a key was compromised is a withdrawal, which `WithdrawalDiff` compares.
  static func changes(from old: SealScope, to new: SealScope) -> [Change] {
    var changes = changes(from: old.scope, to: new.scope)
    for (before, after) in zip(old.rules, new.rules) where before.values != after.values {
      let steps: (String) -> [String] =
        switch before.member {
        case "certified": { number in Int(number).map { ($0...3).map(String.init) } ?? [] }
        case "qualified": { $0 == "true" ? ["false"] : [] }
        default: { _ in [] }
        }
      let rules = [before, after].map {
        Rule(member: $0.member, values: Set($0.values), above: steps)
      }
      // A key with other dates lets through neither more nor less at every time.
      let kind = before.member == "keys" ? .scopeOther : rules[0].relation(to: rules[1])
      if let kind {
        changes.append(
          Change(kind: kind, member: before.member, before: before.values, after: after.values))
      }
    }
    return changes
  }

  /// What a service may vouch for, in lines, a rule each, those alone that ask for something.
  static func listed(_ service: TrustedService) -> [String] {
    let shared = service.entryScope.map { rules($0).map { ($0.member, $0.shown) } } ?? []
    let own = service.seal?.rules.map { ($0.member, $0.values) } ?? []
    return (shared + own).filter { !$0.1.isEmpty }.map { member, values in
      "\(member): \(values.joined(separator: ", "))"
    }
  }

  /// A rule: what it lets through.
  private struct Rule {
    let member: String
    /// What is let through; empty lets everything through.
    let values: Set<String>
    /// Values above another that let it through too.
    var above: (String) -> [String] = { _ in [] }

    var shown: [String] { values.sorted() }

    /// How `other` differs; nil when it does not.
    func relation(to other: Rule) -> ListChange.Kind? {
      guard values != other.values else { return nil }
      let isWider = other.values.isEmpty || !values.isEmpty && values.allSatisfy(other.lets)
      let isNarrower = values.isEmpty || !other.values.isEmpty && other.values.allSatisfy(lets)
      return isWider == isNarrower ? .scopeOther : isWider ? .scopeWider : .scopeNarrower
    }

    private func lets(_ value: String) -> Bool {
      values.contains(value) || above(value).contains(where: values.contains)
    }
  }

  private static func rules(_ scope: Scope) -> [Rule] {
    [
      Rule(member: "jurisdiction", values: [scope.jurisdiction.code]) { code in
        [Jurisdiction(code)?.country].compactMap(\.self)
      },
      Rule(member: "subject.O", values: Set(scope.subject.organizations)),
      Rule(member: "subject.OU", values: Set(scope.subject.organizationalUnits)),
      Rule(
        member: "subject.organizationIdentifier",
        values: Set(scope.subject.organizationIdentifiers)),
      Rule(member: "subject.dnsSuffix", values: Set(scope.subject.dnsSuffixes.map(\.name))) {
        name in
        let labels = name.split(separator: ".")
        return labels.indices.dropFirst().map { labels[$0...].joined(separator: ".") }
      },
      Rule(member: "subject.CN", values: Set(scope.subject.commonNames)),
      Rule(member: "eku", values: Set(scope.purposes)),
      Rule(member: "policyAny", values: Set(scope.policies)),
      // So many CAs at most: each number lets through what the lower ones do.
      Rule(
        member: "maxPathLen",
        values: Set([scope.maximumPathLength].compactMap { $0.map(String.init) })
      ) { length in Int(length).map { ($0...8).map(String.init) } ?? [] },
      Rule(member: "keyAlgs", values: Set(scope.keyAlgorithms.map(\.rawValue))),
      Rule(member: "labels", values: Set(scope.labels.map(\.rawValue))),
      Rule(member: "pin", values: Set(scope.pins)),
      // Without a stamp everything passes that passes with one.
      Rule(member: "requireTimestamp", values: [String(scope.requiresTimeStamp)]) {
        $0 == "true" ? ["false"] : []
      },
    ]
  }
}
