package import BroadsealCBOR

/// A binding to the boxes of a BMFF file: `c2pa.hash.bmff.v2` and `.v3` (C2PA 2.4 §18.6).
///
/// Read so that it can be shown; the house binds no BMFF files yet.
package struct BMFFHash: Hashable, Sendable {
  /// One box left out, by its path.
  package struct Exclusion: Hashable, Sendable {
    /// Path of the box from the root: `/uuid`, `/mdat[1]`.
    package let xpath: String
    /// Bytes the box must have at an offset from its start.
    package let data: [(Int, [UInt8])]
    /// Parts of the box that are left out, counted from its start; all of it when there is none.
    package let subset: [(offset: Int, length: Int)]?

    package static func == (left: Exclusion, right: Exclusion) -> Bool { left.map == right.map }

    package func hash(into hasher: inout Hasher) { hasher.combine(map) }

    /// Every field.
    package let map: CBOR.Map
  }

  /// The boxes left out; never empty.
  package let exclusions: [Exclusion]
  /// The hash algorithm, where it is stated here.
  package let algorithm: String?
  /// The hash of the rest of the file; fragmented files have trees instead.
  package let hash: [UInt8]?
  /// Hash trees over the media data, as received.
  package let merkle: [CBOR.Map]

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
    self.exclusions = exclusions
    algorithm = try value.optionalText("alg", orThrow: code)
    hash = try value.optionalBytes("hash", orThrow: code)
    merkle =
      try value.optionalList("merkle", orThrow: code) { entry throws(Problem) in
        guard let map = entry.map else { throw Problem(code, "a hash tree is no map") }
        return map
      } ?? []
    guard hash != nil || !merkle.isEmpty else {
      throw Problem(code, "the BMFF hash has neither hash nor tree")
    }
  }
}

extension BMFFHash.Exclusion {
  init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionBmffHashMalformed
    guard let map = value.map else { throw Problem(code, "an exclusion is no map") }
    self.map = map
    xpath = try value.requiredText("xpath", orThrow: code)
    data =
      try value.optionalList("data", orThrow: code) { entry throws(Problem) in
        (
          try entry.requiredCount("offset", orThrow: code),
          try entry.requiredBytes("value", orThrow: code)
        )
      } ?? []
    subset = try value.optionalList("subset", orThrow: code) { entry throws(Problem) in
      (
        offset: try entry.requiredCount("offset", orThrow: code),
        length: try entry.requiredCount("length", orThrow: code)
      )
    }
  }
}
