package import BroadsealBytes
package import BroadsealOpenSSL

/// The public keys of those who may approve: PEM, keys or certificates.
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
    for block in blocks {
      guard let der = block.der else {
        throw TrustError(.malformed, name, "a PEM block is not valid Base64")
      }
      do throws(OpenSSLError) {
        switch block.label {
        case "PUBLIC KEY": keys.append(try PublicKey(spki: der))
        case "CERTIFICATE": keys.append(try Certificate(der: der).publicKey)
        default:
          throw OpenSSLError(operation: "use a block of type \(block.label) here")
        }
      } catch { throw TrustError(.malformed, name, "\(error)") }
    }
    guard !keys.isEmpty, keys.count <= TrustLimits.maximumSignatures else {
      throw TrustError(.malformed, name, "no approver's key, or too many of them")
    }
    return keys
  }
}
