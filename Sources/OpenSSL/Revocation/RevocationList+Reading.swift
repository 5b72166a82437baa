import BroadsealBytes
import CBroadsealOpenSSL

extension RevocationList {
  /// What a list comes to for one certificate.
  package enum Reading: Hashable, Sendable {
    /// It is another issuer's, or cannot be read.
    case strange
    /// It bears the issuer's name, and nobody known signed it.
    case unproved
    /// It does not name the certificate, and does not say that it is good either.
    case silent(RevocationLimit)
    /// It says something.
    ///
    /// - Parameter isOwn: whether the key signed it that signed the certificate.
    case said(OCSPAnswer, isOwn: Bool)
  }

  /// What the list says of `certificate`; nil when it says nothing of it, or nobody entitled signed it.
  package func answer(
    for certificate: Certificate, issuer: Certificate, among known: KnownAuthorities = .none
  ) -> OCSPAnswer? {
    guard case .said(let answer, _) = reading(of: certificate, issuer: issuer, among: known) else {
      return nil
    }
    return answer
  }

  /// What the list says of `certificate`, and why it says nothing.
  ///
  /// What revokes and what clears are asked apart. A certificate that the list names is revoked, whatever else the
  /// list leaves out, by whichever key of its issuer and with a weak hash too. That one is good is said only by a
  /// list that speaks of it for every reason, signed with the issuer's own key and an algorithm that is allowed.
  ///
  /// - Parameters:
  ///   - issuer: who issued the certificate.
  ///   - known: among whom certificates of the issuer under another key are found.
  package func reading(
    of certificate: Certificate, issuer: Certificate, among known: KnownAuthorities = .none
  ) -> Reading {
    OpenSSLError.quietly {
      guard isNamed(by: issuer), certificate.mayBeIssued(by: issuer), let thisUpdate else {
        return .strange
      }
      let isOwn = isSigned(by: issuer)
      guard isOwn || known.namesakes(of: issuer).contains(where: isSigned) else {
        return .unproved
      }
      let limit = isOwn ? limit(for: certificate, issuer: issuer) : .otherKey
      var entry: OpaquePointer?
      let found = unsafe X509_CRL_get0_by_cert(pointer, &entry, certificate.pointer)
      guard let status = unsafe status(found, entry) else { return .strange }
      var answer = OCSPAnswer(
        status: status, thisUpdate: thisUpdate, nextUpdate: nextUpdate, producedAt: thisUpdate)
      guard let limit else { return .said(answer, isOwn: isOwn) }
      answer.onlyRevokes = true
      return answer.gravity == 0 ? .silent(limit) : .said(answer, isOwn: isOwn)
    }
  }

  /// Why it says nothing of a certificate that it does not name; nil when that one is good.
  private func limit(for certificate: Certificate, issuer: Certificate) -> RevocationLimit? {
    guard unsafe X509_CRL_get0_nextUpdate(pointer) == nil || nextUpdate != nil else {
      return .undated
    }
    return isStrong ? scope.limit(for: certificate, issuer: issuer) : .weak
  }

  /// Its extensions as they stand there, in order.
  private var extensions: [CertificateExtension] {
    unsafe (0..<max(0, X509_CRL_get_ext_count(pointer))).compactMap { index in
      guard let found = unsafe X509_CRL_get_ext(pointer, index),
        let value = unsafe X509_EXTENSION_get_data(found)
      else { return nil }
      return unsafe CertificateExtension(
        DER.dotted(X509_EXTENSION_get_object(found)),
        isCritical: X509_EXTENSION_get_critical(found) == 1, value: DER.bytes(of: value))
    }
  }

  /// Of which certificates it speaks.
  package var scope: RevocationScope { RevocationScope(extensions) }

  /// Whether it bears the name of `issuer`.
  package func isNamed(by issuer: Certificate) -> Bool {
    unsafe X509_NAME_cmp(
      X509_CRL_get_issuer(pointer), X509_get_subject_name(issuer.pointer)) == 0
  }

  /// Whether `issuer`'s key signed it, with whatever algorithm but the oldest hashes.
  private func isSigned(by issuer: Certificate) -> Bool {
    guard issuer.keyUsage?.contains(.cRLSign) ?? true, let key = unsafe issuer.publicKey.pointer,
      !hasBrokenHash, SignatureBudget.pays(for: issuer.publicKey)
    else { return false }
    return unsafe X509_CRL_verify(pointer, key) == 1
  }

  /// Whether its signature's algorithm is one that a good answer may rest on.
  private var isStrong: Bool {
    var algorithm: UnsafePointer<X509_ALGOR>?
    unsafe X509_CRL_get0_signature(pointer, nil, &algorithm)
    guard
      let der = try? unsafe DER.encode("read", { unsafe i2d_X509_ALGOR(algorithm, $0) })
    else { return false }
    return CertificateSignature(algorithm: der).isAllowed
  }

  /// Whether it was signed over a hash that nobody has signed with for twenty years: MD2, MD4, MD5.
  private var hasBrokenHash: Bool {
    var hash = NID_undef
    let algorithm = unsafe X509_CRL_get_signature_nid(pointer)
    unsafe OBJ_find_sigid_algs(algorithm, &hash, nil)
    return [NID_md2, NID_md4, NID_md5].contains(hash)
  }

  private func status(_ found: Int32, _ entry: OpaquePointer?) -> OCSPAnswer.Status? {
    guard found != 0 else { return .good }
    guard let entry = unsafe entry else { return nil }
    // A date that cannot be read is of no time that somebody could have signed before.
    let time =
      unsafe DER.time(X509_REVOKED_get0_revocationDate(entry)) ?? UTCTime(secondsSinceEpoch: 0)
    // 2: the entry takes the certificate off the list again.
    guard found == 1 else { return .revoked(at: time, reason: OCSPAnswer.removeFromCRL) }
    let reason = unsafe shim_X509_REVOKED_reason(entry)
    return .revoked(at: time, reason: reason < 0 ? nil : Int(reason))
  }
}
