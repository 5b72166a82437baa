import BroadsealBytes
import BroadsealOpenSSL

/// A root, an issuing authority and what they issue, made anew for each test.
struct LocalPKI {
  let from = UTCTime(secondsSinceEpoch: 1_767_225_600)  // 2026-01-01
  let to: UTCTime
  let now = UTCTime(secondsSinceEpoch: 1_795_392_000)  // 2026-11-23
  let root: Certificate
  let rootKey: PrivateKey
  let authority: Certificate
  let authorityKey: PrivateKey

  /// A PKI whose certificates are good for `days` from 2026-01-01.
  init(_ algorithm: SignatureAlgorithm = .es256, days: Int64 = 3650) throws {
    to = from.adding(seconds: days * 86_400)
    rootKey = try PrivateKey.generate(algorithm, rsaBits: 2048)
    root = try CertificateBuilder(
      authority: Self.name("Test Root"), notBefore: from, notAfter: to
    ).selfSigned(by: rootKey, with: algorithm)
    authorityKey = try PrivateKey.generate(algorithm, rsaBits: 2048)
    authority = try CertificateBuilder(
      authority: Self.name("Test Authority"), notBefore: from, notAfter: to, pathLength: 0
    ).issued(to: authorityKey.publicKey, by: root, key: rootKey, with: algorithm)
  }

  static func name(_ commonName: String) -> DistinguishedName {
    DistinguishedName([
      NameAttribute(NameAttribute.country, "US"),
      NameAttribute(NameAttribute.organization, "Test, Inc."),
      NameAttribute(NameAttribute.commonName, commonName),
    ])
  }

  /// A signer's certificate that the C2PA profile accepts, before changes.
  func signerBuilder(_ commonName: String = "Test Signer") -> CertificateBuilder {
    var builder = CertificateBuilder(
      signer: Self.name(commonName), notBefore: from, notAfter: to)
    builder.extendedKeyUsage = [Purpose.claimSigning, Purpose.documentSigning]
    return builder
  }

  /// A certificate issued by the authority for `key`.
  func issue(
    _ key: PublicKey, _ change: (inout CertificateBuilder) -> Void = { _ in }
  ) throws -> Certificate {
    var builder = signerBuilder()
    change(&builder)
    return try builder.issued(to: key, by: authority, key: authorityKey)
  }

  /// A time stamp authority of this PKI.
  func stamper(
    _ key: PrivateKey, _ change: (inout CertificateBuilder) -> Void = { _ in }
  ) throws -> TimeStampAuthority {
    let certificate = try issue(key.publicKey) { builder in
      builder.extendedKeyUsage = [Purpose.timeStamping]
      builder.extendedKeyUsageIsCritical = true
      change(&builder)
    }
    return try TimeStampAuthority(key: key, certificate: certificate, chain: [authority])
  }
}
