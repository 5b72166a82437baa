package import BroadsealBytes
import CBroadsealOpenSSL

/// Certification path validation (RFC 5280 §6).
package enum CertificateChain {
  /// The chain from `leaf` to one of `anchors`, leaf first and anchor last, or why there is none.
  ///
  /// Checked: every signature and its strength, validity at `time`, basic constraints, path length,
  /// `keyCertSign`, name and policy constraints, critical extensions. Not checked, since it is the
  /// caller's matter: the purpose of the leaf, and revocation. An anchor may be an intermediate or
  /// even the leaf itself: then the chain is that one certificate.
  ///
  /// - Parameters:
  ///   - intermediates: certificates that may help to build the chain; they are not trusted.
  ///   - time: the moment to judge by; the wall clock is never read. OpenSSL counts the
  ///     very second of `notAfter` as expired.
  ///   - ignoringTime: whether to accept certificates outside their validity.
  ///   - strict: whether to insist on everything RFC 5280 §4 asks of the certificates themselves.
  ///   - allowingWeak: whether keys and signatures may be of any strength.
  package static func validate(
    leaf: Certificate, intermediates: [Certificate], anchors: AnchorStore, at time: UTCTime,
    ignoringTime: Bool = false, strict: Bool = false, allowingWeak: Bool = false
  ) -> Result<[Certificate], ChainFailure> {
    // Each certificate of a chain is proved once, by one above it that came with it, or by an anchor.
    let cost = intermediates.map(\.publicKey.cost).reduce(anchors.cost, +)
    guard SignatureBudget.pays(cost) else {
      return .failure(ChainFailure(code: X509_V_ERR_UNSPECIFIED, depth: 0))
    }
    return OpenSSLError.quietly {
      guard
        let context = try? unsafe Handle(
          X509_STORE_CTX_new(), X509_STORE_CTX_free, "validate chain"),
        let untrusted = unsafe shim_sk_X509_new()
      else { return .failure(ChainFailure(code: X509_V_ERR_OUT_OF_MEM, depth: 0)) }
      defer { unsafe shim_sk_X509_free(untrusted) }
      for certificate in intermediates {
        guard unsafe shim_sk_X509_push(untrusted, certificate.pointer) > 0 else {
          return .failure(ChainFailure(code: X509_V_ERR_OUT_OF_MEM, depth: 0))
        }
      }
      guard
        unsafe X509_STORE_CTX_init(context.pointer, anchors.pointer, leaf.pointer, untrusted) == 1,
        let parameters = unsafe X509_STORE_CTX_get0_param(context.pointer)
      else { return .failure(ChainFailure(code: X509_V_ERR_UNSPECIFIED, depth: 0)) }
      // A time that was set would be judged whatever the flags say.
      if !ignoringTime {
        unsafe X509_VERIFY_PARAM_set_time(parameters, time_t(time.secondsSinceEpoch))
      }
      if allowingWeak { unsafe X509_VERIFY_PARAM_set_auth_level(parameters, 0) }
      let flags =
        (ignoringTime ? X509_V_FLAG_NO_CHECK_TIME : 0) | (strict ? X509_V_FLAG_X509_STRICT : 0)
      unsafe X509_VERIFY_PARAM_set_flags(parameters, UInt(flags))
      guard unsafe X509_verify_cert(context.pointer) == 1 else {
        return .failure(
          unsafe ChainFailure(
            code: X509_STORE_CTX_get_error(context.pointer),
            depth: X509_STORE_CTX_get_error_depth(context.pointer)))
      }
      let known = [leaf] + intermediates + anchors.certificates
      let chain = unsafe certificates(of: X509_STORE_CTX_get0_chain(context.pointer), from: known)
      return chain.map { .success($0) }
        ?? .failure(ChainFailure(code: X509_V_ERR_UNSPECIFIED, depth: 0))
    }
  }

  /// The house's own objects for those in OpenSSL's stack.
  private static func certificates(
    of stack: OpaquePointer?, from known: [Certificate]
  ) -> [Certificate]? {
    guard let stack = unsafe stack else { return nil }
    var chain: [Certificate] = []
    for index in unsafe 0..<shim_sk_X509_num(stack) {
      let wanted = unsafe shim_sk_X509_value(stack, index)
      let found =
        known.first { unsafe $0.pointer == wanted }
        ?? known.first { unsafe X509_cmp($0.pointer, wanted) == 0 }
      guard let found else { return nil }
      chain.append(found)
    }
    return chain
  }
}
