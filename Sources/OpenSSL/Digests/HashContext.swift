import CBroadsealOpenSSL

/// A running hash of any function that others sign with: see `HashFunction`.
///
/// A class because it owns OpenSSL's context; one walk over a file has it, and shares it with nobody.
@safe package final class HashContext {
  private let function: HashFunction
  private let context: OpaquePointer

  /// A fresh hash; nil when this OpenSSL has no such function.
  package init?(_ function: HashFunction) {
    guard let method = unsafe function.implementation, let context = unsafe EVP_MD_CTX_new() else {
      return nil
    }
    guard unsafe EVP_DigestInit_ex2(context, method, nil) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      return nil
    }
    self.function = function
    unsafe self.context = unsafe context
  }

  /// A hash that goes on from where `other` is.
  package init?(copying other: HashContext) {
    guard let context = unsafe EVP_MD_CTX_new() else { return nil }
    guard unsafe EVP_MD_CTX_copy_ex(context, other.context) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      return nil
    }
    function = other.function
    unsafe self.context = unsafe context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds the bytes of `span`; false when OpenSSL could not.
  package func update(_ span: RawSpan) -> Bool {
    unsafe span.withUnsafeBytes { input in
      unsafe EVP_DigestUpdate(context, input.baseAddress, input.count) == 1
    }
  }

  /// The hash value of everything added; nil when OpenSSL could not.
  package func finish() -> [UInt8]? {
    OpenSSLError.quietly {
      var value = [UInt8](repeating: 0, count: function.byteCount)
      let done =
        function == .shake256
        ? unsafe EVP_DigestFinalXOF(context, &value, value.count)
        : unsafe EVP_DigestFinal_ex(context, &value, nil)
      return done == 1 ? value : nil
    }
  }
}
