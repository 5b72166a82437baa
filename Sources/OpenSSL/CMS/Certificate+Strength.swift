extension Certificate {
  /// Algorithms of the certificate that can be broken, its issuer's signature and its own key among
  /// them: `SHA-1`, `RSA 1024`; empty when there is none.
  package var weakness: [String] {
    let hash =
      signature.pss.map { HashFunction(objectIdentifier: $0.hash) }
      ?? SignatureScheme.hash(namedBy: signature.objectIdentifier)
    return [
      hash.flatMap { $0.isWeak ? $0.name : nil }, publicKey.isWeak ? "\(publicKey.kind)" : nil,
    ]
    .compactMap(\.self)
  }
}
