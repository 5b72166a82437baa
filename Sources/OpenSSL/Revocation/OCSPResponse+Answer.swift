import BroadsealBytes
import CBroadsealOpenSSL

extension OCSPResponse {
  /// Whether the issuer, or a responder that the issuer itself appointed, signed the response: with
  /// an allowed algorithm, and a certificate that was valid when the response was made
  /// (RFC 6960 §3.2, §4.2.2.2).
  package func isAuthorized(by issuer: Certificate) -> Bool {
    isSigned(for: issuer, at: producedAt)
  }

  /// The same, at a moment at which the responder's certificate must be valid; nil: it need not be.
  private func isSigned(for issuer: Certificate, at time: UTCTime?) -> Bool {
    OpenSSLError.quietly {
      guard signatureIsAllowed, SignatureBudget.pays(cost(provedBy: issuer)),
        let anchors = try? AnchorStore([issuer]),
        let parameters = unsafe X509_STORE_get0_param(anchors.pointer),
        let helpers = unsafe shim_sk_X509_new()
      else { return false }
      defer { unsafe shim_sk_X509_free(helpers) }
      if let time {
        unsafe X509_VERIFY_PARAM_set_time(parameters, time_t(time.secondsSinceEpoch))
      } else {
        unsafe X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_NO_CHECK_TIME))
      }
      guard unsafe shim_sk_X509_push(helpers, issuer.pointer) > 0 else { return false }
      return unsafe OCSP_basic_verify(pointer, helpers, anchors.pointer, 0) == 1
    }
  }

  /// What the response says of `certificate`, issued by `issuer`: the worst of it, should it say
  /// several things; nil when it says nothing of it, or is not authorised by that issuer.
  package func answer(for certificate: Certificate, issuer: Certificate) -> OCSPAnswer? {
    // Whom it is about is looked at first: it costs nothing beside a signature.
    guard mentions(certificate, issuer: issuer), isAuthorized(by: issuer),
      let signer = signer(for: issuer)
    else { return nil }
    let responder = signer == issuer ? nil : signer
    return OpenSSLError.quietly {
      var worst: OCSPAnswer?
      for index in 0..<max(0, unsafe OCSP_resp_count(pointer)) {
        guard let single = unsafe OCSP_resp_get0(pointer, index),
          unsafe Self.means(single, certificate, issuer)
        else { continue }
        guard let answer = unsafe answer(in: single, by: responder) else { return nil }
        if worst.map({ answer.gravity > $0.gravity }) ?? true { worst = answer }
      }
      return worst
    }
  }

  /// Whether the response is about `certificate`, issued by `issuer`, in the word of a responder of that
  /// issuer. Whether it proves anything is another matter: its responder may have been out of date.
  package func isAbout(_ certificate: Certificate, issuer: Certificate) -> Bool {
    mentions(certificate, issuer: issuer) && isSigned(for: issuer, at: nil)
  }

  /// Whether it says anything of `certificate` of `issuer`, proved or not.
  package func mentions(_ certificate: Certificate, issuer: Certificate) -> Bool {
    OpenSSLError.quietly {
      (0..<count).contains { index in
        guard let single = unsafe OCSP_resp_get0(pointer, Int32(index)) else { return false }
        return unsafe Self.means(single, certificate, issuer)
      }
    }
  }

  /// Whether the response holds nothing beside its answers and what proves them: no signature covers
  /// the certificates that come with it, so that others than the responder's and those of `path`, which
  /// the reader has anyway, could be anybody's bytes.
  package func isBare(knowing path: [Certificate]) -> Bool {
    guard isDistinguished, let stack = unsafe OCSP_resp_get0_certs(pointer) else { return false }
    return OpenSSLError.quietly {
      var signer: OpaquePointer?
      guard let helpers = unsafe shim_sk_X509_new() else { return false }
      defer { unsafe shim_sk_X509_free(helpers) }
      for certificate in path {
        guard unsafe shim_sk_X509_push(helpers, certificate.pointer) > 0 else { return false }
      }
      guard unsafe OCSP_resp_get0_signer(pointer, &signer, helpers) == 1 else { return false }
      let count = unsafe shim_sk_X509_num(stack)
      for index in 0..<max(0, count) {
        guard let found = unsafe shim_sk_X509_value(stack, index) else { return false }
        let isKnown =
          unsafe X509_cmp(found, signer) == 0
          || path.contains { unsafe X509_cmp(found, $0.pointer) == 0 }
        let isRepeated = (0..<index).contains { other in
          unsafe X509_cmp(found, shim_sk_X509_value(stack, other)) == 0
        }
        guard isKnown, !isRepeated else { return false }
      }
      return true
    }
  }

  /// The certificate of the responder that signed it, among those that it brings; nil where it brings
  /// none, as a response by the issuer itself need not.
  package var responder: Certificate? { unsafe signer(among: nil) }

  /// The certificate that proves a response of `issuer`: its own first, as where the signature is proved, else
  /// that of a responder which the response brings.
  private func signer(for issuer: Certificate) -> Certificate? {
    OpenSSLError.quietly {
      guard let helpers = unsafe shim_sk_X509_new() else { return nil }
      defer { unsafe shim_sk_X509_free(helpers) }
      guard unsafe shim_sk_X509_push(helpers, issuer.pointer) > 0 else { return nil }
      return unsafe signer(among: helpers)
    }
  }

  private func signer(among helpers: OpaquePointer?) -> Certificate? {
    OpenSSLError.quietly {
      var signer: OpaquePointer?
      guard unsafe OCSP_resp_get0_signer(pointer, &signer, helpers) == 1,
        let signer = unsafe signer,
        let der = try? unsafe DER.encode("read", { unsafe i2d_X509(signer, $0) })
      else { return nil }
      return try? Certificate(der: der)
    }
  }

  /// How many answers it holds.
  package var count: Int { max(0, unsafe Int(OCSP_resp_count(pointer))) }

  /// What it costs to prove it: the response by its responder, that one by the issuer, perhaps by way of what else
  /// it brings.
  private func cost(provedBy issuer: Certificate) -> Int {
    var cost = 2 * issuer.publicKey.cost
    guard let stack = unsafe OCSP_resp_get0_certs(pointer) else { return cost }
    for index in 0..<max(0, unsafe shim_sk_X509_num(stack)) {
      let key = unsafe X509_get_pubkey(shim_sk_X509_value(stack, index))
      cost += unsafe PublicKey(owning: key, spki: []).cost
    }
    return cost
  }

  private var signatureIsAllowed: Bool {
    guard let algorithm = unsafe OCSP_resp_get0_tbs_sigalg(pointer),
      let der = try? unsafe DER.encode("read", { unsafe i2d_X509_ALGOR(algorithm, $0) })
    else { return false }
    return CertificateSignature(algorithm: der).isAllowed
  }

  /// Whether a single response is about the certificate: the same hashes of the issuer's name and
  /// key, and the same serial number.
  private static func means(
    _ single: OpaquePointer, _ certificate: Certificate, _ issuer: Certificate
  ) -> Bool {
    guard let found = unsafe OCSP_SINGLERESP_get0_id(single) else { return false }
    var algorithm: OpaquePointer?
    unsafe OCSP_id_get0_info(nil, &algorithm, nil, nil, found)
    guard let digest = unsafe EVP_get_digestbyname(OBJ_nid2sn(OBJ_obj2nid(algorithm))),
      let wanted = unsafe OCSP_cert_to_id(digest, certificate.pointer, issuer.pointer)
    else { return false }
    defer { unsafe OCSP_CERTID_free(wanted) }
    return unsafe OCSP_id_cmp(wanted, found) == 0
  }

  private func answer(in single: OpaquePointer, by responder: Certificate?) -> OCSPAnswer? {
    var reason: Int32 = -1
    var revoked: UnsafeMutablePointer<ASN1_TIME>?
    var this: UnsafeMutablePointer<ASN1_TIME>?
    var next: UnsafeMutablePointer<ASN1_TIME>?
    let code = unsafe OCSP_single_get0_status(single, &reason, &revoked, &this, &next)
    guard let thisUpdate = unsafe DER.time(this) else { return nil }
    let nextUpdate = unsafe DER.time(next)
    guard unsafe next == nil || nextUpdate != nil else { return nil }
    let status: OCSPAnswer.Status
    switch code {
    case V_OCSP_CERTSTATUS_GOOD: status = .good
    case V_OCSP_CERTSTATUS_REVOKED:
      guard let time = unsafe DER.time(revoked) else { return nil }
      status = .revoked(at: time, reason: reason < 0 ? nil : Int(reason))
    case V_OCSP_CERTSTATUS_UNKNOWN: status = .unknown
    default: return nil
    }
    return OCSPAnswer(
      status: status, thisUpdate: thisUpdate, nextUpdate: nextUpdate, producedAt: producedAt,
      responder: responder)
  }
}
