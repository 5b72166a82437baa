import BroadsealBytes
import CBroadsealOpenSSL

/// A private key that signs.
///
/// Sendable: OpenSSL's key is never changed after `init`, and it locks what it caches inside.
@safe package final class PrivateKey: @unchecked Sendable {
  /// The public half.
  package let publicKey: PublicKey
  /// Whether the key stays inside a token, which makes its signatures and may be taken away.
  package let isOnToken: Bool
  let pointer: OpaquePointer

  /// A new random key for `algorithm`; RSA keys have `rsaBits` bits.
  package static func generate(
    _ algorithm: SignatureAlgorithm, rsaBits: Int = 3072
  ) throws(OpenSSLError) -> PrivateKey {
    ERR_clear_error()
    let made: OpaquePointer?
    if let curve = algorithm.curve {
      unsafe made = unsafe shim_EVP_EC_gen(curve.rawValue)
    } else if algorithm == .ed25519 {
      unsafe made = unsafe shim_EVP_ED25519_gen()
    } else {
      let bits = SignatureAlgorithm.minimumRSABits...SignatureAlgorithm.maximumRSABits
      guard bits.contains(rsaBits) else {
        throw OpenSSLError(operation: "generate key", reasons: ["RSA key size out of range"])
      }
      unsafe made = unsafe shim_EVP_RSA_gen(UInt32(rsaBits))
    }
    guard let key = unsafe made else { throw OpenSSLError.draining("generate key") }
    return try unsafe PrivateKey(owning: key)
  }

  /// A key from one PEM block: PKCS#8, encrypted PKCS#8, or the older forms of RSA and EC keys.
  package convenience init(pem: [UInt8], passphrase: [UInt8]?) throws(KeyError) {
    let request = try PassphraseRequest(passphrase)
    let blocks: [PEM.Block]
    do throws(Malformed) {
      blocks = try PEM.blocks(in: pem)
    } catch { throw KeyError.malformed(error.description) }
    for block in blocks where block.label.hasSuffix("PRIVATE KEY") {
      try PassphraseWork.check(encryptedKey: block.der ?? [])
    }
    ERR_clear_error()
    defer { ERR_clear_error() }
    do throws(OpenSSLError) {
      if let key = try unsafe PrivateKey.read(pem, request, in: nil) {
        try unsafe self.init(owning: key)
        return
      }
    } catch { throw request.failure(.malformed(error.description)) }
    let (fault, details) = OpenSSLError.drainingDetails("read private key")
    guard request.wasAsked, passphrase != nil, fault.reasons.contains("unsupported") else {
      throw request.failure(.malformed(fault.description))
    }
    // Encrypted as in PKCS#5 1.5: with DES or RC2.
    let cipher = PrivateKey.missingCipher(in: details)
    guard let legacy = LegacyProvider.shared else { throw KeyError.oldCipher(cipher) }
    do throws(OpenSSLError) {
      guard let key = try unsafe PrivateKey.read(pem, request, in: legacy.context) else {
        throw OpenSSLError.draining("read private key")
      }
      try unsafe self.init(readByLegacyProvider: key)
    } catch { throw request.failure(.malformed(error.description)) }
  }

  private static func read(
    _ pem: [UInt8], _ request: PassphraseRequest, in context: OpaquePointer?
  ) throws(OpenSSLError) -> OpaquePointer? {
    let stream = try MemoryBIO(pem)
    return unsafe request.answering { callback, argument in
      unsafe PEM_read_bio_PrivateKey_ex(
        stream.pointer, nil, callback, argument, context, nil)
    }
  }

  /// Takes over one reference to `pointer`.
  ///
  /// - Parameter isOnToken: the public half is then made anew, so that proofs never ask the token.
  init(owning pointer: OpaquePointer, isOnToken: Bool = false) throws(OpenSSLError) {
    unsafe self.pointer = unsafe pointer
    self.isOnToken = isOnToken
    do {
      let spki = try unsafe DER.encode("write public key") { unsafe i2d_PUBKEY(pointer, $0) }
      if isOnToken {
        publicKey = try PublicKey(spki: spki)
      } else {
        unsafe EVP_PKEY_up_ref(pointer)
        publicKey = unsafe PublicKey(owning: pointer, spki: spki)
      }
    } catch {
      unsafe EVP_PKEY_free(pointer)
      throw error
    }
  }

  deinit { unsafe EVP_PKEY_free(pointer) }

  /// The algorithm to sign with when none was asked for; nil when the key can sign for none.
  package var defaultAlgorithm: SignatureAlgorithm? { algorithms.first }

  /// Every algorithm the key can sign with, the natural one first.
  package var algorithms: [SignatureAlgorithm] {
    SignatureAlgorithm.allCases.filter { $0.fits(publicKey.kind) }
  }

  /// The key as PKCS#8 in PEM, encrypted when there is a passphrase.
  package func pem(passphrase: [UInt8]? = nil) throws(OpenSSLError) -> [UInt8] {
    if let passphrase { return try encryptedPEM(passphrase) }
    ERR_clear_error()
    let stream = try MemoryBIO()
    let written = unsafe PEM_write_bio_PKCS8PrivateKey(
      stream.pointer, pointer, nil, nil, 0, nil, nil)
    guard written == 1 else { throw OpenSSLError.draining("write private key") }
    return stream.bytes
  }
}

extension PrivateKey {
  /// Rounds of PBKDF2 between a passphrase and the key it makes: half a second of guessing each.
  private static let rounds: Int32 = 600_000

  /// The key as encrypted PKCS#8 in PEM: PBES2 with AES-256-CBC and PBKDF2 over HMAC-SHA-256
  /// (RFC 8018), which every program that reads encrypted keys understands.
  func encryptedPEM(_ passphrase: [UInt8]) throws(OpenSSLError) -> [UInt8] {
    let operation = "write private key"
    ERR_clear_error()
    let plain = try unsafe Handle(EVP_PKEY2PKCS8(pointer), PKCS8_PRIV_KEY_INFO_free, operation)
    guard
      let scheme = unsafe PKCS5_pbe2_set_iv(
        EVP_aes_256_cbc(), Self.rounds, nil, 16, nil, NID_hmacWithSHA256)
    else { throw OpenSSLError.draining(operation) }
    let secret = passphrase.map { CChar(bitPattern: $0) }
    guard
      let sealed = unsafe PKCS8_set0_pbe(secret, Int32(secret.count), plain.pointer, scheme)
    else {
      unsafe X509_ALGOR_free(scheme)
      throw OpenSSLError.draining(operation)
    }
    defer { unsafe X509_SIG_free(sealed) }
    return PEM.text(
      "ENCRYPTED PRIVATE KEY", try unsafe DER.encode(operation) { unsafe i2d_X509_SIG(sealed, $0) })
  }
}

extension PrivateKey {
  /// A key that was read with old ciphers, in the common context: it knows nothing of them any more.
  convenience init(readByLegacyProvider key: OpaquePointer) throws(OpenSSLError) {
    let foreign = try unsafe PrivateKey(owning: key)
    let text = try foreign.pem()
    do throws(KeyError) {
      try self.init(pem: text, passphrase: nil)
    } catch { throw OpenSSLError(operation: "read private key", reasons: ["\(error)"]) }
  }

  /// The name of the cipher that OpenSSL says it does not have, in `details` of its errors:
  /// `Algorithm (RC2-40-CBC : 0), Properties ()`.
  static func missingCipher(in details: [String]) -> String? {
    details.lazy.compactMap { detail -> String? in
      guard let start = detail.firstRange(of: "Algorithm (")?.upperBound else { return nil }
      let name = detail[start...].prefix { $0 != " " && $0 != ")" }
      return name.isEmpty ? nil : String(name)
    }.first
  }
}
