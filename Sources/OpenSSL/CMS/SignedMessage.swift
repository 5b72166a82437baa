package import BroadsealBytes

/// A CMS signature over bytes that stand elsewhere, as somebody made it (RFC 5652 §5): read, not
/// proved. Other forms than our own are read too.
package struct SignedMessage: Sendable {
  /// The message in DER.
  package let der: [UInt8]
  /// The certificates that it brings and that can be read.
  package let certificates: [Certificate]
  /// The certificate of its signer; nil when the message does not bring it.
  package let signer: Certificate?
  /// The hash of the signed bytes; nil when its function is none that this house computes.
  package let digestAlgorithm: DigestAlgorithm?
  /// The digest that the signed attributes name.
  package let messageDigest: [UInt8]
  /// The time stamp among the unsigned attributes, as it stands; nil when there is none.
  package let token: [UInt8]?

  private let attributes: [UInt8]
  private let signature: [UInt8]
  private let rawCertificates: [[UInt8]]
  private let bare: [UInt8]

  /// Reads a message; throws for what is no signature over bytes elsewhere by one signer, with
  /// signed attributes.
  package init(_ der: [UInt8]) throws(Malformed) {
    let parts = try SignedDataParts(der)
    var outer = DERReader(der)
    var info = try outer.enter()
    guard try info.objectIdentifier() == CMSName.signedData else {
      throw Malformed("not a signed message", at: 0)
    }
    var wrapper = try info.enter(DERTag.context(0))
    var fields = try wrapper.enter()
    _ = try fields.smallInteger()
    _ = try fields.contents(of: DERTag.set)
    var content = try fields.enter()
    guard try content.objectIdentifier() == CMSName.data, content.isAtEnd else {
      throw Malformed("the message holds what it signs", at: 0)
    }
    for number: UInt8 in 0...1 where fields.nextTag == DERTag.context(number) {
      _ = try fields.next()
    }
    var signers = try fields.enter(DERTag.set)
    try fields.expectEnd()
    var signer = try signers.enter()
    try signers.expectEnd()
    _ = try signer.smallInteger()
    _ = try signer.next()
    var algorithm = try signer.enter()
    digestAlgorithm = DigestAlgorithm(objectIdentifier: try algorithm.objectIdentifier())
    attributes = Array(try signer.contents(of: DERTag.context(0)))
    _ = try signer.contents(of: DERTag.sequence)
    signature = Array(try signer.contents(of: DERTag.octetString))
    token =
      signer.nextTag == DERTag.context(1)
      ? try SignedMessage.token(in: try signer.contents(of: DERTag.context(1))) : nil
    try signer.expectEnd()
    messageDigest = try SignedMessage.digest(in: attributes)
    self.der = der
    bare = parts.bare
    rawCertificates = parts.certificates
    certificates = parts.certificates.compactMap { try? Certificate(der: $0) }
    self.signer = certificates.first { certificate in
      (try? CMSMessage(parts.bare, .data))?.isSigned(by: certificate) ?? false
    }
  }

  /// Whether the signer's key signed the attributes, they say what kind of content it is, and name
  /// no other certificate as the signer's. Whether `messageDigest` is that of the signed bytes is
  /// for the caller to compare.
  package var isSigned: Bool {
    guard let signer, let message = try? CMSMessage(bare, .data), message.signsContentType,
      isSigned(by: signer, in: message)
    else { return false }
    for (version, isVersion2) in SigningCertificateAttribute.versions {
      guard let value = message.signedSequence(version) else { continue }
      guard let attribute = try? SigningCertificateAttribute(value, isVersion2: isVersion2),
        attribute.names(signer)
      else { return false }
    }
    return true
  }

  /// Whether the signed attributes are the three of our own form, and name more certificates than the
  /// signer's: whoever signed them wrote the rest of the message in that form too.
  package var declaresOwnForm: Bool {
    var reader = DERReader(attributes)
    var count = 0
    while (try? reader.enter()) != nil { count += 1 }
    guard reader.isAtEnd, count == 3,
      let types = try? SignedMessage.values(CMSName.contentType, in: attributes),
      let named = try? SignedMessage.namedHashes(in: attributes)
    else { return false }
    return types.count == 1 && named.count > 1
  }

  /// Whether a wrong signature means anything: false for keys whose signatures nobody here can check.
  package var isJudged: Bool {
    if case .other = signer?.publicKey.kind { false } else { true }
  }

  private func isSigned(by signer: Certificate, in message: borrowing CMSMessage) -> Bool {
    // OpenSSL 3.0 cannot check this one in a signed message (RFC 8419 §3).
    guard signer.publicKey.kind == .ed25519 else { return message.verifyAttributes(signer) }
    return digestAlgorithm == .sha512
      && signer.publicKey.verify(
        signature, of: DetachedSignature.signedBytes(of: attributes), with: .ed25519)
  }

  /// Whether not one byte of the message could be another without breaking it: it is of our own
  /// form, every certificate is named by its hash in the signed attributes, and a time stamp is of
  /// the strict form too.
  package var hasStrictForm: Bool {
    guard let signer, let digestAlgorithm, SignedMessage.isSortedSet(attributes),
      let algorithm = SignatureAlgorithm.allCases.first(where: {
        $0.digest == digestAlgorithm && $0.fits(signer.publicKey.kind)
      }),
      let named = try? SignedMessage.namedHashes(in: attributes),
      let ordered = SignedMessage.order(rawCertificates, by: named)
    else { return false }
    let again = DetachedSignature(
      algorithm: algorithm, certificates: ordered, attributes: attributes, signature: signature,
      token: token)
    // A time stamp covers the signature; without one, only one of the two forms of an ECDSA signature.
    let isFixed =
      token != nil
      || algorithm.curve.map { ECDSASignature(der: signature, curve: $0)?.isLow(on: $0) ?? false }
        ?? true
    return isFixed && ordered.first == signer.der && again.der == der
      && (token.map { (try? TimeStampToken(tokenDER: $0))?.hasStrictForm ?? false } ?? true)
  }

  /// The signature value, which a time stamp is made over.
  package var signatureValue: [UInt8] { signature }

  /// The certificates in the order of the hashes; nil unless each has its own hash and the other way
  /// round.
  private static func order(_ certificates: [[UInt8]], by hashes: [[UInt8]]) -> [[UInt8]]? {
    guard certificates.count == hashes.count else { return nil }
    var ordered: [[UInt8]] = []
    for hash in hashes {
      guard
        let found = certificates.first(where: { der in
          (try? Digest.of(der, .sha256))?.bytes == hash
        }), !ordered.contains(found)
      else { return nil }
      ordered.append(found)
    }
    return ordered
  }

  /// Values of the attributes that are called `name`.
  private static func values(
    _ name: String, in attributes: some Collection<UInt8>
  ) throws(Malformed) -> [DERReader] {
    var reader = DERReader(Array(attributes))
    var found: [DERReader] = []
    while !reader.isAtEnd {
      var attribute = try reader.enter()
      let own = try attribute.objectIdentifier()
      let values = try attribute.enter(DERTag.set)
      try attribute.expectEnd()
      if own == name { found.append(values) }
    }
    return found
  }

  private static func digest(in attributes: [UInt8]) throws(Malformed) -> [UInt8] {
    let found = try values(CMSName.messageDigest, in: attributes)
    guard var value = found.first, found.count == 1 else {
      throw Malformed("the signed attributes do not name one digest", at: 0)
    }
    let digest = Array(try value.contents(of: DERTag.octetString))
    try value.expectEnd()
    return digest
  }

  private static func token(in attributes: ArraySlice<UInt8>) throws(Malformed) -> [UInt8]? {
    let found = try values(CMSName.timeStampToken, in: attributes)
    guard var value = found.first, found.count == 1 else { return nil }
    let (tag, contents) = try value.next()
    try value.expectEnd()
    return DERWriter.element(tag, contents)
  }

  /// The SHA-256 hashes that the attribute signing-certificate-v2 lists.
  private static func namedHashes(in attributes: [UInt8]) throws(Malformed) -> [[UInt8]] {
    let found = try values(CMSName.signingCertificateV2, in: attributes)
    guard var value = found.first, found.count == 1 else { return [] }
    var outer = try value.enter()
    var list = try outer.enter()
    var hashes: [[UInt8]] = []
    while !list.isAtEnd {
      var identifier = try list.enter()
      // Another hash function than SHA-256 stands before the hash.
      hashes.append(Array(try identifier.contents(of: DERTag.octetString)))
    }
    return hashes
  }

  /// Whether the attributes stand as a set in DER, each once.
  private static func isSortedSet(_ attributes: [UInt8]) -> Bool {
    var reader = DERReader(attributes)
    var last: [UInt8] = []
    while !reader.isAtEnd {
      guard let (tag, contents) = try? reader.next() else { return false }
      let element = DERWriter.element(tag, contents)
      guard last.lexicographicallyPrecedes(element), DERReader.isStrict(contents) else {
        return false
      }
      last = element
    }
    return true
  }
}
