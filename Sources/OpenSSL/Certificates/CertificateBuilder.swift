package import BroadsealBytes

/// Makes X.509 certificates: for the demo PKI, and for tests.
///
/// Every certificate is version 3 with a critical key usage, basic constraints, and key identifiers.
package struct CertificateBuilder: Sendable {
  /// Who the certificate is about.
  package var subject: DistinguishedName
  /// First moment of validity.
  package var notBefore: UTCTime
  /// Last moment of validity.
  package var notAfter: UTCTime
  /// Serial number, most significant byte first; nil draws 16 random bytes.
  package var serial: [UInt8]?
  /// Allowed uses of the key; empty leaves the extension out.
  package var keyUsage: KeyUsage
  /// Dotted identifiers of the purposes; empty leaves the extension out.
  package var extendedKeyUsage: [String] = []
  /// Whether the purposes are critical, as a time stamp authority's must be (RFC 3161 §2.3).
  package var extendedKeyUsageIsCritical = false
  /// Whether it is a certification authority.
  package var isCA: Bool
  /// How many authorities may follow below it; nil sets no limit.
  package var pathLength: Int?
  /// Dotted identifiers of the certificate policies.
  package var policies: [String] = []
  /// Where OCSP requests go; nil leaves the extension out.
  package var ocspURL: String?
  /// Where the revocation list is; nil leaves the extension out.
  package var crlURL: String?
  /// Further extensions, written as they are after the others.
  package var extraExtensions: [CertificateExtension] = []

  /// A certificate of an end entity that signs.
  package init(signer subject: DistinguishedName, notBefore: UTCTime, notAfter: UTCTime) {
    self.subject = subject
    self.notBefore = notBefore
    self.notAfter = notAfter
    keyUsage = [.digitalSignature, .nonRepudiation]
    isCA = false
  }

  /// A certificate of an authority that issues certificates.
  package init(
    authority subject: DistinguishedName, notBefore: UTCTime, notAfter: UTCTime,
    pathLength: Int? = nil
  ) {
    self.subject = subject
    self.notBefore = notBefore
    self.notAfter = notAfter
    self.pathLength = pathLength
    keyUsage = [.keyCertSign, .cRLSign]
    isCA = true
  }

  /// A certificate for `key`, signed by itself.
  package func selfSigned(
    by key: PrivateKey, with algorithm: SignatureAlgorithm? = nil
  ) throws(OpenSSLError) -> Certificate {
    try build(
      for: key.publicKey, issuer: subject.der, authorityKeyIdentifier: nil, by: key, algorithm)
  }

  /// A certificate for `publicKey`, signed by the holder of `issuer`.
  package func issued(
    to publicKey: PublicKey, by issuer: Certificate, key: PrivateKey,
    with algorithm: SignatureAlgorithm? = nil
  ) throws(OpenSSLError) -> Certificate {
    guard key.belongs(to: issuer) else {
      throw OpenSSLError(
        operation: "issue certificate", reasons: ["the key is not the issuer's"])
    }
    return try build(
      for: publicKey, issuer: issuer.subjectDER,
      authorityKeyIdentifier: issuer.subjectKeyIdentifier, by: key, algorithm)
  }

  private func build(
    for publicKey: PublicKey, issuer: [UInt8], authorityKeyIdentifier: [UInt8]?,
    by key: PrivateKey, _ chosen: SignatureAlgorithm?
  ) throws(OpenSSLError) -> Certificate {
    guard let algorithm = chosen ?? key.defaultAlgorithm else {
      throw OpenSSLError(
        operation: "issue certificate",
        reasons: ["a key of type \(key.publicKey.kind) cannot sign"])
    }
    // One fixed bit keeps the number positive, its length constant and its first byte not zero.
    var number = try Random.bytes(16)
    number[0] = number[0] & 0x3F | 0x40
    let extensions = try extensions(for: publicKey, authorityKeyIdentifier)
    let signed = DERWriter.sequence([
      DERWriter.element(DERTag.context(0), DERWriter.integer(2)),
      DERWriter.integer(serial ?? number),
      algorithm.certificateIdentifier,
      issuer,
      DERWriter.sequence([DERWriter.time(notBefore), DERWriter.time(notAfter)]),
      subject.der,
      publicKey.spki,
      DERWriter.element(DERTag.context(3), DERWriter.sequence(extensions.map(\.der))),
    ])
    let signature = try key.sign(signed, with: algorithm)
    let written =
      algorithm.curve.flatMap { ECDSASignature(raw: signature, curve: $0)?.der } ?? signature
    return try Certificate(
      der: DERWriter.sequence([
        signed, algorithm.certificateIdentifier, DERWriter.bitString(written),
      ]))
  }
}

extension CertificateBuilder {
  /// The extensions of RFC 5280 §4.2.1 and §4.2.2 in a fixed order, then the extra ones.
  func extensions(
    for publicKey: PublicKey, _ authorityKeyIdentifier: [UInt8]?
  ) throws(OpenSSLError) -> [CertificateExtension] {
    var list: [CertificateExtension] = []
    var constraints = isCA ? [DERWriter.boolean(true)] : []
    if isCA, let pathLength { constraints.append(DERWriter.integer(pathLength)) }
    list.append(
      CertificateExtension(
        "2.5.29.19", isCritical: true, value: DERWriter.sequence(constraints)))
    if !keyUsage.isEmpty {
      list.append(CertificateExtension("2.5.29.15", isCritical: true, value: keyUsage.der))
    }
    if !extendedKeyUsage.isEmpty {
      list.append(
        CertificateExtension(
          "2.5.29.37", isCritical: extendedKeyUsageIsCritical,
          value: DERWriter.sequence(extendedKeyUsage.map(DERWriter.objectIdentifier))))
    }
    // Method 1 of RFC 7093 §2: the leftmost 160 bits of the SHA-256 of the key, here of its whole
    // SubjectPublicKeyInfo, which identifies it just as well.
    let keyIdentifier = Array(try Digest.of(publicKey.spki, .sha256).bytes.prefix(20))
    list.append(CertificateExtension("2.5.29.14", value: DERWriter.octetString(keyIdentifier)))
    if let authorityKeyIdentifier {
      let identifier = DERWriter.element(DERTag.contextPrimitive(0), authorityKeyIdentifier)
      list.append(CertificateExtension("2.5.29.35", value: DERWriter.sequence([identifier])))
    }
    if !policies.isEmpty {
      let items = policies.map { DERWriter.sequence([DERWriter.objectIdentifier($0)]) }
      list.append(CertificateExtension("2.5.29.32", value: DERWriter.sequence(items)))
    }
    if let ocspURL {
      let location = DERWriter.element(DERTag.contextPrimitive(6), Array(ocspURL.utf8))
      let access = DERWriter.sequence([
        DERWriter.objectIdentifier("1.3.6.1.5.5.7.48.1"), location,
      ])
      list.append(CertificateExtension("1.3.6.1.5.5.7.1.1", value: DERWriter.sequence([access])))
    }
    if let crlURL {
      // One distribution point with one address (RFC 5280 §4.2.1.13).
      let location = DERWriter.element(DERTag.contextPrimitive(6), Array(crlURL.utf8))
      let name = DERWriter.element(
        DERTag.context(0), DERWriter.element(DERTag.context(0), location))
      list.append(
        CertificateExtension(
          "2.5.29.31", value: DERWriter.sequence([DERWriter.sequence([name])])))
    }
    return list + extraExtensions
  }
}

extension SignatureAlgorithm {
  /// The `AlgorithmIdentifier` of a certificate signed with it (RFC 5758, RFC 4055, RFC 8410).
  var certificateIdentifier: [UInt8] {
    switch self {
    case .es256: DERWriter.sequence([DERWriter.objectIdentifier("1.2.840.10045.4.3.2")])
    case .es384: DERWriter.sequence([DERWriter.objectIdentifier("1.2.840.10045.4.3.3")])
    case .es512: DERWriter.sequence([DERWriter.objectIdentifier("1.2.840.10045.4.3.4")])
    case .ed25519: DERWriter.sequence([DERWriter.objectIdentifier("1.3.101.112")])
    case .ps256, .ps384, .ps512:
      DERWriter.sequence([
        DERWriter.objectIdentifier(CertificateSignature.rsaPSS), pssParameters,
      ])
    }
  }

  private var pssParameters: [UInt8] {
    let algorithm = digest ?? .sha256
    let hash = DERWriter.sequence([
      DERWriter.objectIdentifier(algorithm.objectIdentifier), DERWriter.element(DERTag.null, []),
    ])
    let mask = DERWriter.sequence([DERWriter.objectIdentifier("1.2.840.113549.1.1.8"), hash])
    return DERWriter.sequence([
      DERWriter.element(DERTag.context(0), hash),
      DERWriter.element(DERTag.context(1), mask),
      DERWriter.element(DERTag.context(2), DERWriter.integer(algorithm.byteCount)),
    ])
  }
}
