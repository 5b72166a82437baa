import CBroadsealOpenSSL

/// A running hash: bytes go in piece by piece, one digest comes out.
///
/// After `finish` it stands at the start again, so that one context serves many files.
@safe package struct DigestContext: ~Copyable {
  /// The hash function.
  package let algorithm: DigestAlgorithm
  private let context: OpaquePointer

  /// A fresh hash.
  package init(_ algorithm: DigestAlgorithm) throws(OpenSSLError) {
    ERR_clear_error()
    guard let context = unsafe EVP_MD_CTX_new() else { throw OpenSSLError.draining("hash") }
    guard unsafe EVP_DigestInit_ex2(context, algorithm.implementation, nil) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      throw OpenSSLError.draining("hash")
    }
    self.algorithm = algorithm
    unsafe self.context = unsafe context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds the bytes of `span`.
  package mutating func update(_ span: RawSpan) throws(OpenSSLError) {
    let done = unsafe span.withUnsafeBytes { input in
      unsafe EVP_DigestUpdate(context, input.baseAddress, input.count)
    }
    guard done == 1 else { throw OpenSSLError.draining("hash") }
  }

  /// Adds `bytes`.
  package mutating func update(_ bytes: [UInt8]) throws(OpenSSLError) {
    try unsafe update(bytes.span.bytes)
  }

  /// Adds `bytes`, read where they are.
  package mutating func update(_ bytes: ArraySlice<UInt8>) throws(OpenSSLError) {
    try unsafe update(bytes.span.bytes)
  }

  /// The digest of everything added since the start; the context is then fresh again.
  package mutating func finish() throws(OpenSSLError) -> Digest {
    var value = [UInt8](repeating: 0, count: algorithm.byteCount)
    guard unsafe EVP_DigestFinal_ex(context, &value, nil) == 1,
      unsafe EVP_DigestInit_ex2(context, nil, nil) == 1
    else { throw OpenSSLError.draining("hash") }
    return Digest(finished: value, algorithm)
  }

  /// The digest of everything added so far, without ending it.
  package borrowing func snapshot() throws(OpenSSLError) -> Digest {
    let copy = try unsafe Handle(EVP_MD_CTX_new(), EVP_MD_CTX_free, "hash")
    var value = [UInt8](repeating: 0, count: algorithm.byteCount)
    guard unsafe EVP_MD_CTX_copy_ex(copy.pointer, context) == 1,
      unsafe EVP_DigestFinal_ex(copy.pointer, &value, nil) == 1
    else { throw OpenSSLError.draining("hash") }
    return Digest(finished: value, algorithm)
  }
}
