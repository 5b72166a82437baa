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
