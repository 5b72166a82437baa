import CBroadsealOpenSSL

/// What the bags of a PKCS#12 file hold (RFC 7292 §4.2), each opened by itself.
///
/// `PKCS12_parse` opens the bag of the key outside the context of the file, so that old ciphers fail there although their
/// provider is at hand; and it takes no file with a passphrase and without an integrity code.
struct PKCS12Bags {
  private(set) var keys: [PrivateKey] = []
  private(set) var certificates: [Certificate] = []

  /// The passphrase in every form that it may have, each ending with a zero; nil: none.
  private let secrets: [[CChar]?]
  /// Where the ciphers are, and nil for those of today.
  private let legacy: LegacyProvider?

  /// Opens all of `store`, which was read in the context of `legacy`.
  ///
  /// - Throws: `.malformed`, with OpenSSL's reason, for what does not open.
  init(
    of store: OpaquePointer, secrets: [[CChar]?], legacy: LegacyProvider?
  ) throws(KeyError) {
    self.secrets = secrets
    self.legacy = legacy
    ERR_clear_error()
    let isRead = try unsafe PKCS12Walk.parts(of: store) { part, type throws(KeyError) in
      var bags: OpaquePointer?
      switch type {
      case NID_pkcs7_data: unsafe bags = unsafe PKCS12_unpack_p7data(part)
      case NID_pkcs7_encrypted:
        for secret in secrets where unsafe bags == nil {
          unsafe bags = unsafe PKCS12Walk.bags(of: part, openedBy: secret)
        }
      default: return
      }
      guard let bags = unsafe bags else { throw PKCS12Bags.failure }
      try unsafe PKCS12Walk.bags(letting: bags) { bag throws(KeyError) in try unsafe read(bag) }
    }
    guard isRead else { throw PKCS12Bags.failure }
  }

  private static var failure: KeyError {
    .malformed(OpenSSLError.draining("read PKCS#12").description)
  }

  private mutating func read(_ bag: OpaquePointer) throws(KeyError) {
    switch unsafe PKCS12_SAFEBAG_get_nid(bag) {
    case NID_keyBag: keys.append(try unsafe key(PKCS12_SAFEBAG_get0_p8inf(bag)))
    case NID_pkcs8ShroudedKeyBag: keys.append(try unsafe opened(bag))
    case NID_certBag where unsafe PKCS12_SAFEBAG_get_bag_nid(bag) == NID_x509Certificate:
      guard let certificate = unsafe PKCS12_SAFEBAG_get1_cert(bag) else {
        throw PKCS12Bags.failure
      }
      defer { unsafe X509_free(certificate) }
      do throws(OpenSSLError) {
        certificates.append(
          try Certificate(
            der: unsafe DER.encode("read certificate") { unsafe i2d_X509(certificate, $0) }))
      } catch { throw KeyError.malformed(error.description) }
    default: break
    }
  }

  /// The key of a bag under encryption.
  private func opened(_ bag: OpaquePointer) throws(KeyError) -> PrivateKey {
    for secret in secrets {
      guard
        let open = unsafe PKCS12_decrypt_skey_ex(
          bag, secret, PKCS12Walk.length(of: secret), legacy?.context, nil)
      else { continue }
      defer { unsafe PKCS8_PRIV_KEY_INFO_free(open) }
      return try unsafe key(open)
    }
    throw PKCS12Bags.failure
  }

  private func key(_ plain: OpaquePointer?) throws(KeyError) -> PrivateKey {
    guard let plain = unsafe plain, let key = unsafe EVP_PKCS82PKEY_ex(plain, legacy?.context, nil)
    else { throw PKCS12Bags.failure }
    do throws(OpenSSLError) {
      return try unsafe legacy == nil
        ? PrivateKey(owning: key) : PrivateKey(readByLegacyProvider: key)
    } catch { throw KeyError.malformed(error.description) }
  }
}
