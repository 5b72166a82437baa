package import BroadsealCBOR

/// Hashes of the parts of a multi-part asset: `c2pa.hash.multi-asset` (C2PA 2.4 §18.9).
package struct MultiAssetHash: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "c2pa.hash.multi-asset"

  /// One part.
  package struct Part: Hashable, Sendable {
    /// Where it lies, as received: byte offset and length, or a BMFF box.
    package let location: CBOR.Map
    /// Reference to the assertion that hashes it.
    package let hashAssertion: HashedURI
    /// Whether the part may be missing.
    package let isOptional: Bool
  }

  /// The parts in order.
  package let parts: [Part]

  /// Reads an assertion.
  ///
  /// - Throws: `assertion.multiAssetHash.malformed` without parts, or for a part without location or
  ///   reference.
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionMultiAssetHashMalformed
    let parts = try value.optionalList("parts", orThrow: code) { entry throws(Problem) in
      guard let location = try entry.optionalMap("location", orThrow: code)?.map,
        let reference = try entry.optionalReference("hashAssertion", orThrow: code)
      else { throw Problem(code, "a part has no location or no hash assertion") }
      return Part(
        location: location, hashAssertion: reference,
        isOptional: try entry.optionalFlag("optional", orThrow: code) ?? false)
    }
    guard let parts, !parts.isEmpty else {
      throw Problem(code, "the field parts is missing or empty")
    }
    self.parts = parts
  }
}
