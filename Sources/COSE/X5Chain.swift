package import BroadsealCBOR

/// The signer's certificates as a signature carries them (RFC 9360, C2PA 2.4 §14.5).
package struct X5Chain: Hashable, Sendable {
  /// The certificates in DER, not parsed, leaf first.
  package let certificates: [[UInt8]]
  /// Whether the header was covered by the signature.
  package let isProtected: Bool
  /// Whether it stood under 33 rather than under C2PA's old text label.
  package let hasIntegerLabel: Bool

  /// Why a signature has no usable certificates.
  package enum Problem: Error, Hashable, Sendable {
    /// There is no certificate header at all.
    case missing
    /// The same label stands in both buckets.
    case repeated
    /// The header is not a certificate or a list of them.
    case malformed
  }

  /// Most certificates that are read.
  package static let maximumCount = 32

  /// Finds the chain: under 33 before `x5chain`, and a label in only one of the buckets.
  package init(protected: Map, unprotected: Map) throws(Problem) {
    let number = HeaderLabel.x5chain
    let name = HeaderLabel.x5chainText
    let candidates = [
      (protected[integer: number], unprotected[integer: number], true),
      (protected[name], unprotected[name], false),
    ]
    for (inside, outside, _) in candidates where inside != nil && outside != nil {
      throw Problem.repeated
    }
    for (inside, outside, hasIntegerLabel) in candidates {
      guard let value = inside ?? outside else { continue }
      certificates = try Self.certificates(in: value)
      isProtected = inside != nil
      self.hasIntegerLabel = hasIntegerLabel
      return
    }
    throw Problem.missing
  }

  /// The header's value: one certificate alone, several in an array.
  package static func value(of certificates: [[UInt8]]) -> Value {
    certificates.count == 1
      ? .bytes(certificates[0]) : .array(certificates.map { .bytes($0) })
  }

  private static func certificates(in value: Value) throws(Problem) -> [[UInt8]] {
    if let single = value.bytes { return [single] }
    guard let list = value.array, (1...maximumCount).contains(list.count) else {
      throw Problem.malformed
    }
    let certificates = list.compactMap(\.bytes)
    guard certificates.count == list.count else { throw Problem.malformed }
    return certificates
  }
}
