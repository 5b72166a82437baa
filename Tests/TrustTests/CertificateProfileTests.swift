import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import Testing

@Suite struct CertificateProfileTests {
  static let start = UTCTime(secondsSinceEpoch: 1_790_000_000)
  static let end = UTCTime(secondsSinceEpoch: 1_800_000_000)

  /// A leaf under an authority of its own, after `change`.
  static func leaf(
    _ algorithm: SignatureAlgorithm = .es256, rsaBits: Int = 2048,
    change: (inout CertificateBuilder) -> Void = { _ in }
  ) throws -> Certificate {
    let authorityKey = try PrivateKey.generate(.es256)
    let authority = try CertificateBuilder(
      authority: DistinguishedName([NameAttribute(NameAttribute.commonName, "Test authority")]),
      notBefore: start, notAfter: end
    ).selfSigned(by: authorityKey)
    var builder = CertificateBuilder(
      signer: DistinguishedName([NameAttribute(NameAttribute.commonName, "Test signer")]),
      notBefore: start, notAfter: end)
    builder.extendedKeyUsage = [Purpose.claimSigning, Purpose.documentSigning]
    change(&builder)
    let key = try PrivateKey.generate(algorithm, rsaBits: rsaBits)
    return try builder.issued(to: key.publicKey, by: authority, key: authorityKey)
  }

  @Test(
    "a leaf that follows the profile breaks no rule, whatever its algorithm",
    arguments: SignatureAlgorithm.allCases)
  func good(algorithm: SignatureAlgorithm) throws {
    #expect(CertificateProfile.violations(of: try Self.leaf(algorithm)).isEmpty)
  }

  /// A change that breaks a rule.
  struct Fault: Sendable, CustomTestStringConvertible {
    let rule: String
    let testDescription: String
    let change: @Sendable (inout CertificateBuilder) -> Void

    init(
      _ rule: String, _ what: String,
      _ change: @escaping @Sendable (inout CertificateBuilder) -> Void
    ) {
      self.rule = rule
      testDescription = what
      self.change = change
    }
  }

  static let faults = [
    Fault("basic-constraints", "an authority") { $0.isCA = true },
    Fault("key-usage", "no key usage") { $0.keyUsage = [] },
    Fault("key-usage", "non-repudiation alone") { $0.keyUsage = [.nonRepudiation] },
    Fault("key-usage", "signs certificates") { $0.keyUsage.insert(.keyCertSign) },
    Fault("extended-key-usage", "no purpose") { $0.extendedKeyUsage = [] },
    Fault("extended-key-usage", "any purpose") { $0.extendedKeyUsage.append(Purpose.any) },
    Fault("extended-key-usage", "time stamping too") {
      $0.extendedKeyUsage.append(Purpose.timeStamping)
    },
    Fault("extended-key-usage", "OCSP too") { $0.extendedKeyUsage.append(Purpose.ocspSigning) },
  ]

  @Test("each broken rule is named", arguments: faults)
  func broken(fault: Fault) throws {
    let violations = CertificateProfile.violations(of: try Self.leaf(change: fault.change))
    #expect(violations.map(\.rule) == [fault.rule])
  }

  @Test("a self-signed leaf needs no authority key identifier")
  func selfSigned() throws {
    var builder = CertificateBuilder(
      signer: DistinguishedName([NameAttribute(NameAttribute.commonName, "Alone")]),
      notBefore: Self.start, notAfter: Self.end)
    builder.extendedKeyUsage = [Purpose.claimSigning]
    let certificate = try builder.selfSigned(by: PrivateKey.generate(.es256))
    #expect(CertificateProfile.violations(of: certificate).isEmpty)
  }

  @Test("an authority is judged by an authority's rules")
  func authority() throws {
    let key = try PrivateKey.generate(.es384)
    let authority = try CertificateBuilder(
      authority: DistinguishedName([NameAttribute(NameAttribute.commonName, "Root")]),
      notBefore: Self.start,
      notAfter: Self.end
    ).selfSigned(by: key)
    #expect(CertificateProfile.violations(ofAuthority: authority).isEmpty)
    #expect(
      CertificateProfile.violations(ofAuthority: try Self.leaf()).map(\.rule)
        == ["basic-constraints", "key-usage"])
  }
}
