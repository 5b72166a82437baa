import BroadsealBytes
package import BroadsealCBOR

extension BMFFHash {
  /// One row of a hash tree over media data, and how the data is cut into leaves (C2PA 2.5 §16.3.2.3).
  package struct Tree: Hashable, Sendable {
    /// Which tree of several files it is.
    package let uniqueID: Int
    /// Which media data it is over: the number of its box, or of its track in fragmented files.
    package let localID: Int
    /// Number of leaves.
    package let count: Int
    /// The hash algorithm, where it is stated here.
    package let algorithm: String?
    /// Hash of what stands before the first fragment.
    package let initialHash: [UInt8]?
    /// The row.
    package let hashes: [[UInt8]]
    /// Size of each leaf in bytes but the last.
    package let fixedBlockSize: Int?
    /// Size of each leaf in bytes.
    package let variableBlockSizes: [Int]?

    /// A tree over one box, to write.
    package init(localID: Int, count: Int, hashes: [[UInt8]], fixedBlockSize: Int) {
      uniqueID = 0
      self.localID = localID
      self.count = count
      self.hashes = hashes
      self.fixedBlockSize = fixedBlockSize
      algorithm = nil
      initialHash = nil
      variableBlockSizes = nil
    }

    /// A tree over segments in files of their own, to write.
    ///
    /// - Parameter initialHash: the hash of the file before them.
    package init(
      uniqueID: Int, localID: Int, count: Int, initialHash: [UInt8], hashes: [[UInt8]]
    ) {
      self.uniqueID = uniqueID
      self.localID = localID
      self.count = count
      self.initialHash = initialHash
      self.hashes = hashes
      algorithm = nil
      fixedBlockSize = nil
      variableBlockSizes = nil
    }
  }

  /// What an auxiliary box says of one leaf (C2PA 2.5 §A.5.3.2).
  package struct Leaf: Hashable, Sendable {
    /// Which tree of several files it belongs to.
    package let uniqueID: Int
    /// Which media data that tree is over.
    package let localID: Int
    /// Which leaf it is, from zero.
    package let location: Int
    /// The hashes beside the way up to the row that the assertion holds.
    package let proof: [[UInt8]]

    /// What a box says of a leaf, to write.
    package init(uniqueID: Int, localID: Int, location: Int, proof: [[UInt8]]) {
      self.uniqueID = uniqueID
      self.localID = localID
      self.location = location
      self.proof = proof
    }

    /// The map as it is written.
    package var asValue: CBOR.Value {
      .map(
        CBOR.Map([
          ("uniqueId", CBOR.Value(uniqueID)), ("localId", CBOR.Value(localID)),
          ("location", CBOR.Value(location)),
          ("hashes", proof.isEmpty ? nil : .array(proof.map(CBOR.Value.bytes))),
        ]))
    }
  }
}

extension BMFFHash.Tree {
  init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionBmffHashMalformed
    guard value.map != nil else { throw Problem(code, "a hash tree is no map") }
    guard let uniqueID = try value.optionalInteger("uniqueId", orThrow: code),
      let localID = try value.optionalInteger("localId", orThrow: code)
    else { throw Problem(code, "a hash tree does not say what it is over") }
    self.uniqueID = uniqueID
    self.localID = localID
    count = try value.requiredCount("count", orThrow: code)
    algorithm = try value.optionalText("alg", orThrow: code)
    initialHash = try value.optionalBytes("initHash", orThrow: code)
    hashes = try value.optionalHashes("hashes", orThrow: code) ?? []
    fixedBlockSize = try value.optionalCount("fixedBlockSize", orThrow: code)
    variableBlockSizes = try value.optionalList("variableBlockSizes", orThrow: code) {
      entry throws(Problem) in
      guard let size = entry.int, size >= 0 else { throw Problem(code, "a block has no size") }
      return size
    }
    guard count > 0, !hashes.isEmpty, hashes.count <= count else {
      throw Problem(code, "a hash tree has no leaves, or more hashes than leaves")
    }
    guard fixedBlockSize == nil || variableBlockSizes == nil, fixedBlockSize != 0 else {
      throw Problem(code, "a hash tree has two kinds of blocks, or blocks of no bytes")
    }
  }

  /// The map as it is written.
  var asValue: CBOR.Value {
    .map(
      CBOR.Map([
        ("uniqueId", CBOR.Value(uniqueID)), ("localId", CBOR.Value(localID)),
        ("count", CBOR.Value(count)), ("alg", algorithm.map(CBOR.Value.text)),
        ("initHash", initialHash.map(CBOR.Value.bytes)),
        ("hashes", .array(hashes.map(CBOR.Value.bytes))),
        ("fixedBlockSize", fixedBlockSize.map { CBOR.Value($0) }),
        ("variableBlockSizes", variableBlockSizes.map { .array($0.map { CBOR.Value($0) }) }),
      ]))
  }
}

extension BMFFHash.Leaf {
  /// Reads the payload of an auxiliary box; what fills it up is zeros.
  package init(_ payload: [UInt8]) throws(Problem) {
    let code = StatusCode.assertionBmffHashMalformed
    let (value, rest): (CBOR.Value, ArraySlice<UInt8>)
    do throws(Malformed) {
      (value, rest) = try CBOR.Decoder.decodeFirst(payload, form: .wellFormed)
    } catch { throw Problem(code, "a box of a hash tree cannot be read") }
    guard rest.allSatisfy({ $0 == 0 }) else {
      throw Problem(code, "a box of a hash tree holds more than zeros behind its content")
    }
    guard value.map != nil, let uniqueID = try value.optionalInteger("uniqueId", orThrow: code),
      let localID = try value.optionalInteger("localId", orThrow: code)
    else { throw Problem(code, "a box of a hash tree does not say to which it belongs") }
    self.uniqueID = uniqueID
    self.localID = localID
    location = try value.requiredCount("location", orThrow: code)
    proof = try value.optionalHashes("hashes", orThrow: code) ?? []
  }
}

extension CBOR.Value {
  /// The byte strings of the array under `key`; nil when there is none.
  fileprivate func optionalHashes(
    _ key: String, orThrow code: StatusCode
  ) throws(Problem) -> [[UInt8]]? {
    try optionalList(key, orThrow: code) { entry throws(Problem) in
      guard let hash = entry.bytes else { throw Problem(code, "a hash is no byte string") }
      return hash
    }
  }
}
