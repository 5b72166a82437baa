package import BroadsealBytes
package import BroadsealCBOR

/// Hashes of the parts of a file that is several files in a row, such as a photograph with a film behind it:
/// `c2pa.hash.multi-asset` (C2PA 2.5 §16.3.5).
package struct MultiAssetHash: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "c2pa.hash.multi-asset"
  /// Most parts that are looked at.
  package static let maximumParts = 256

  /// Where a part lies.
  package enum Location: Hashable, Sendable {
    /// So many bytes from an offset of the file on.
    case bytes(ByteRange)
    /// The content of a box of ISO BMFF, by its path.
    case box(String)
  }

  /// One part.
  package struct Part: Hashable, Sendable {
    /// Where it lies.
    package let location: Location
    /// Reference to the assertion that hashes it.
    package let hashAssertion: HashedURI
    /// Whether the part may be missing.
    package let isOptional: Bool
  }

  /// The parts in the order of the file; at least one.
  package let parts: [Part]

  /// Reads an assertion.
  ///
  /// - Throws: `assertion.multiAssetHash.malformed` without parts or with very many, or for a part without a
  ///   place, with a place that no file has, or without a reference.
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionMultiAssetHashMalformed
    let parts = try value.optionalList("parts", orThrow: code) { entry throws(Problem) in
      guard let location = try entry.optionalMap("location", orThrow: code),
        let reference = try entry.optionalReference("hashAssertion", orThrow: code)
      else { throw Problem(code, "a part has no location or no hash assertion") }
      return Part(
        location: try MultiAssetHash.location(location), hashAssertion: reference,
        isOptional: try entry.optionalFlag("optional", orThrow: code) ?? false)
    }
    guard let parts, !parts.isEmpty else {
      throw Problem(code, "the field parts is missing or empty")
    }
    guard parts.count <= MultiAssetHash.maximumParts else {
      throw Problem(code, "there are too many parts")
    }
    self.parts = parts
  }

  private static func location(_ value: CBOR.Value) throws(Problem) -> Location {
    let code = StatusCode.assertionMultiAssetHashMalformed
    let box = try value.optionalText("bmffBox", orThrow: code)
    let offset = try value.optionalCount("byteOffset", orThrow: code)
    let length = try value.optionalCount("length", orThrow: code)
    switch (box, offset, length) {
    case (let box?, nil, nil): return .box(box)
    case (nil, let offset?, let length?):
      guard let range = ByteRange(start: offset, length: length), length > 0 else {
        throw Problem(code, "a part lies where no file has bytes")
      }
      return .bytes(range)
    default: throw Problem(code, "a part does not say in one way where it lies")
    }
  }
}
