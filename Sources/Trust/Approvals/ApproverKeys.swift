package import BroadsealBytes
package import BroadsealOpenSSL

/// The public keys of those who may approve: PEM, keys or certificates.
///
/// Who approves is a person with a key that signs. A chain is taken for its leaf: the CAs above it in the same file
/// approve nothing, and a CA that nobody in the file stands below is refused.
package enum ApproverKeys {
  /// The keys in the file at `path`, at least one.
  ///
  /// - Throws: `.missing`, `.unreadable`, `.tooLarge`, `.malformed`.
  package static func read(_ path: FilePath) throws(TrustError) -> [PublicKey] {
    let name = path.display
    let bytes = try TrustFile.read(path)
    let blocks = try TrustError.malformed(name) { () throws(Malformed) in
      try PEM.blocks(in: bytes)
    }
    var keys: [PublicKey] = []
    var certificates: [Certificate] = []
    for block in blocks {
      guard let der = block.der else {
        throw TrustError(.malformed, name, "a PEM block is not valid Base64")
      }
      do throws(OpenSSLError) {
        switch block.label {
        case "PUBLIC KEY": keys.append(try PublicKey(spki: der))
        case "CERTIFICATE": certificates.append(try Certificate(der: der))
        default:
          throw OpenSSLError(operation: "use a block of type \(block.label) here")
        }
      } catch { throw TrustError(.malformed, name, "\(error)") }
    }
    for authority in certificates.filter(\.isCA) {
      guard certificates.contains(where: { $0 != authority && $0.isIssued(by: authority) }) else {
        throw TrustError(
          .malformed, name, "the certificate of a CA is among them: a CA is no person who approves",
          hint: "name the certificate or the public key of the person who approves")
      }
    }
    keys += certificates.filter { !$0.isCA }.map(\.publicKey)
    guard !keys.isEmpty, keys.count <= TrustLimits.maximumSignatures else {
      throw TrustError(.malformed, name, "no approver's key, or too many of them")
    }
    return keys
  }
}
