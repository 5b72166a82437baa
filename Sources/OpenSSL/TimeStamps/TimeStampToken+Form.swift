import BroadsealBytes

extension TimeStampToken {
  /// Whether everything around the signed part is in the one form that RFC 5652 and RFC 5754 give
  /// it: versions, parameters of algorithms, a signature algorithm of the digest's own kind, only
  /// certificates that can be read, the signer's name byte for byte as its certificate has it, and
  /// nothing unsigned beside them. A response around it may grant, in no other word than that.
  ///
  /// A token in another form may hold all the same. But its other parts are covered by no
  /// signature, so that anyone can change them.
  package var hasStrictForm: Bool {
    guard hasPlainEnvelope else { return false }
    do throws(Malformed) {
      var outer = DERReader(der)
      var info = try outer.enter()
      _ = try info.objectIdentifier()
      var wrapper = try info.enter(DERTag.context(0))
      var signed = try wrapper.enter()
      guard try signed.smallInteger() == 3 else { return false }
      var algorithms = try signed.enter(DERTag.set)
      _ = try TimeStampToken.plainAlgorithm(&algorithms)
      try algorithms.expectEnd()
      _ = try signed.contents(of: DERTag.sequence)
      guard try readableCertificates(&signed) else { return false }
      var signers = try signed.enter(DERTag.set)
      try signed.expectEnd()
      return try isStrict(&signers)
    } catch { return false }
  }

  private func readableCertificates(_ signed: inout DERReader) throws(Malformed) -> Bool {
    guard signed.nextTag == DERTag.context(0) else { return certificates.isEmpty }
    var all = try signed.enter(DERTag.context(0))
    var count = 0
    while !all.isAtEnd {
      _ = try all.next()
      count += 1
    }
    return count == certificates.count
  }

  private func isStrict(_ signers: inout DERReader) throws(Malformed) -> Bool {
    var signer = try signers.enter()
    let version = try signer.smallInteger()
    let isByName = signer.nextTag == DERTag.sequence
    guard try namesSigner(&signer) else { return false }
    let digest = try TimeStampToken.plainAlgorithm(&signer)
    var attributes = try signer.enter(DERTag.context(0))
    while !attributes.isAtEnd {
      // OpenSSL writes the frame of each anew before it proves them.
      var attribute = try attributes.enter()
      _ = try attribute.objectIdentifier()
      _ = try attribute.contents(of: DERTag.set)
      try attribute.expectEnd()
    }
    let start = signer
    var algorithm = try signer.enter()
    let signature = try algorithm.objectIdentifier()
    if signature != CertificateSignature.rsaPSS {
      var again = start
      _ = try TimeStampToken.plainAlgorithm(&again)
    }
    _ = try signer.contents(of: DERTag.octetString)
    return signer.isAtEnd && version == (isByName ? 1 : 3)
      && (TimeStampToken.digestOf[signature].map { $0 == digest } ?? true)
  }

  /// Whether the identifier of the signer, which nothing signs, is its certificate's own: issuer and
  /// serial number, or the key's identifier (RFC 5652 §5.3). Names that differ in case or spaces are
  /// equal to the search for the certificate, and not here.
  private func namesSigner(_ reader: inout DERReader) throws(Malformed) -> Bool {
    let identifier = try reader.next()
    guard let signer else { return false }
    guard identifier.tag == DERTag.sequence else {
      return signer.subjectKeyIdentifier.map { $0[...] == identifier.contents } ?? false
    }
    var certificate = DERReader(signer.der)
    var outer = try certificate.enter()
    var fields = try outer.enter()
    if fields.nextTag == DERTag.context(0) { _ = try fields.next() }
    let serial = try fields.contents(of: DERTag.integer)
    _ = try fields.contents(of: DERTag.sequence)
    let issuer = try fields.contents(of: DERTag.sequence)
    var named = DERReader(identifier.contents)
    let namedIssuer = try named.contents(of: DERTag.sequence)
    let namedSerial = try named.contents(of: DERTag.integer)
    return namedIssuer == issuer && namedSerial == serial && named.isAtEnd
  }

  /// The identifier of an algorithm whose parameters are absent or NULL (RFC 5754 §2).
  private static func plainAlgorithm(_ reader: inout DERReader) throws(Malformed) -> String {
    var fields = try reader.enter()
    let identifier = try fields.objectIdentifier()
    if !fields.isAtEnd {
      guard try fields.contents(of: DERTag.null).isEmpty else {
        throw Malformed("NULL with content", at: 0)
      }
    }
    try fields.expectEnd()
    return identifier
  }

  /// Signature algorithms that name their digest, and that digest.
  private static let digestOf: [String: String] = [
    "1.2.840.113549.1.1.11": DigestAlgorithm.sha256.objectIdentifier,
    "1.2.840.113549.1.1.12": DigestAlgorithm.sha384.objectIdentifier,
    "1.2.840.113549.1.1.13": DigestAlgorithm.sha512.objectIdentifier,
    "1.2.840.10045.4.3.2": DigestAlgorithm.sha256.objectIdentifier,
    "1.2.840.10045.4.3.3": DigestAlgorithm.sha384.objectIdentifier,
    "1.2.840.10045.4.3.4": DigestAlgorithm.sha512.objectIdentifier,
  ]
}
