import BroadsealBytes
package import BroadsealCBOR

/// A binding to the files of a collection: `c2pa.hash.collection.data` (C2PA 2.4 §18.8).
package struct CollectionHash: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "c2pa.hash.collection.data"

  /// One file of the collection.
  package struct Member: Hashable, Sendable {
    /// Relative URI of the file.
    package let uri: String
    /// Hash of the file.
    package let hash: [UInt8]
    /// Size of the file in bytes, where it is stated.
    package let size: Int?
    /// Media type of the file, where it is stated.
    package let format: String?

    /// A file to write: `hash` is zeros of the right length while it is not known.
    package init(uri: String, hash: [UInt8]) {
      self.uri = uri
      self.hash = hash
      size = nil
      format = nil
    }
  }

  /// The files in order.
  package let members: [Member]
  /// The hash algorithm, where it is stated here.
  package let algorithm: String?
  /// The hash of a ZIP archive's central directory.
  package let zipCentralDirectoryHash: [UInt8]?
  /// Whether the files came as a map from URI to file, which the standard does not know.
  package let isMap: Bool

  /// A binding to write, in the form of the standard.
  package init(members: [Member], algorithm: String, zipCentralDirectoryHash: [UInt8]) {
    self.members = members
    self.algorithm = algorithm
    self.zipCentralDirectoryHash = zipCentralDirectoryHash
    isMap = false
  }

  /// Reads an assertion; `uris` may be an array, or a map from URI to file as some writers have it.
  ///
  /// - Throws: `assertion.collectionHash.malformed` without files, without a file's URI or hash, or
  ///   for a field of another type; `assertion.collectionHash.invalidURI` for a path segment `.` or
  ///   `..`.
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionCollectionHashMalformed
    var members: [Member] = []
    if let map = value["uris"]?.map {
      for entry in map.entries {
        guard let uri = entry.key.text else { throw Problem(code, "a URI is no text") }
        members.append(try Member(uri: uri, entry.value))
      }
    } else {
      members =
        try value.optionalList("uris", orThrow: code) { entry throws(Problem) in
          try Member(uri: try entry.requiredText("uri", orThrow: code), entry)
        } ?? []
    }
    guard !members.isEmpty else { throw Problem(code, "the field uris is missing or empty") }
    self.members = members
    isMap = value["uris"]?.map != nil
    algorithm = try value.optionalText("alg", orThrow: code)
    zipCentralDirectoryHash = try value.optionalBytes(
      "zip_central_directory_hash", orThrow: code)
  }

  /// The map as it is written.
  package var asValue: CBOR.Value {
    let files = members.map { member -> CBOR.Value in
      ["uri": .text(member.uri), "hash": .bytes(member.hash)]
    }
    return .map(
      CBOR.Map([
        ("uris", .array(files)), ("alg", algorithm.map(CBOR.Value.text)),
        ("zip_central_directory_hash", zipCentralDirectoryHash.map(CBOR.Value.bytes)),
      ]))
  }
}

extension CollectionHash.Member {
  init(uri: String, _ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionCollectionHashMalformed
    let segments = uri.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard segments.allSatisfy({ !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) })
    else { throw Problem(.assertionCollectionHashInvalidURI, "a URI climbs") }
    self.uri = uri
    hash = try value.requiredBytes("hash", orThrow: code)
    size = try value.optionalCount("size", orThrow: code)
    format = try value.optionalText("dc:format", orThrow: code)
  }
}
