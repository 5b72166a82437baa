import CBroadsealOpenSSL

/// A library context of OpenSSL's with the provider of old ciphers (RC2, DES, RC4): what keys were
/// encrypted with before 2020. Nothing but key files is read in it, so that no other proof can ever
/// rest on an old algorithm.
///
/// Sendable: the context is never changed after `init`, and OpenSSL locks what it caches inside.
@safe final class LegacyProvider: @unchecked Sendable {
  /// The one of this process; nil where the provider is not installed.
  static let shared = LegacyProvider()

  let context: OpaquePointer

  private init?() {
    guard let made = unsafe OSSL_LIB_CTX_new() else { return nil }
    // Both stay loaded as long as the context, which is for ever.
    let isLoaded = OpenSSLError.quietly {
      unsafe OSSL_PROVIDER_load(made, "default") != nil && OSSL_PROVIDER_load(made, "legacy") != nil
    }
    guard isLoaded else {
      unsafe OSSL_LIB_CTX_free(made)
      return nil
    }
    unsafe context = unsafe made
  }
}
