import CBroadsealOpenSSL

extension KeyStore {
  /// Reads a PKCS#12 file (RFC 7292). One with old ciphers (RC2, RC4) is read in a context of its own, which
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
    guard unsafe PKCS12_parse(store, secret, &key, &leaf, &more) == 1 else {
      let (fault, details) = OpenSSLError.drainingDetails("read")
      return try unsafe parts(
        of: bytes, passphrase, PrivateKey.missingCipher(in: details),
        hasCode: PKCS12_mac_present(store) != 0, isOld: fault.reasons.contains("unsupported"))
    }
    defer {
      unsafe X509_free(leaf)
      unsafe shim_sk_X509_pop_free(more)
    }
    let (privateKey, certificates) = try unsafe contents(key, leaf, more)
    guard privateKey != nil || !certificates.isEmpty else { throw KeyError.notKeyMaterial }
    try requireUsable(privateKey)
    return try KeyMaterial(key: privateKey, certificates: certificates)
  }

  /// What a file holds that OpenSSL does not open as a whole: one with old ciphers, or without an integrity code.
  ///
  /// - Parameters:
  ///   - cipher: the one that OpenSSL says it does not have.
  ///   - hasCode: whether an integrity code told already that the passphrase is the right one.
  ///   - isOld: whether OpenSSL lacks something.
  private static func parts(
    of bytes: [UInt8], _ passphrase: [UInt8]?, _ cipher: String?, hasCode: Bool, isOld: Bool
  ) throws(KeyError) -> KeyMaterial {
    let legacy = LegacyProvider.shared
    var target: OpaquePointer? = unsafe PKCS12_init_ex(NID_pkcs7_data, legacy?.context, nil)
    guard unsafe target != nil else { throw KeyError.malformed("the PKCS#12 file") }
    let again = unsafe DER.decode(bytes) { unsafe d2i_PKCS12(&target, $0, $1) }
    guard let (store, _) = unsafe again else { throw KeyError.notKeyMaterial }
    defer { unsafe PKCS12_free(store) }
    let secret = (passphrase ?? []).map { CChar(bitPattern: $0) } + [0]
    try unsafe checkRounds(ofClosed: store, secret)
    let found: PKCS12Bags
    do throws(KeyError) {
      found = try unsafe PKCS12Bags(
        of: store, secrets: secret.count == 1 ? [secret, nil] : [secret], legacy: legacy)
    } catch {
      if isOld, legacy == nil { throw KeyError.oldCipher(cipher) }
      guard case .malformed = error, !hasCode else { throw error }
      // Nothing but the opening itself tells whether the passphrase is the right one.
      throw passphrase == nil ? KeyError.missingPassphrase : .wrongPassphrase
    }
    guard found.keys.count < 2 else { throw KeyError.severalPrivateKeys }
    guard !found.keys.isEmpty || !found.certificates.isEmpty else { throw KeyError.notKeyMaterial }
    try requireUsable(found.keys.first)
    return try KeyMaterial(key: found.keys.first, certificates: found.certificates)
  }

  /// Whether the passphrase fits the file's integrity code; a file without passphrase may have been
  /// written with an empty one or with none.
  private static func opens(_ store: OpaquePointer, _ secret: [CChar]) -> Bool {
    unsafe PKCS12_mac_present(store) == 0 || PKCS12_verify_mac(store, secret, -1) == 1
      || secret.count == 1 && PKCS12_verify_mac(store, nil, 0) == 1
  }

  private static func contents(
    _ key: OpaquePointer?, _ leaf: OpaquePointer?, _ more: OpaquePointer?
  ) throws(KeyError) -> (PrivateKey?, [Certificate]) {
    do throws(OpenSSLError) {
      var privateKey: PrivateKey?
      if let key = unsafe key {
        privateKey = try unsafe PrivateKey(owning: key)
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
