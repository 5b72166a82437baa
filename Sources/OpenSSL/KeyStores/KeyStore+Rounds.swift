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
    _ = try unsafe PKCS12Walk.parts(of: store) { part, type throws(KeyError) in
      if type == NID_pkcs7_data {
        try unsafe check(PKCS12_unpack_p7data(part))
      } else if type == NID_pkcs7_encrypted, let sealed = unsafe part.pointee.d.encrypted,
        let content = unsafe sealed.pointee.enc_data
      {
        try unsafe PassphraseWork.check(content.pointee.algorithm)
        for secret in secrets { try unsafe check(PKCS12Walk.bags(of: part, openedBy: secret)) }
      }
    }
  }

  /// Checks the keys under encryption among bags, and lets these go.
  private static func check(_ bags: OpaquePointer?) throws(KeyError) {
    guard let bags = unsafe bags else { return }
    try unsafe PKCS12Walk.bags(letting: bags) { bag throws(KeyError) in
      guard unsafe PKCS12_SAFEBAG_get_nid(bag) == NID_pkcs8ShroudedKeyBag else { return }
      var algorithm: UnsafePointer<X509_ALGOR>?
      unsafe X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, nil)
      try unsafe PassphraseWork.check(algorithm)
    }
  }
}
