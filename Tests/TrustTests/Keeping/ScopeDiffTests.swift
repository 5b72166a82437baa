import BroadsealBytes
import BroadsealOpenSSL
import Testing

@testable import BroadsealTrust

@Suite("A rule of a scope lets more through, or less, or something else")
struct ScopeDiffTests {
  /// A scope with one member different from the usual one.
  private static func scope(
    _ jurisdiction: String = "US", o: [String] = ["A"], ou: [String] = [], id: [String] = [],
    dns: [String] = [], cn: [String] = [], eku: [String] = [], policies: [String] = [],
    length: Int? = 0,
    keys: [KeyAlgorithm] = [], labels: Set<LabelKind> = [.official], pins: [String] = [],
    stamp: Bool = true, numbers: [Agency.Identifier] = []
  ) -> Scope {
    Scope(
      jurisdiction: Jurisdiction(jurisdiction) ?? .international,
      agency: Agency(id: "a", names: ["en": "A"], alternatives: numbers),
      subject: SubjectRule(
        organizations: o, organizationalUnits: ou, organizationIdentifiers: id,
        dnsSuffixes: dns.compactMap(DNSSuffix.init), commonNames: cn),
      purposes: eku, policies: policies, maximumPathLength: length, keyAlgorithms: keys,
      labels: labels, pins: pins, requiresTimeStamp: stamp)
  }

  /// The narrower scope, the wider one, and the member that tells them apart.
  private static let rows: [(Scope, Scope, String)] = [
    (scope("US-NY"), scope("US"), "jurisdiction"),
    (scope(o: ["A"]), scope(o: ["B", "A"]), "subject.O"),
    (scope(o: ["A"], id: ["X"]), scope(o: [], id: ["X"]), "subject.O"),
    (scope(ou: ["A"]), scope(), "subject.OU"),
    (scope(id: ["A"]), scope(id: ["A", "B"]), "subject.organizationIdentifier"),
    (scope(dns: ["x.gov.example"]), scope(dns: ["gov.example"]), "subject.dnsSuffix"),
    (scope(cn: ["A"]), scope(cn: ["A", "B"]), "subject.CN"),
    (scope(eku: ["1.2.3"]), scope(), "eku"),
    (scope(policies: ["1.2.3"]), scope(policies: ["1.2.3", "1.2.4"]), "policyAny"),
    (scope(length: 0), scope(length: 1), "maxPathLen"),
    (scope(length: 8), scope(length: nil), "maxPathLen"),
    (scope(keys: [.p256]), scope(keys: [.p256, .rsa]), "keyAlgs"),
    (scope(labels: [.official]), scope(labels: [.official, .aiAltered]), "labels"),
    (scope(pins: ["aa"]), scope(), "pin"),
    (scope(stamp: true), scope(stamp: false), "requireTimestamp"),
  ]

  @Test("each member, both ways")
  func members() {
    for (narrow, wide, member) in Self.rows {
      let wider = ScopeDiff.changes(from: narrow, to: wide)
      #expect(wider.map(\.member) == [member])
      #expect(wider.map(\.kind) == [.scopeWider], "\(member)")
      let narrower = ScopeDiff.changes(from: wide, to: narrow)
      #expect(narrower.map(\.member) == [member])
      #expect(narrower.map(\.kind) == [.scopeNarrower], "\(member)")
      #expect(ScopeDiff.changes(from: wide, to: wide).isEmpty)
    }
    #expect(Set(Self.rows.map(\.2)).count == 13)
  }

  @Test("rules of seals, both ways")
  func seals() {
    let scope = Self.scope(labels: [])
    let rows: [(SealScope, SealScope, String)] = [
      (SealScope(scope: scope, kinds: [.advanced]), SealScope(scope: scope), "kinds"),
      (SealScope(scope: scope, allowsNoPurpose: false), SealScope(scope: scope), "eku"),
      (
        SealScope(scope: scope, certification: 1), SealScope(scope: scope, certification: 2),
        "certified"
      ),
      (SealScope(scope: scope, certification: 3), SealScope(scope: scope), "certified"),
      (SealScope(scope: scope, mustBeQualified: true), SealScope(scope: scope), "qualified"),
    ]
    for (narrow, wide, member) in rows {
      let wider = ScopeDiff.changes(from: narrow, to: wide)
      #expect(wider.map(\.member) == [member] && wider.map(\.kind) == [.scopeWider], "\(member)")
      #expect(ScopeDiff.changes(from: wide, to: narrow).map(\.kind) == [.scopeNarrower])
    }
  }

  @Test("neither wider nor narrower is something else; the order of values is nothing")
  func others() {
    for (one, other) in [
      (Self.scope("US"), Self.scope("INT")),
      (Self.scope(o: ["A", "B"]), Self.scope(o: ["B", "C"])),
      (Self.scope("US-NY"), Self.scope("US-CA")),
      (Self.scope(dns: ["a.example"]), Self.scope(dns: ["aa.example"])),
    ] {
      #expect(ScopeDiff.changes(from: one, to: other).map(\.kind) == [.scopeOther])
    }
    #expect(
      ScopeDiff.changes(from: Self.scope(o: ["A", "B"]), to: Self.scope(o: ["B", "A"])).isEmpty)
    #expect(
      ScopeDiff.changes(
        from: Self.scope(), to: Self.scope(numbers: [.init(.originatorProfile, "x")])
      ).map(\.kind) == [.agencyNumbers])
  }
}
