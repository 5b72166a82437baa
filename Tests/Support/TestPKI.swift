package import BroadsealBytes
package import BroadsealOpenSSL
package import BroadsealTrust

/// Certificates, lists and impostors for tests, made fresh in memory, once a process.
package struct TestPKI: Sendable {
  /// The moment at which everything was made: 2026-11-20T09:00:00Z.
  package static let now = UTCTime(secondsSinceEpoch: 1_795_165_200)

  /// Two governments, an AI service, a time-stamping authority and two lists.
  package let demo: DemoPKI
  /// A PKI with every name of the United States' one and keys of its own: on no list.
  package let impostor: DemoCountry

  /// The one of this process.
  package static func shared() throws -> TestPKI { try cached.get() }

  private static let cached = Result { try TestPKI() }

  private init() throws {
    demo = try DemoPKI(now: TestPKI.now)
    impostor = try DemoCountry(.us, DemoPeriod(now: TestPKI.now))
  }

  /// A new signer: by default one like the agency of the United States, issued by its CA.
  ///
  /// - Parameter change: what to make different before it is issued.
  package func signer(
    _ subject: DistinguishedName? = nil, by issuer: DemoCredential? = nil,
    algorithm: SignatureAlgorithm = .es256, _ change: (inout CertificateBuilder) -> Void = { _ in }
  ) throws -> DemoCredential {
    var builder = DemoPeriod(now: TestPKI.now)
      .signer(subject ?? DemoAgency.us.subject, years: 2)
    builder.extendedKeyUsage = DemoPKI.signerPurposes
    builder.policies = [DemoPKI.policy]
    change(&builder)
    return try DemoCredential(builder, issuer: issuer ?? demo.us.issuing, algorithm: algorithm)
  }

  /// The local time-stamping authority in one PEM: key and certificates, as `--tsa key:FILE` reads.
  package func authorityPEM() throws -> [UInt8] {
    try demo.tsa.key.pem() + demo.tsa.chain.flatMap(\.pem)
  }

  /// Trust in everything of the demonstration: what `--trust-dir` of it gives.
  package func context(at time: UTCTime = TestPKI.now) throws -> TrustContext {
    try TrustContext(material, at: time)
  }

  /// The demonstration's trust material: both lists with their keys, and all anchors.
  package var material: TrustStore {
    var material = TrustStore()
    material.addClaimAnchors(demo.claimAnchors.flatMap(\.pem), name: "anchors.pem")
    material.addTimeStampAnchors(demo.tsaAnchors.flatMap(\.pem), name: "tsa.pem")
    material.addGovernmentList(demo.usList, name: "us.json", keys: demo.us.pinned.pem)
    material.addGovernmentList(demo.jpList, name: "jp.json", keys: demo.jp.pinned.pem)
    return material
  }

  /// The chain of `credential` as a verifier proves it against the CAs of `list`; nil when it does
  /// not lead there.
  package func chain(
    of credential: DemoCredential, to anchors: AnchorStore?, at time: UTCTime = TestPKI.now
  ) -> [Certificate]? {
    guard let anchors else { return nil }
    let result = CertificateChain.validate(
      leaf: credential.certificate, intermediates: Array(credential.chain.dropFirst()),
      anchors: anchors, at: time)
    return try? result.get()
  }
}

extension TestPKI {
  /// A new CA below `issuer`, as an issuer must not make it when its path length is spent.
  package func authority(below issuer: DemoCredential) throws -> DemoCredential {
    let name = DistinguishedName([
      NameAttribute(NameAttribute.country, "US"),
      NameAttribute(NameAttribute.commonName, "A CA below (invented)"),
    ])
    let builder = DemoPeriod(now: TestPKI.now).authority(name, years: 5, pathLength: 0)
    return try DemoCredential(builder, issuer: issuer)
  }

  /// A subject of the United States' agency with another organisation.
  package static func subject(
    organization: String = DemoAgency.us.organization, country: String? = "US",
    identifier: String? = DemoAgency.us.organizationIdentifier, more: [NameAttribute] = []
  ) -> DistinguishedName {
    var attributes: [NameAttribute] = []
    if let country { attributes.append(NameAttribute(NameAttribute.country, country)) }
    attributes.append(NameAttribute(NameAttribute.organization, organization))
    if let identifier {
      attributes.append(NameAttribute(NameAttribute.organizationIdentifier, identifier))
    }
    return DistinguishedName(
      attributes + [NameAttribute(NameAttribute.commonName, "A signer")] + more)
  }
}
