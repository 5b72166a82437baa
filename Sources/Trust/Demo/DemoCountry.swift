package import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// One government of the demonstration: its PKI, its agency's signer, its list keys.
package struct DemoCountry: Sendable {
  /// The root, on no list.
  package let root: DemoCredential
  /// The CA that issues to the agency; the list names this one.
  package let issuing: DemoCredential
  /// The agency's signer.
  package let signer: DemoCredential
  /// Answers OCSP requests for the issuing CA.
  package let responder: DemoCredential
  /// Three keys, two of which must sign the list: P-256, P-384, Ed25519.
  package let listKeys: [PrivateKey]
  /// The pinned form of `listKeys`.
  package let pinned: ListKeys
  /// The invented agency.
  package let agency: DemoAgency

  /// The scope of the issuing CA on the list.
  package var scope: Scope { agency.scope }

  /// Makes fresh keys and certificates for the names of `agency`.
  ///
  /// - Parameter responder: where certificates say that one can ask about revocation; nil: nowhere.
  package init(
    _ agency: DemoAgency, _ period: DemoPeriod, responder base: String? = nil
  ) throws(DemoError) {
    self.agency = agency
    do {
      root = try DemoCredential(
        period.authority(agency.subject("root"), years: 20, pathLength: 1))
      var builder = period.authority(agency.subject("issuing CA"), years: 10, pathLength: 0)
      builder.policies = [DemoTerms.policy]
      builder.crlURL = base.map { "\($0)/\(agency.folder)/ca/root.crl" }
      issuing = try DemoCredential(builder, issuer: root)
      builder = period.signer(agency.subject, years: 2)
      builder.extendedKeyUsage =
        agency.seals ? [Purpose.documentSigning] : DemoTerms.signerPurposes
      builder.policies = [DemoTerms.policy]
      builder.ocspURL = base.map { "\($0)/\(agency.folder)/ocsp" }
      builder.crlURL = base.map { "\($0)/\(agency.folder)/ca/issuing.crl" }
      signer = try DemoCredential(builder, issuer: issuing)
      builder = period.signer(agency.subject("OCSP responder"), years: 2)
      builder.keyUsage = .digitalSignature
      builder.extendedKeyUsage = [Purpose.ocspSigning]
      // id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1): an ASN.1 NULL.
      builder.extraExtensions = [
        CertificateExtension("1.3.6.1.5.5.7.48.1.5", value: [0x05, 0x00])
      ]
      responder = try DemoCredential(builder, issuer: issuing)
      listKeys = [
        try PrivateKey.generate(.es256), try PrivateKey.generate(.es384),
        try PrivateKey.generate(.ed25519),
      ]
      pinned = try ListKeys(
        scheme: agency.listNames.preferred, threshold: 2, keys: listKeys.map(\.publicKey),
        name: "\(agency.folder).keys.pem")
    } catch { throw DemoError(error) }
  }

  /// What the list of this government says.
  ///
  /// - Parameters:
  ///   - tsa: the CA of the time-stamping authority.
  ///   - recognises: other lists it recognises.
  package func listContent(
    issued: UTCTime, nextUpdate: UTCTime, tsa: Certificate, recognises: [Recognition] = []
  ) -> TrustListContent {
    let granted = StatusPeriod(.granted, from: issued)
    return TrustListContent(
      sequence: 1, schemeNames: agency.listNames, operatorNames: agency.operatorNames,
      territory: agency.jurisdiction.code, issued: issued, nextUpdate: nextUpdate,
      recognises: recognises,
      entities: [
        DemoCountry.entity(
          agency.agency.names, country: agency.jurisdiction.code,
          TrustedService(
            names: agency.agency.names, type: .certificateAuthority,
            certificates: [issuing.certificate], current: granted,
            scope: agency.seals ? nil : agency.scope,
            seal: agency.seals ? agency.seal(of: signer.certificate) : nil)),
        DemoCountry.entity(
          DemoTerms.tsaNames, country: agency.jurisdiction.code,
          TrustedService(
            names: DemoTerms.tsaNames, type: .timeStampAuthority, certificates: [tsa],
            current: granted)),
      ])
  }

  /// An entity with the address members that the schema asks for.
  private static func entity(
    _ names: LocalizedText, country: String, _ service: TrustedService
  ) -> TrustedEntity {
    let address: Value = [
      "lang": "en", "StreetAddress": "1 Invented Street", "Locality": "Nowhere",
      "Country": .string(country),
    ]
    let mail: Value = ["lang": "en", "uriValue": "mailto:nobody@demo.invalid"]
    return TrustedEntity(
      names: names,
      address: ["TEPostalAddress": [address], "TEElectronicAddress": [mail]],
      informationURI: [["lang": "en", "uriValue": "https://demo.invalid/"]], services: [service])
  }
}

/// A key of the demonstration and the certificates that go with it.
package struct DemoCredential: Sendable {
  /// The private key.
  package let key: PrivateKey
  /// Its certificate first, then those of the CAs up to and without the root; a root stands alone.
  package let chain: [Certificate]

  /// The key's own certificate.
  package let certificate: Certificate

  /// The list of an authority that has revoked nothing.
  package func revocationList(
    from thisUpdate: UTCTime, to nextUpdate: UTCTime
  ) throws(OpenSSLError) -> RevocationList {
    try RevocationListBuilder(thisUpdate: thisUpdate, nextUpdate: nextUpdate)
      .list(of: certificate, key: key)
  }

  /// A new key and its certificate as `builder` says, issued by `issuer` (nil: self-signed).
  package init(
    _ builder: CertificateBuilder, issuer: DemoCredential? = nil,
    algorithm: SignatureAlgorithm = .es256
  ) throws(OpenSSLError) {
    key = try PrivateKey.generate(algorithm)
    guard let issuer else {
      certificate = try builder.selfSigned(by: key)
      chain = [certificate]
      return
    }
    certificate = try builder.issued(
      to: key.publicKey, by: issuer.certificate, key: issuer.key)
    chain = [certificate] + issuer.chain.filter { !$0.isSelfIssued }
  }
}
