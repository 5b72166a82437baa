package import BroadsealCBOR

/// A binding to a stretch of an append-only file: `c2pa.hash.segment`, new in C2PA 2.5 (§16.3.6).
package struct SegmentHash: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "c2pa.hash.segment"

  /// First byte of the stretch.
  package let start: Int
  /// Just past its last byte.
  package let end: Int
  /// The hash algorithm, where it is stated here.
  package let algorithm: String?
  /// The hash of the stretch.
  package let hash: [UInt8]
  /// Length of the sentinel line after it, where the store lies elsewhere.
  package let sentinelLength: Int?

  /// Reads an assertion.
  ///
  /// - Throws: `assertion.segmentHash.malformed` for another version than 1, a field that is missing
  ///   or of another type, or an end before the start.
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionSegmentHashMalformed
    guard value["version"]?.int == 1 else {
      throw Problem(code, "the segment hash has another version than 1")
    }
    start = try value.requiredCount("segmentStart", orThrow: code)
    end = try value.requiredCount("segmentEnd", orThrow: code)
    guard start <= end else { throw Problem(code, "the segment ends before it starts") }
    algorithm = try value.optionalText("alg", orThrow: code)
    hash = try value.requiredBytes("hash", orThrow: code)
    sentinelLength = try value.optionalCount("sentinelLength", orThrow: code)
  }
}
