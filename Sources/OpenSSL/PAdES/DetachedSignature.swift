import BroadsealBytes

/// A CMS signature over bytes that stand elsewhere, in the one form that this house writes (RFC 5652
/// §5, CAdES baseline of EN 319 122-1, for PDF EN 319 142-1): one signer, every certificate bound by
/// a signed attribute, and nothing unsigned but a time stamp of the signature.
///
/// Written by hand because OpenSSL 3.0 always adds the attribute signing-time, which PAdES forbids.
package struct DetachedSignature: Hashable, Sendable {
  /// What it is signed with.
  package let algorithm: SignatureAlgorithm
  /// The certificates in DER, the signer's first.
  package let certificates: [[UInt8]]
  /// The signed attributes, one after the other in the order of DER, without their frame.
  package let attributes: [UInt8]
  /// The signature as CMS has it: ECDSA in DER.
  package let signature: [UInt8]
  /// The time stamp over `signature` (RFC 3161 Appendix A); nil when there is none.
  package let token: [UInt8]?

  /// A signature of these parts.
  package init(
    algorithm: SignatureAlgorithm, certificates: [[UInt8]], attributes: [UInt8],
    signature: [UInt8], token: [UInt8]? = nil
  ) {
    self.algorithm = algorithm
    self.certificates = certificates
    self.attributes = attributes
    self.signature = signature
    self.token = token
  }

  /// The signed attributes of a signature over bytes with `digest`: content type, digest, and the
  /// SHA-256 of every certificate, the signer's first (RFC 5035 §3). The certificates above the
  /// signer are named there too, because nothing else in the message would bind their bytes.
  package static func attributes(
    digest: Digest, certificates: [[UInt8]]
  ) throws(OpenSSLError) -> [UInt8] {
    var identifiers: [[UInt8]] = []
    for certificate in certificates {
      let hash = try Digest.of(certificate, .sha256)
      identifiers.append(DERWriter.sequence([DERWriter.octetString(hash.bytes)]))
    }
    let attributes = [
      attribute(CMSName.contentType, DERWriter.objectIdentifier(CMSName.data)),
      attribute(CMSName.messageDigest, DERWriter.octetString(digest.bytes)),
      attribute(
        CMSName.signingCertificateV2, DERWriter.sequence([DERWriter.sequence(identifiers)])),
    ]
    return Array(sorted(attributes).joined())
  }

  /// The bytes that the signature is made over: the attributes as a set (RFC 5652 §5.4).
  package static func signedBytes(of attributes: [UInt8]) -> [UInt8] {
    DERWriter.element(DERTag.set, attributes)
  }

  /// Longest signature of `algorithm` as CMS has it.
  ///
  /// - Parameter rawSize: bytes of the bare signature.
  package static func largestSize(of algorithm: SignatureAlgorithm, rawSize: Int) -> Int {
    guard algorithm.curve != nil else { return rawSize }
    let half = [UInt8](repeating: 0xFF, count: rawSize / 2)
    return DERWriter.sequence([DERWriter.integer(half), DERWriter.integer(half)]).count
  }

  /// The bare signature in the form of CMS; nil when it is none of `algorithm`.
  package static func form(of raw: [UInt8], _ algorithm: SignatureAlgorithm) -> [UInt8]? {
    guard let curve = algorithm.curve else { return raw }
    return ECDSASignature(raw: raw, curve: curve)?.der
  }

  /// The message: a `ContentInfo` in DER; nil when the first certificate cannot be read.
  package var der: [UInt8]? {
    guard let certificate = certificates.first,
      let signer = DetachedSignature.identifier(of: certificate),
      let digest = algorithm.digest
    else { return nil }
    let digestAlgorithm = DERWriter.sequence([DERWriter.objectIdentifier(digest.objectIdentifier)])
    var fields = [
      DERWriter.integer(1), signer, digestAlgorithm,
      DERWriter.element(DERTag.context(0), attributes),
      DetachedSignature.identifier(of: algorithm), DERWriter.octetString(signature),
    ]
    if let token {
      let stamp = DetachedSignature.attribute(CMSName.timeStampToken, token)
      fields.append(DERWriter.element(DERTag.context(1), stamp))
    }
    let signed = DERWriter.sequence([
      DERWriter.integer(1), DERWriter.set([digestAlgorithm]),
      DERWriter.sequence([DERWriter.objectIdentifier(CMSName.data)]),
      DERWriter.element(
        DERTag.context(0), Array(DetachedSignature.sorted(certificates).joined())),
      DERWriter.set([DERWriter.sequence(fields)]),
    ])
    return DERWriter.sequence([
      DERWriter.objectIdentifier(CMSName.signedData),
      DERWriter.element(DERTag.context(0), signed),
    ])
  }

  /// The `AlgorithmIdentifier` of a signature (RFC 5754 §3.3, RFC 4056 §3).
  private static func identifier(of algorithm: SignatureAlgorithm) -> [UInt8] {
    guard let digest = algorithm.digest else { return DERWriter.sequence([]) }
    if let name = CMSName.ecdsa(with: digest), algorithm.curve != nil {
      return DERWriter.sequence([DERWriter.objectIdentifier(name)])
    }
    let hash = DERWriter.sequence([
      DERWriter.objectIdentifier(digest.objectIdentifier), DERWriter.element(DERTag.null, []),
    ])
    let mask = DERWriter.sequence([DERWriter.objectIdentifier(CMSName.mgf1), hash])
    let parameters = DERWriter.sequence([
      DERWriter.element(DERTag.context(0), hash), DERWriter.element(DERTag.context(1), mask),
      DERWriter.element(DERTag.context(2), DERWriter.integer(digest.byteCount)),
    ])
    return DERWriter.sequence([
      DERWriter.objectIdentifier(CertificateSignature.rsaPSS), parameters,
    ])
  }

  /// `IssuerAndSerialNumber` of a certificate, byte for byte as it stands there.
  static func identifier(of certificate: [UInt8]) -> [UInt8]? {
    var reader = DERReader(certificate)
    guard var outer = try? reader.enter(), var fields = try? outer.enter() else { return nil }
    if fields.nextTag == DERTag.context(0) { _ = try? fields.next() }
    guard let serial = try? fields.contents(of: DERTag.integer),
      (try? fields.contents(of: DERTag.sequence)) != nil,
      let issuer = try? fields.contents(of: DERTag.sequence)
    else { return nil }
    return DERWriter.sequence([
      DERWriter.element(DERTag.sequence, issuer), DERWriter.element(DERTag.integer, serial),
    ])
  }

  private static func attribute(_ name: String, _ value: [UInt8]) -> [UInt8] {
    DERWriter.sequence([DERWriter.objectIdentifier(name), DERWriter.set([value])])
  }

  /// The elements of a set in the order of DER (X.690 §11.6).
  private static func sorted(_ elements: [[UInt8]]) -> [[UInt8]] {
    elements.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
