package import BroadsealBytes
import CBroadsealOpenSSL

/// A certificate revocation list (RFC 5280 §5), read but not proved.
///
/// Sendable: OpenSSL's object is never changed after `init`, and it locks its lookups.
@safe package final class RevocationList: @unchecked Sendable {
  /// The list in DER, as received.
  package let der: [UInt8]
  let pointer: OpaquePointer

  /// Largest list that is read, in bytes.
  package static let maximumSize = 16 << 20

  /// Reads a list in DER and nothing after it.
  package init(der: [UInt8]) throws(OpenSSLError) {
    let operation = "read revocation list"
    ERR_clear_error()
    guard der.count <= Self.maximumSize else {
      throw OpenSSLError(operation: operation, reasons: ["too large"])
    }
    let decoded = unsafe DER.decode(der) { unsafe d2i_X509_CRL(nil, $0, $1) }
    guard let (read, unread) = unsafe decoded else { throw OpenSSLError.draining(operation) }
    let list = try unsafe Handle(read, X509_CRL_free, operation)
    guard unread == 0 else {
      throw OpenSSLError(operation: operation, reasons: ["trailing bytes"])
    }
    self.der = der
    unsafe pointer = unsafe list.take()
  }

  /// Reads a list in DER, or in one PEM block `X509 CRL`.
  package convenience init(_ bytes: [UInt8]) throws(OpenSSLError) {
    if bytes.first == DERTag.sequence {
      try self.init(der: bytes)
    } else {
      let blocks = (try? PEM.blocks(in: bytes)) ?? []
      guard blocks.count == 1, blocks[0].label == "X509 CRL", let der = blocks[0].der else {
        throw OpenSSLError(operation: "read revocation list", reasons: ["no X509 CRL block"])
      }
      try self.init(der: der)
    }
  }

  deinit { unsafe X509_CRL_free(pointer) }

  /// Its number (RFC 5280 §5.2.3), most significant byte first; nil when it bears none.
  var number: [UInt8]? {
    OpenSSLError.quietly {
      guard let found = unsafe X509_CRL_get_ext_d2i(pointer, NID_crl_number, nil, nil) else {
        return nil
      }
      let integer = unsafe found.assumingMemoryBound(to: ASN1_INTEGER.self)
      defer { unsafe ASN1_INTEGER_free(integer) }
      return unsafe Array(DER.bytes(of: integer).drop { $0 == 0 })
    }
  }

  /// When it was issued; nil when that cannot be read.
  package var thisUpdate: UTCTime? { unsafe DER.time(X509_CRL_get0_lastUpdate(pointer)) }

  /// When the next one is due; nil when it does not say so.
  package var nextUpdate: UTCTime? { unsafe DER.time(X509_CRL_get0_nextUpdate(pointer)) }

  /// Whether it is newer than `other`, which is by the same issuer: by its date, and by its number where
  /// both bear one.
  ///
  /// Numbers rise (RFC 5280 §5.2.3), but not those of a CA that was set up anew. Where number and date say
  /// different things, neither list is newer, and both count.
  package func isNewer(than other: RevocationList) -> Bool {
    guard let date = thisUpdate, let otherDate = other.thisUpdate else { return false }
    guard let number, let others = other.number, number != others else { return date > otherDate }
    let isHigher =
      number.count == others.count
      ? others.lexicographicallyPrecedes(number) : number.count > others.count
    return isHigher && date >= otherDate
  }

  /// What the list says of `certificate`; nil when it is not its issuer's own and whole list, or its
  /// signature is wrong or weak.
  ///
  /// A list with a critical extension speaks for a part of the certificates or reasons only, or
  /// changes another list: none is taken, since what it leaves out would count as good.
  package func answer(for certificate: Certificate, issuer: Certificate) -> OCSPAnswer? {
    OpenSSLError.quietly {
      guard unsafe X509_CRL_get_ext_by_critical(pointer, 1, -1) < 0, isSigned(by: issuer),
        certificate.mayBeIssued(by: issuer),
        let thisUpdate = unsafe DER.time(X509_CRL_get0_lastUpdate(pointer))
      else { return nil }
      let next = unsafe X509_CRL_get0_nextUpdate(pointer)
      let nextUpdate = unsafe DER.time(next)
      guard unsafe next == nil || nextUpdate != nil else { return nil }
      var entry: OpaquePointer?
      let found = unsafe X509_CRL_get0_by_cert(pointer, &entry, certificate.pointer)
      guard let status = unsafe status(found, entry) else { return nil }
      return OCSPAnswer(
        status: status, thisUpdate: thisUpdate, nextUpdate: nextUpdate, producedAt: thisUpdate)
    }
  }

  private func isSigned(by issuer: Certificate) -> Bool {
    guard
      unsafe X509_NAME_cmp(
        X509_CRL_get_issuer(pointer), X509_get_subject_name(issuer.pointer)) == 0,
      issuer.keyUsage?.contains(.cRLSign) ?? true, let key = unsafe issuer.publicKey.pointer,
      SignatureBudget.pays(for: issuer.publicKey)
    else { return false }
    var algorithm: UnsafePointer<X509_ALGOR>?
    unsafe X509_CRL_get0_signature(pointer, nil, &algorithm)
    guard
      let der = try? unsafe DER.encode("read", { unsafe i2d_X509_ALGOR(algorithm, $0) }),
      CertificateSignature(algorithm: der).isAllowed
    else { return false }
    return unsafe X509_CRL_verify(pointer, key) == 1
  }

  private func status(_ found: Int32, _ entry: OpaquePointer?) -> OCSPAnswer.Status? {
    guard found != 0 else { return .good }
    guard let entry = unsafe entry,
      let time = unsafe DER.time(X509_REVOKED_get0_revocationDate(entry))
    else { return nil }
    // 2: the entry takes the certificate off the list again.
    guard found == 1 else { return .revoked(at: time, reason: OCSPAnswer.removeFromCRL) }
    let reason = unsafe shim_X509_REVOKED_reason(entry)
    return .revoked(at: time, reason: reason < 0 ? nil : Int(reason))
  }
}
