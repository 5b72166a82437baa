import CBroadsealOpenSSL

/// The certificates that chains may end at: given by the caller, never the system's.
///
/// Built once and shared by every validation.
/// Sendable: the store is never changed after `init`, and OpenSSL locks its lookups.
@safe package final class AnchorStore: @unchecked Sendable {
  /// The anchors, each once, in the order given.
  package let certificates: [Certificate]
  let pointer: OpaquePointer
  /// What a check by the dearest of them costs (`SignatureBudget`).
  let cost: Int

  /// Deepest chain that is followed, counted in authorities between leaf and anchor.
  package static let maximumDepth: Int32 = 16

  /// Bits of security every key and signature of a chain must offer: OpenSSL's level 2, 112 bits,
  /// which leaves no room for SHA-1 or RSA below 2048 bits.
  static let securityLevel: Int32 = 2

  /// A store of `certificates`; with none, it trusts nobody.
  package init(_ certificates: [Certificate]) throws(OpenSSLError) {
    let operation = "load anchors"
    ERR_clear_error()
    let store = try unsafe Handle(X509_STORE_new(), X509_STORE_free, operation)
    var seen: Set<Certificate> = []
    var kept: [Certificate] = []
    for certificate in certificates where seen.insert(certificate).inserted {
      guard unsafe X509_STORE_add_cert(store.pointer, certificate.pointer) == 1 else {
        throw OpenSSLError.draining(operation)
      }
      kept.append(certificate)
    }
    guard unsafe Self.setRules(of: store.pointer) else { throw OpenSSLError.draining(operation) }
    unsafe X509_STORE_up_ref(store.pointer)
    unsafe pointer = unsafe store.pointer
    self.certificates = kept
    cost = kept.map(\.publicKey.cost).max() ?? 0
  }

  deinit { unsafe X509_STORE_free(pointer) }

  /// Sets what every validation against the store asks for (RFC 5280 §6.1.1): any policy will do
  /// where a certificate demands one, and an anchor need not be a root.
  private static func setRules(of store: OpaquePointer) -> Bool {
    guard let parameters = unsafe X509_STORE_get0_param(store),
      let anyPolicy = unsafe OBJ_nid2obj(NID_any_policy)
    else { return false }
    let flags =
      X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_TRUSTED_FIRST | X509_V_FLAG_POLICY_CHECK
    unsafe X509_VERIFY_PARAM_set_depth(parameters, maximumDepth)
    unsafe X509_VERIFY_PARAM_set_auth_level(parameters, securityLevel)
    return unsafe X509_VERIFY_PARAM_set_flags(parameters, UInt(flags)) == 1
      && X509_VERIFY_PARAM_add0_policy(parameters, anyPolicy) == 1
  }

  /// Whether `certificate` itself is an anchor.
  package func contains(_ certificate: Certificate) -> Bool { certificates.contains(certificate) }
}
