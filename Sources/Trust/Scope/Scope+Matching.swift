import BroadsealBytes
package import BroadsealOpenSSL

extension Scope {
  /// The rules that `chain` does not keep, in the order of the scope; empty when it matches.
  ///
  /// - Parameter chain: the signer's certificate first, the CA of the list last, as proved.
  package func mismatches(chain: [Certificate]) -> [ScopeMismatch] {
    guard let leaf = chain.first, chain.count >= 2 else { return [ScopeMismatch(.chain)] }
    return SubjectCheck(leaf, jurisdiction).mismatches(subject)
      + [
        purpose(leaf), policy(leaf), pathLength(chain), keyAlgorithm(leaf), pin(leaf),
      ].compactMap(\.self)
  }

  private func purpose(_ leaf: Certificate) -> ScopeMismatch? {
    guard !purposes.isEmpty else { return nil }
    let found = leaf.extendedKeyUsage ?? []
    guard found.isEmpty || !found.allSatisfy(purposes.contains) else { return nil }
    return ScopeMismatch(.purpose, found: found, expected: purposes)
  }

  private func policy(_ leaf: Certificate) -> ScopeMismatch? {
    guard !policies.isEmpty, !leaf.policies.contains(where: policies.contains) else { return nil }
    return ScopeMismatch(.policy, found: leaf.policies, expected: policies)
  }

  private func pathLength(_ chain: [Certificate]) -> ScopeMismatch? {
    guard let maximumPathLength, chain.count - 2 > maximumPathLength else { return nil }
    return ScopeMismatch(
      .pathLength, found: ["\(chain.count - 2)"], expected: ["\(maximumPathLength)"])
  }

  private func keyAlgorithm(_ leaf: Certificate) -> ScopeMismatch? {
    guard !keyAlgorithms.isEmpty,
      !(KeyAlgorithm(leaf.publicKey.kind).map(keyAlgorithms.contains) ?? false)
    else { return nil }
    return ScopeMismatch(
      .keyAlgorithm, found: [leaf.publicKey.kind.description],
      expected: keyAlgorithms.map(\.rawValue))
  }

  private func pin(_ leaf: Certificate) -> ScopeMismatch? {
    guard !pins.isEmpty, !pins.contains(leaf.publicKey.spkiSHA256) else { return nil }
    return ScopeMismatch(.pin, found: [leaf.publicKey.spkiSHA256], expected: pins)
  }
}
