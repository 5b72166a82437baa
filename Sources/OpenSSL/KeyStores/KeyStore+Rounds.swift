import CBroadsealOpenSSL

extension KeyStore {
  /// Refuses a PKCS#12 file whose integrity code, or anything in it that stands open, asks for too many rounds.
  ///
  /// - Throws: `.tooManyRounds`.
  static func checkRounds(ofOpen store: OpaquePointer) throws(KeyError) {
    var rounds: UnsafePointer<ASN1_INTEGER>?
    unsafe PKCS12_get0_mac(nil, nil, nil, &rounds, store)
    try unsafe PassphraseWork.check(rounds: rounds)
    try unsafe checkParts(of: store, secrets: [])
  }

  /// The same of what stands under encryption as well, once `secret` is known to be the passphrase. An empty one may mean none.
  static func checkRounds(ofClosed store: OpaquePointer, _ secret: [CChar]) throws(KeyError) {
    try unsafe checkParts(of: store, secrets: secret.count == 1 ? [secret, nil] : [secret])
  }

  private static func checkParts(
    of store: OpaquePointer, secrets: [[CChar]?]
  ) throws(KeyError) {
    defer { ERR_clear_error() }
    guard let parts = unsafe PKCS12_unpack_authsafes(store) else { return }
    defer {
      unsafe OPENSSL_sk_pop_free(parts) { part in
        unsafe PKCS7_free(part?.assumingMemoryBound(to: PKCS7.self))
      }
    }
    for index in 0..<max(0, unsafe OPENSSL_sk_num(parts)) {
      guard let found = unsafe OPENSSL_sk_value(parts, index) else { continue }
      let part = unsafe found.assumingMemoryBound(to: PKCS7.self)
      let type = unsafe OBJ_obj2nid(part.pointee.type)
      if type == NID_pkcs7_data {
        try unsafe check(owned: PKCS12_unpack_p7data(part))
      } else if type == NID_pkcs7_encrypted, let sealed = unsafe part.pointee.d.encrypted,
        let content = unsafe sealed.pointee.enc_data
      {
        try unsafe PassphraseWork.check(content.pointee.algorithm)
        for secret in secrets {
          let length = Int32(max(0, (secret?.count ?? 0) - 1))
          try unsafe check(owned: PKCS12_unpack_p7encdata(part, secret, length))
        }
      }
    }
  }

  /// Checks bags, and lets them go.
  private static func check(owned bags: OpaquePointer?) throws(KeyError) {
    guard let bags = unsafe bags else { return }
    defer {
      unsafe OPENSSL_sk_pop_free(bags) { bag in
        unsafe PKCS12_SAFEBAG_free(bag.map { OpaquePointer($0) })
      }
    }
    try unsafe check(bags, depth: 0)
  }

  private static func check(_ bags: OpaquePointer, depth: Int) throws(KeyError) {
    // OpenSSL follows them as deep as they go; no tool nests them at all.
    guard depth < 16 else { throw KeyError.malformed("a PKCS#12 file that is nested too deep") }
    for index in 0..<max(0, unsafe OPENSSL_sk_num(bags)) {
      guard let found = unsafe OPENSSL_sk_value(bags, index) else { continue }
      let bag = OpaquePointer(found)
      switch unsafe PKCS12_SAFEBAG_get_nid(bag) {
      case NID_pkcs8ShroudedKeyBag:
        var algorithm: UnsafePointer<X509_ALGOR>?
        unsafe X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, nil)
        try unsafe PassphraseWork.check(algorithm)
      case NID_safeContentsBag:
        if let inner = unsafe PKCS12_SAFEBAG_get0_safes(bag) {
          try unsafe check(inner, depth: depth + 1)
        }
      default: break
      }
    }
  }
}
