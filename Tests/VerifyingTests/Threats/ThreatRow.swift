import BroadsealNotes
import BroadsealTrust
import TestSupport
import Testing

/// One attack, or one genuine file, and what must be said of it.
struct ThreatRow: Sendable, CustomTestStringConvertible {
  /// Which threat it is; nil for a genuine file.
  let threat: Threat?
  /// What is done, in one line.
  let attack: String
  /// What must come out.
  let expected: ThreatOutcome
  /// Whether the attempt changes nothing, so that the file stays official.
  var isHarmless = false
  /// Makes the file.
  let make: @Sendable (TestPKI) throws -> ThreatCase

  init(
    _ threat: Threat?, _ attack: String, _ expected: ThreatOutcome,
    _ make: @escaping @Sendable (TestPKI) throws -> ThreatCase
  ) {
    self.threat = threat
    self.attack = attack
    self.expected = expected
    self.make = make
  }

  /// A label that differs from an official one by `change`, judged by the demonstration's lists.
  static func changed(
    _ threat: Threat?, _ attack: String, _ expected: ThreatOutcome,
    _ change: @escaping @Sendable (inout TestManifest, TestPKI) throws -> Void
  ) -> ThreatRow {
    ThreatRow(threat, attack, expected) { pki in
      var manifest = TestManifest(pki)
      try change(&manifest, pki)
      return try ThreatCase(manifest, trust: .demo(pki))
    }
  }

  /// An official label with something about it that must not change that.
  static func harmless(
    _ threat: Threat?, _ attack: String, _ expected: ThreatOutcome,
    _ change: @escaping @Sendable (inout TestManifest, TestPKI) throws -> Void
  ) -> ThreatRow {
    var row = changed(threat, attack, expected, change)
    row.isHarmless = true
    return row
  }

  /// An official label by another signer.
  static func signed(
    _ threat: Threat?, _ attack: String, _ expected: ThreatOutcome,
    by signer: @escaping @Sendable (TestPKI) throws -> DemoCredential
  ) -> ThreatRow {
    ThreatRow(threat, attack, expected) { pki in
      try ThreatCase(TestManifest(pki, signer: try signer(pki)), trust: .demo(pki))
    }
  }

  var testDescription: String { (threat.map { "\($0.code): " } ?? "genuine: ") + attack }
}
