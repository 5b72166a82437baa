package import BroadsealBytes
package import BroadsealCBOR

/// A binding to the bytes of a file outside some ranges: `c2pa.hash.data` (C2PA 2.4 §18.5).
package struct DataHash: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "c2pa.hash.data"

  /// The ranges left out, as received: neither sorted nor checked against each other.
  package let exclusions: [ByteRange]
  /// The hash algorithm, where it is stated here.
  package let algorithm: String?
  /// The hash of the rest of the file.
  package let hash: [UInt8]
  /// Free text.
  package let name: String?
  /// Zeros that bring the assertion to its size.
  package let pad: [UInt8]
  /// More of them, where one run cannot reach the size.
  package let pad2: [UInt8]?

  /// A binding to write.
  ///
  /// - Parameters:
  ///   - exclusions: in ascending order, without overlap.
  ///   - algorithm: `sha256`, `sha384` or `sha512`.
  ///   - hash: zeros of the right length while it is not known.
  package init(
    exclusions: [ByteRange], algorithm: String, hash: [UInt8], name: String? = nil,
    pad: [UInt8] = [], pad2: [UInt8]? = nil
  ) {
    self.exclusions = exclusions
    self.algorithm = algorithm
    self.hash = hash
    self.name = name
    self.pad = pad
    self.pad2 = pad2
  }

  /// Reads an assertion.
  ///
  /// - Throws: `assertion.dataHash.malformed` for a field of another type or a negative number,
  ///   `assertion.dataHash.mismatch` without a hash (C2PA 2.5 §14.12.1.1).
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionDataHashMalformed
    guard value.map != nil else { throw Problem(code, "the data hash is no map") }
    exclusions =
      try value.optionalList("exclusions", orThrow: code) { entry throws(Problem) in
        try ByteRange(exclusion: entry, orThrow: code)
      } ?? []
    algorithm = try value.optionalText("alg", orThrow: code)
    guard let hash = try value.optionalBytes("hash", orThrow: code) else {
      throw Problem(.assertionDataHashMismatch, "the data hash has no hash")
    }
    self.hash = hash
    name = value["name"]?.text
    pad = value["pad"]?.bytes ?? []
    pad2 = value["pad2"]?.bytes
  }

  /// The map as it is written; `pad` is always there.
  package var asValue: CBOR.Value {
    let ranges = exclusions.map { range -> CBOR.Value in
      ["start": CBOR.Value(range.start), "length": CBOR.Value(range.length)]
    }
    return .map(
      CBOR.Map([
        ("exclusions", ranges.isEmpty ? nil : .array(ranges)),
        ("alg", algorithm.map(CBOR.Value.text)), ("hash", .bytes(hash)),
        ("name", name.map(CBOR.Value.text)), ("pad", .bytes(pad)),
        ("pad2", pad2.map(CBOR.Value.bytes)),
      ]))
  }
}

extension ByteRange {
  /// Reads a `{start, length}` map.
  init(exclusion value: CBOR.Value, orThrow code: StatusCode) throws(Problem) {
    guard let start = value["start"]?.int, let length = value["length"]?.int,
      let range = ByteRange(start: start, length: length)
    else { throw Problem(code, "an exclusion has no start and length from zero up") }
    self = range
  }
}

extension DataHash {
  /// The same binding with its padding chosen so that its encoding has exactly `size` bytes; nil
  /// when even without padding it is longer.
  ///
  /// A byte string's head grows by a byte at some lengths, so one run of zeros cannot reach every
  /// size; `pad2` takes what is left.
  package func padded(toSize size: Int) -> DataHash? {
    let bare = with(pad: 0, pad2: nil)
    let missing = size - bare.encodedSize
    guard missing >= 0 else { return nil }
    if let count = DataHash.content(of: missing + 1) { return with(pad: count, pad2: nil) }
    let beside = missing - (with(pad: 0, pad2: 0).encodedSize - bare.encodedSize)
    guard beside >= 0 else { return nil }
    for second in 0...min(beside, 8) {
      guard let count = DataHash.content(of: beside - second + 1) else { continue }
      return with(pad: count, pad2: second)
    }
    return nil
  }

  /// How many bytes the assertion's CBOR has.
  package var encodedSize: Int { CBOR.Encoder.encode(asValue).count }

  private func with(pad: Int, pad2: Int?) -> DataHash {
    DataHash(
      exclusions: exclusions, algorithm: algorithm ?? "sha256", hash: hash, name: name,
      pad: [UInt8](repeating: 0, count: pad),
      pad2: pad2.map { [UInt8](repeating: 0, count: $0) })
  }

  /// The length of the byte string whose head and content have `size` bytes; nil for the sizes that
  /// no byte string has.
  private static func content(of size: Int) -> Int? {
    for head in [1, 2, 3, 5, 9] where size >= head {
      let count = size - head
      if CBOR.Encoder.headSize(count) == head { return count }
    }
    return nil
  }
}
