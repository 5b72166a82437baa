import CBroadsealOpenSSL
import Glibc

/// Whose certificates prove who a TLS server is.
package enum TLSTrust: Sendable {
  /// The certificate authorities that the system is set up with.
  case system
  /// These authorities and no others.
  case authorities([Certificate])

  /// Settings for connections: the server must prove that it is who was asked for.
  func context() throws(OpenSSLError) -> SSLSettings {
    let operation = "set up TLS"
    ERR_clear_error()
    guard let context = unsafe SSL_CTX_new(TLS_client_method()) else {
      throw OpenSSLError.draining(operation)
    }
    let settings = unsafe SSLSettings(owning: context)
    unsafe SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
    unsafe shim_SSL_CTX_prepare(context)
    switch self {
    case .system:
      guard unsafe SSL_CTX_set_default_verify_paths(context) == 1 else {
        throw OpenSSLError.draining(operation)
      }
    case .authorities(let certificates):
      for certificate in certificates {
        guard
          unsafe X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate.pointer) == 1
        else { throw OpenSSLError.draining(operation) }
      }
    }
    return settings
  }
}

/// The owner of OpenSSL's settings for TLS connections.
@safe struct SSLSettings: ~Copyable {
  let pointer: OpaquePointer

  init(owning pointer: OpaquePointer) { unsafe self.pointer = unsafe pointer }

  deinit { unsafe SSL_CTX_free(pointer) }
}
