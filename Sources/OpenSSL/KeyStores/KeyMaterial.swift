/// What a key file held.
package struct KeyMaterial: Sendable {
  /// The private key, if there was one.
  package let key: PrivateKey?
  /// The certificates. With a key: its own certificate first, then each one's issuer as far as the
  /// file has it. Without a key: as in the file.
  package let certificates: [Certificate]
  /// Certificates that are no part of the key's chain; empty without a key.
  package let others: [Certificate]

  /// Orders `certificates` by `key`; throws when there are some and none is for the key.
  package init(key: PrivateKey?, certificates: [Certificate]) throws(KeyError) {
    self.key = key
    guard let key, !certificates.isEmpty else {
      self.certificates = certificates
      others = []
      return
    }
    guard let leaf = certificates.first(where: { key.belongs(to: $0) }) else {
      throw KeyError.mismatch
    }
    var chain = [leaf]
    var rest = certificates.filter { $0 != leaf }
    while let last = chain.last, !last.isSelfIssued,
      let index = rest.firstIndex(where: { last.mayBeIssued(by: $0) })
    {
      chain.append(rest.remove(at: index))
    }
    self.certificates = chain
    others = rest
  }
}
