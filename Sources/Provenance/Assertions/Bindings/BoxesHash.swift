package import BroadsealBytes
package import BroadsealCBOR

/// A binding to the named boxes of a file: `c2pa.hash.boxes` (C2PA 2.5 §16.3.3).
package struct BoxesHash: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "c2pa.hash.boxes"

  /// One entry: a run of boxes and their hash.
  package struct Entry: Hashable, Sendable {
    /// Names of the boxes in file order.
    package let names: [String]
    /// The hash algorithm, where it is stated here.
    package let algorithm: String?
    /// The hash over the boxes and whatever lies between them.
    package let hash: [UInt8]
    /// Whether the boxes are left out of the binding.
    package let isExcluded: Bool
    /// Ranges left out of the boxes, as received: neither sorted nor checked against each other.
    package let exclusions: [Exclusion]

    /// An entry to write, of one box: `hash` is zeros of the right length while it is not known.
    package init(name: String, hash: [UInt8]) {
      names = [name]
      algorithm = nil
      self.hash = hash
      isExcluded = false
      exclusions = []
    }
  }

  /// Bytes of one box that its hash leaves out.
  package struct Exclusion: Hashable, Sendable {
    /// The bytes, counted from the start of the box.
    package let range: ByteRange
    /// Which of the entry's boxes, from zero; nil where the entry has but one and need not say.
    package let boxIndex: Int?
  }

  /// The entries in file order.
  package let boxes: [Entry]
  /// The hash algorithm for entries that state none.
  package let algorithm: String?

  /// A binding to write.
  package init(boxes: [Entry], algorithm: String) {
    self.boxes = boxes
    self.algorithm = algorithm
  }

  /// The assertion, as its CBOR value: entries of whole boxes.
  package var asValue: CBOR.Value {
    let entries = boxes.map { entry -> CBOR.Value in
      [
        "names": .array(entry.names.map(CBOR.Value.text)), "hash": .bytes(entry.hash),
        "pad": .bytes([]),
      ]
    }
    return .map(
      CBOR.Map([("boxes", .array(entries)), ("alg", algorithm.map(CBOR.Value.text))]))
  }

  /// Reads an assertion.
  ///
  /// - Throws: `assertion.boxesHash.malformed` without boxes or names, or for a field of another
  ///   type; `assertion.boxesHash.mismatch` without a hash (C2PA 2.5 §14.12.3).
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionBoxesHashMalformed
    let boxes = try value.optionalList("boxes", orThrow: code) { box throws(Problem) in
      try Entry(box)
    }
    guard let boxes, !boxes.isEmpty else {
      throw Problem(code, "the field boxes is missing or empty")
    }
    self.boxes = boxes
    algorithm = try value.optionalText("alg", orThrow: code)
  }
}

extension BoxesHash.Entry {
  init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionBoxesHashMalformed
    guard let names = try value.optionalTexts("names", orThrow: code), !names.isEmpty else {
      throw Problem(code, "an entry has no names")
    }
    self.names = names
    algorithm = try value.optionalText("alg", orThrow: code)
    guard let hash = try value.optionalBytes("hash", orThrow: code) else {
      throw Problem(.assertionBoxesHashMismatch, "an entry has no hash")
    }
    self.hash = hash
    isExcluded = try value.optionalFlag("excluded", orThrow: code) ?? false
    exclusions =
      try value.optionalList("exclusions", orThrow: code) { entry throws(Problem) in
        BoxesHash.Exclusion(
          range: try ByteRange(exclusion: entry, orThrow: code),
          boxIndex: try entry.optionalInteger("boxIndex", orThrow: code))
      } ?? []
  }
}
