import CBroadsealOpenSSL

extension KeyStore {
  /// Reads a PKCS#12 file (RFC 7292). One with old ciphers (RC2) is read in a context of its own, which
  /// alone has them; where it is not installed, that is said and never called a wrong passphrase.
  static func loadPKCS12(
    _ bytes: [UInt8], passphrase: [UInt8]?
  ) throws(KeyError) -> KeyMaterial {
    ERR_clear_error()
    defer { ERR_clear_error() }
    guard (passphrase?.count ?? 0) <= PassphraseRequest.maximumLength else {
      throw KeyError.passphraseTooLong
    }
    let decoded = unsafe DER.decode(bytes) { unsafe d2i_PKCS12(nil, $0, $1) }
    guard let (store, unread) = unsafe decoded else { throw KeyError.notKeyMaterial }
    defer { unsafe PKCS12_free(store) }
    guard unread == 0 else { throw KeyError.malformed("trailing bytes after the PKCS#12 file") }
    try unsafe checkRounds(ofOpen: store)
    let secret = (passphrase ?? []).map { CChar(bitPattern: $0) } + [0]
    guard !secret.dropLast().contains(0), unsafe opens(store, secret) else {
      throw passphrase == nil ? KeyError.missingPassphrase : .wrongPassphrase
    }
    try unsafe checkRounds(ofClosed: store, secret)
    var key: OpaquePointer?
    var leaf: OpaquePointer?
    var more: OpaquePointer?
    var isLegacy = false
    if unsafe PKCS12_parse(store, secret, &key, &leaf, &more) != 1 {
      let (_, details) = OpenSSLError.drainingDetails("read")
      let cipher = PrivateKey.missingCipher(in: details)
      guard let legacy = LegacyProvider.shared,
        let old = unsafe PKCS12_init_ex(NID_pkcs7_data, legacy.context, nil)
      else { throw KeyError.oldCipher(cipher) }
      var target: OpaquePointer? = unsafe old
      let again = unsafe DER.decode(bytes) { unsafe d2i_PKCS12(&target, $0, $1) }
      guard let (reread, _) = unsafe again else { throw KeyError.oldCipher(cipher) }
      defer { unsafe PKCS12_free(reread) }
      try unsafe checkRounds(ofClosed: reread, secret)
      guard unsafe PKCS12_parse(reread, secret, &key, &leaf, &more) == 1 else {
        throw KeyError.oldCipher(cipher)
      }
      isLegacy = true
    }
    defer {
      unsafe X509_free(leaf)
      unsafe shim_sk_X509_pop_free(more)
    }
    let (privateKey, certificates) = try unsafe contents(key, leaf, more, isLegacy: isLegacy)
    guard privateKey != nil || !certificates.isEmpty else { throw KeyError.notKeyMaterial }
    try requireUsable(privateKey)
    return try KeyMaterial(key: privateKey, certificates: certificates)
  }

  /// Whether the passphrase fits the file's integrity code; a file without passphrase may have been
  /// written with an empty one or with none.
  private static func opens(_ store: OpaquePointer, _ secret: [CChar]) -> Bool {
    unsafe PKCS12_mac_present(store) == 0 || PKCS12_verify_mac(store, secret, -1) == 1
      || secret.count == 1 && PKCS12_verify_mac(store, nil, 0) == 1
  }

  private static func contents(
    _ key: OpaquePointer?, _ leaf: OpaquePointer?, _ more: OpaquePointer?,
    isLegacy: Bool
  ) throws(KeyError) -> (PrivateKey?, [Certificate]) {
    do throws(OpenSSLError) {
      var privateKey: PrivateKey?
      if let key = unsafe key {
        privateKey =
          try unsafe isLegacy
          ? PrivateKey(readByLegacyProvider: key) : PrivateKey(owning: key)
      }
      var certificates: [Certificate] = []
      if let leaf = unsafe leaf { certificates.append(try unsafe copy(leaf)) }
      let count = unsafe more == nil ? 0 : shim_sk_X509_num(more)
      for index in 0..<max(0, count) {
        guard let found = unsafe shim_sk_X509_value(more, index) else { continue }
        certificates.append(try unsafe copy(found))
      }
      return (privateKey, certificates)
    } catch { throw KeyError.malformed(error.description) }
  }

  private static func copy(_ certificate: OpaquePointer) throws(OpenSSLError) -> Certificate {
    try Certificate(
      der: unsafe DER.encode("read certificate") { unsafe i2d_X509(certificate, $0) })
  }
}
