package import Bytes
package import CBOR

/// A binding to the named boxes of a file: `c2pa.hash.boxes` (C2PA 2.4 §18.7).
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
    /// Ranges left out of the boxes, counted from the first one's start, as received.
    package let exclusions: [ByteRange]
  }

  /// The entries in file order.
  package let boxes: [Entry]
  /// The hash algorithm for entries that state none.
  package let algorithm: String?

  /// Reads an assertion.
  ///
  /// - Throws: `assertion.boxesHash.malformed` without boxes, names or hash, or for a field of
  ///   another type.
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionBoxesHashMalformed
    guard let boxes = try value.optionalArray("boxes", orThrow: code), !boxes.isEmpty else {
      throw Problem(code, "the field boxes is missing or empty")
    }
    var entries: [Entry] = []
    for box in boxes { entries.append(try Entry(box)) }
    self.boxes = entries
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
      throw Problem(code, "an entry has no hash")
    }
    self.hash = hash
    isExcluded = try value.optionalFlag("excluded", orThrow: code) ?? false
    var exclusions: [ByteRange] = []
    for entry in try value.optionalArray("exclusions", orThrow: code) ?? [] {
      exclusions.append(try ByteRange(exclusion: entry, orThrow: code))
    }
    self.exclusions = exclusions
  }
}
