import COpenSSL

/// The certificates that chains may end at: given by the caller, never the system's.
///
/// Built once and shared by every validation.
/// Sendable: the store is never changed after `init`, and OpenSSL locks its lookups.
@safe package final class AnchorStore: @unchecked Sendable {
  /// The anchors, each once, in the order given.
  package let certificates: [Certificate]
  let pointer: OpaquePointer

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
    let flags =
      X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_TRUSTED_FIRST | X509_V_FLAG_POLICY_CHECK
    guard unsafe X509_STORE_set_flags(store.pointer, UInt(flags)) == 1 else {
      throw OpenSSLError.draining(operation)
    }
    unsafe X509_STORE_up_ref(store.pointer)
    unsafe pointer = unsafe store.pointer
    self.certificates = kept
  }

  deinit { unsafe X509_STORE_free(pointer) }

  /// Whether `certificate` itself is an anchor.
  package func contains(_ certificate: Certificate) -> Bool { certificates.contains(certificate) }
}
