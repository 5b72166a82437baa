import BroadsealCOSE
import BroadsealNotes
import BroadsealOpenSSL

/// Signs the bytes of a PDF as PAdES baseline signatures are made (EN 319 142-1, levels B-B and B-T),
/// with the key that signs the claim.
///
/// The certificates above the signer's are named by their hashes among the signed attributes: the
/// message stands where no other signature covers it, so that it has to bind every byte of itself.
struct PAdESSigner {
  /// What signing came to.
  enum Outcome {
    /// The CMS message, and the time stamp in it.
    case signed([UInt8], TimeStamper.Stamped?)
    /// The authority's token is larger than what was reserved for it.
    case needsRoom(forToken: Int)
  }

  private let credential: Credential
  private let stamper: TimeStamper

  /// The hash that is asked a time stamp for, over the signature value.
  private static let stampDigest = DigestAlgorithm.sha256

  /// A signer with `credential`, whose signatures `stamper` stamps.
  ///
  /// - Throws: `SigningError` of kind `refused` for a key whose signatures few readers of PDF know.
  init(_ credential: Credential, _ stamper: TimeStamper) throws(SigningError) {
    guard credential.algorithm.digest != nil else {
      throw SigningError(
        refused: SigningCode.padesKey,
        "readers of PDF do not know signatures by keys of type \(credential.key.publicKey.kind)",
        hint: "sign with a key on an elliptic curve P-256, P-384 or P-521, or an RSA key")
    }
    self.credential = credential
    self.stamper = stamper
  }

  /// The hash of the document's bytes.
  var digestAlgorithm: DigestAlgorithm { credential.algorithm.digest ?? .sha256 }

  /// Size of the largest message whose time stamp has up to `tokenSize` bytes.
  func reservedSize(tokenSize: Int) throws(SigningError) -> Int {
    let zeros = [UInt8](repeating: 0, count: digestAlgorithm.byteCount)
    guard let digest = Digest(digestAlgorithm, bytes: zeros) else {
      throw SigningError(.internal, "a sample of a digest is none")
    }
    let largest = DetachedSignature.largestSize(
      of: credential.algorithm, rawSize: credential.blank.signature.count)
    let message = try message(
      attributes(digest), signature: [UInt8](repeating: 0, count: largest),
      token: tokenSize > 0 ? [UInt8](repeating: 0, count: tokenSize) : nil)
    return message.count
  }

  /// Signs bytes with `digest`.
  ///
  /// - Parameters:
  ///   - size: room for the message.
  ///   - notes: receives a note for each time-stamp authority that failed.
  func sign(
    _ digest: Digest, size: Int, notes: inout [Note]
  ) throws(SigningError) -> Outcome {
    let attributes = try attributes(digest)
    let raw = try credential.key.sign(
      DetachedSignature.signedBytes(of: attributes), with: credential.algorithm)
    guard let signature = DetachedSignature.form(of: raw, credential.algorithm) else {
      throw SigningError(.internal, "the signature is none of its algorithm")
    }
    let stamp = try stamper.stamp(signature, PAdESSigner.stampDigest, notes: &notes)
    if let stamp, !stamp.token.hasStrictForm { throw DocumentStamper.loose }
    if let stamp { try credential.requireValidity(at: stamp.token.generated) }
    let message = try message(attributes, signature: signature, token: stamp?.token.der)
    guard message.count <= size else {
      guard let stamp else { throw SigningError(.internal, "no room was left for the signature") }
      return .needsRoom(forToken: stamp.token.der.count)
    }
    return .signed(message, stamp)
  }

  private func attributes(_ digest: Digest) throws(SigningError) -> [UInt8] {
    do throws(OpenSSLError) {
      return try DetachedSignature.attributes(
        digest: digest, certificates: credential.certificates.map(\.der))
    } catch { throw .cryptography(error) }
  }

  private func message(
    _ attributes: [UInt8], signature: [UInt8], token: [UInt8]?
  ) throws(SigningError) -> [UInt8] {
    let message = DetachedSignature(
      algorithm: credential.algorithm, certificates: credential.certificates.map(\.der),
      attributes: attributes, signature: signature, token: token)
    guard let der = message.der else {
      throw SigningError(.internal, "the certificate cannot be taken apart")
    }
    return der
  }
}
