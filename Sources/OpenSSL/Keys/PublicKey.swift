import BroadsealBytes
import CBroadsealOpenSSL
import Synchronization

/// A public key that proves signatures.
///
/// Sendable: OpenSSL's key is never changed after `init`, and it locks what it caches inside.
@safe package final class PublicKey: @unchecked Sendable {
  /// The SubjectPublicKeyInfo in DER (RFC 5280 §4.1.2.7).
  package let spki: [UInt8]

  /// What sort of key it is.
  package let kind: KeyKind

  /// OpenSSL's key; nil for a type that OpenSSL does not know, which then proves nothing.
  let pointer: OpaquePointer?

  /// What `names` found; nil until it is asked.
  private let knownNames = Mutex<Set<String>?>(nil)

  /// A key from its SubjectPublicKeyInfo; throws when it is not one or bytes are left over.
  package convenience init(spki: [UInt8]) throws(OpenSSLError) {
    ERR_clear_error()
    let decoded = unsafe DER.decode(spki) { unsafe d2i_PUBKEY(nil, $0, $1) }
    guard let (key, unread) = unsafe decoded else {
      throw OpenSSLError.draining("read public key")
    }
    unsafe self.init(owning: key, spki: spki)
    guard unread == 0 else {
      throw OpenSSLError(operation: "read public key", reasons: ["trailing bytes"])
    }
  }

  /// A key from one `PUBLIC KEY` block.
  package convenience init(pem: [UInt8]) throws(OpenSSLError) {
    let block = (try? PEM.blocks(in: pem))?.first { $0.label == "PUBLIC KEY" }
    guard let der = block?.der else {
      throw OpenSSLError(operation: "read public key", reasons: ["no PUBLIC KEY block"])
    }
    try self.init(spki: der)
  }

  /// Takes over one reference to `pointer`.
  init(owning pointer: OpaquePointer?, spki: [UInt8]) {
    unsafe self.pointer = unsafe pointer
    self.spki = spki
    let kind = unsafe pointer.map { unsafe KeyKind(of: $0) } ?? .other("unknown")
    self.kind = kind.bound(in: spki)
  }

  deinit { unsafe EVP_PKEY_free(pointer) }

  /// SHA-256 of `spki` in lower-case hexadecimal: what a trust list pins.
  package var spkiSHA256: String { (try? Digest.of(spki, .sha256).hex) ?? "" }

  /// SHA-256 of the key in every form in which it can be written, in lower-case hexadecimal; found once, since
  /// every file of a signer asks.
  package var names: Set<String> {
    if let known = knownNames.withLock(\.self) { return known }
    let found = digestsOfForms
    knownNames.withLock { $0 = found }
    return found
  }

  /// The key as one `PUBLIC KEY` block.
  package var pem: [UInt8] { PEM.text("PUBLIC KEY", spki) }
}

extension PublicKey: Hashable {
  /// Whether both are the same key, byte for byte.
  package static func == (left: PublicKey, right: PublicKey) -> Bool { left.spki == right.spki }

  /// Hashes the key's bytes.
  package func hash(into hasher: inout Hasher) { hasher.combine(spki) }
}

extension PublicKey {
  /// Whether `signature` is this key's over `message`.
  ///
  /// A signature of the wrong length or form, an algorithm that does not fit the key's type, curve
  /// or strength, and a wrong signature are all plainly false. ECDSA signatures are raw `r ‖ s`.
  package func verify(
    _ signature: [UInt8], of message: [UInt8], with algorithm: SignatureAlgorithm
  ) -> Bool {
    guard let digestAlgorithm = algorithm.digest else {
      return verifyEd25519(signature, of: message, with: algorithm)
    }
    guard let digest = try? Digest.of(message, digestAlgorithm) else { return false }
    return verify(signature, of: digest, with: algorithm)
  }

  /// Whether `signature` is this key's over a message with that digest; false for Ed25519, which
  /// signs messages only.
  package func verify(
    _ signature: [UInt8], of digest: Digest, with algorithm: SignatureAlgorithm
  ) -> Bool {
    guard algorithm.fits(kind), algorithm.digest == digest.algorithm,
      SignatureBudget.pays(for: self)
    else { return false }
    var wanted = signature
    if let curve = algorithm.curve {
      guard let pair = ECDSASignature(raw: signature, curve: curve) else { return false }
      wanted = pair.der
    }
    return OpenSSLError.quietly {
      guard
        let context = try? unsafe Handle(
          EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil), EVP_PKEY_CTX_free, "verify signature"),
        unsafe EVP_PKEY_verify_init(context.pointer) == 1,
        unsafe algorithm.configure(context.pointer, digest.algorithm)
      else { return false }
      return unsafe EVP_PKEY_verify(
        context.pointer, wanted, wanted.count, digest.bytes, digest.bytes.count) == 1
    }
  }

  private func verifyEd25519(
    _ signature: [UInt8], of message: [UInt8], with algorithm: SignatureAlgorithm
  ) -> Bool {
    guard algorithm.fits(kind), signature.count == algorithm.signatureSize,
      SignatureBudget.pays(for: self)
    else { return false }
    return OpenSSLError.quietly {
      guard
        let context = try? unsafe Handle(
          EVP_MD_CTX_new(), EVP_MD_CTX_free, "verify signature"),
        unsafe EVP_DigestVerifyInit(context.pointer, nil, nil, nil, pointer) == 1
      else { return false }
      return unsafe EVP_DigestVerify(
        context.pointer, signature, signature.count, message, message.count) == 1
    }
  }
}
