package import BroadsealBytes

/// A CMS signature over bytes that stand elsewhere, read in the one form that this house writes
/// (`DetachedSignature`): it tells whether a message has that form, to the last byte. What it proves is
/// computed by `ReceivedMessage`, as for everybody's messages.
package struct SignedMessage: Sendable {
  /// The message in DER.
  package let der: [UInt8]
  /// The time stamp among the unsigned attributes, as it stands; nil when there is none.
  package let token: [UInt8]?

  private let digestAlgorithm: DigestAlgorithm?
  private let attributes: [UInt8]
  private let signature: [UInt8]
  private let rawCertificates: [[UInt8]]

  /// Reads a message; throws for what is no signature in DER over bytes elsewhere by one signer, with
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
    self.der = der
    rawCertificates = parts.certificates
  }

  /// Whether signed attributes are the three of our own form, and name more certificates than the
  /// signer's: whoever signed them wrote the rest of the message in that form too.
  package static func declareOwnForm(_ attributes: [UInt8]) -> Bool {
    var reader = DERReader(attributes)
    var count = 0
    while (try? reader.enter()) != nil { count += 1 }
    guard reader.isAtEnd, count == 3,
      let types = try? SignedMessage.values(CMSName.contentType, in: attributes),
      let named = try? SignedMessage.namedHashes(in: attributes)
    else { return false }
    return types.count == 1 && named.count > 1
  }

  /// Whether not one byte of the message could be another without breaking it: it is of our own
  /// form, every certificate is named by its hash in the signed attributes, the signer's first, and a
  /// time stamp is of the strict form too.
  package var hasStrictForm: Bool {
    guard let digestAlgorithm, SignedMessage.isSortedSet(attributes),
      let named = try? SignedMessage.namedHashes(in: attributes),
      let ordered = SignedMessage.order(rawCertificates, by: named),
      let first = ordered.first, let signer = try? Certificate(der: first),
      let algorithm = SignatureAlgorithm.allCases.first(where: {
        $0.digest == digestAlgorithm && $0.fits(signer.publicKey.kind)
      })
    else { return false }
    let again = DetachedSignature(
      algorithm: algorithm, certificates: ordered, attributes: attributes, signature: signature,
      token: token)
    // A time stamp covers the signature; without one, only one of the two forms of an ECDSA signature.
    let isFixed =
      token != nil
      || algorithm.curve.map { ECDSASignature(der: signature, curve: $0)?.isLow(on: $0) ?? false }
        ?? true
    return isFixed && again.der == der
      && (token.map { (try? TimeStampToken(tokenDER: $0))?.hasStrictForm ?? false } ?? true)
  }

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
