package import BroadsealCBOR

/// A binding to the boxes of a BMFF file: `c2pa.hash.bmff.v2` and `.v3` (C2PA 2.5 §16.3.2).
package struct BMFFHash: Hashable, Sendable {
  /// Label of the assertion that is written.
  package static let label = "c2pa.hash.bmff.v3"
  /// Label of the version before it.
  package static let olderLabel = "c2pa.hash.bmff.v2"
  /// Label of the first version, which counts for nothing since C2PA 2.1.
  package static let oldestLabel = "c2pa.hash.bmff"

  /// The boxes left out; never empty.
  package let exclusions: [Exclusion]
  /// The hash algorithm, where it is stated here.
  package let algorithm: String?
  /// The hash of the rest of the file; fragmented files have trees instead.
  package let hash: [UInt8]?
  /// Hash trees over the media data.
  package let trees: [Tree]

  /// Most entries that a list of it may have.
  package static let maximumEntries = 1_024

  /// A binding to write.
  ///
  /// - Parameter hash: zeros of the right length while it is not known; nil where trees are all that there is.
  package init(exclusions: [Exclusion], algorithm: String, hash: [UInt8]?, trees: [Tree] = []) {
    self.exclusions = exclusions
    self.algorithm = algorithm
    self.hash = hash
    self.trees = trees
  }

  /// Reads an assertion.
  ///
  /// - Throws: `assertion.bmffHash.malformed` without exclusions, without both hash and trees, or for
  ///   a field of another type.
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionBmffHashMalformed
    let exclusions = try value.optionalList("exclusions", orThrow: code) { entry throws(Problem) in
      try Exclusion(entry)
    }
    guard let exclusions, !exclusions.isEmpty else {
      throw Problem(code, "the field exclusions is missing or empty")
    }
    let trees =
      try value.optionalList("merkle", orThrow: code) { entry throws(Problem) in try Tree(entry) }
      ?? []
    guard exclusions.count <= BMFFHash.maximumEntries, trees.count <= BMFFHash.maximumEntries else {
      throw Problem(code, "the BMFF hash has too many exclusions or trees")
    }
    self.exclusions = exclusions
    self.trees = trees
    algorithm = try value.optionalText("alg", orThrow: code)
    hash = try value.optionalBytes("hash", orThrow: code)
    guard hash != nil || !trees.isEmpty else {
      throw Problem(code, "the BMFF hash has neither hash nor tree")
    }
  }

  /// The map as it is written.
  package var asValue: CBOR.Value {
    .map(
      CBOR.Map([
        ("exclusions", .array(exclusions.map(\.asValue))),
        ("alg", algorithm.map(CBOR.Value.text)), ("hash", hash.map(CBOR.Value.bytes)),
        ("merkle", trees.isEmpty ? nil : .array(trees.map(\.asValue))),
        ("name", .text("jumbf manifest")),
      ]))
  }
}
