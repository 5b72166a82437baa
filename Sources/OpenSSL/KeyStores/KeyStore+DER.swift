import BroadsealBytes
import CBroadsealOpenSSL

extension KeyStore {
  /// Reads what stands in DER without armour: a certificate, a private key, a bundle of certificates
  /// (PKCS#7), or a PKCS#12 file. Each is told by its own structure, not by its name.
  static func loadDER(_ bytes: [UInt8], passphrase: [UInt8]?) throws(KeyError) -> KeyMaterial {
    if let certificate = try? Certificate(der: bytes) {
      return try KeyMaterial(key: nil, certificates: [certificate])
    }
    try PassphraseWork.check(encryptedKey: bytes)
    if isRequest(bytes) { throw KeyError.certificateRequest }
    if let certificates = try? bundled(bytes), !certificates.isEmpty {
      return try KeyMaterial(key: nil, certificates: certificates)
    }
    for label in ["PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"] {
      let armoured = PEM.text(label, bytes)
      do throws(KeyError) {
        let key = try PrivateKey(pem: armoured, passphrase: passphrase)
        try requireUsable(key)
        return try KeyMaterial(key: key, certificates: [])
      } catch {
        if case .malformed = error { continue }
        throw error
      }
    }
    return try loadPKCS12(bytes, passphrase: passphrase)
  }

  /// The certificates of signed data without a signature (RFC 5652 §5): what authorities hand out as
  /// `.p7b`.
  static func bundled(_ bytes: [UInt8]) throws(KeyError) -> [Certificate] {
    ERR_clear_error()
    defer { ERR_clear_error() }
    let decoded = unsafe DER.decode(bytes) { unsafe d2i_CMS_ContentInfo(nil, $0, $1) }
    guard let (message, unread) = unsafe decoded else {
      throw KeyError.malformed("a PKCS#7 bundle that cannot be read")
    }
    defer { unsafe CMS_ContentInfo_free(message) }
    guard unread == 0, let stack = unsafe CMS_get1_certs(message) else { return [] }
    defer { unsafe shim_sk_X509_pop_free(stack) }
    var certificates: [Certificate] = []
    for index in 0..<max(0, unsafe shim_sk_X509_num(stack)) {
      guard let found = unsafe shim_sk_X509_value(stack, index) else { continue }
      do throws(OpenSSLError) {
        certificates.append(
          try Certificate(
            der: unsafe DER.encode("read certificate") { unsafe i2d_X509(found, $0) }))
      } catch { throw KeyError.malformed(error.description) }
    }
    return certificates
  }

  /// Whether it is a request for a certificate (PKCS #10).
  private static func isRequest(_ bytes: [UInt8]) -> Bool {
    OpenSSLError.quietly {
      let decoded = unsafe DER.decode(bytes) { unsafe d2i_X509_REQ(nil, $0, $1) }
      guard let (request, unread) = unsafe decoded else { return false }
      unsafe X509_REQ_free(request)
      return unread == 0
    }
  }
}
