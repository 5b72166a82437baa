package import BroadsealCBOR
package import BroadsealJUMBF

/// A reference with the hash of what it names (C2PA 2.4 §8.4.2, hashed-uri-map).
package struct HashedURI: Hashable, Sendable {
  /// The reference as received.
  package let url: String
  /// The reference, when it names a superbox of the same store.
  package let uri: JUMBF.URI?
  /// The hash of the named superbox's payload.
  package let hash: [UInt8]
  /// The hash algorithm, when it is stated here: `sha256`, `sha384`, `sha512` or anything received.
  package let algorithm: String?

  /// A reference to `uri`.
  package init(uri: JUMBF.URI, hash: [UInt8], algorithm: String? = nil) {
    url = uri.description
    self.uri = uri
    self.hash = hash
    self.algorithm = algorithm
  }

  /// Reads a hashed-uri-map.
  ///
  /// - Throws: `hashedURI.missing` without a URL, `hashedURI.mismatch` without a hash (C2PA 2.5
  ///   §14.10.4.3).
  package init(_ value: CBOR.Value) throws(Problem) {
    guard let url = value["url"]?.text else {
      throw Problem(.hashedURIMissing, "a reference has no url")
    }
    guard let hash = value["hash"].flatMap(HashedURI.readHash), !hash.isEmpty else {
      throw Problem(.hashedURIMismatch, "a reference has no hash")
    }
    self.url = url
    uri = JUMBF.URI(url)
    self.hash = hash
    algorithm = try value.optionalText("alg", orThrow: .hashedURIMismatch)
  }

  /// A byte string; some old writers wrote an array of numbers.
  private static func readHash(_ value: CBOR.Value) -> [UInt8]? {
    if let bytes = value.bytes { return bytes }
    guard let numbers = value.array else { return nil }
    let bytes = numbers.compactMap { $0.int.flatMap(UInt8.init(exactly:)) }
    return bytes.count == numbers.count ? bytes : nil
  }

  /// The map as it is written.
  package var asValue: CBOR.Value {
    .map(
      CBOR.Map([
        ("alg", algorithm.map(CBOR.Value.text)), ("url", .text(url)), ("hash", .bytes(hash)),
      ]))
  }
}

extension CBOR.Value {
  /// The reference under `key`; nil when there is none.
  func optionalReference(_ key: String, orThrow code: StatusCode) throws(Problem) -> HashedURI? {
    guard let value = field(key) else { return nil }
    do {
      return try HashedURI(value)
    } catch {
      throw Problem(code, "the field \(key): \(error.reason)")
    }
  }

  /// The references of the array under `key`; nil when there is none.
  func optionalReferences(
    _ key: String, orThrow code: StatusCode
  ) throws(Problem) -> [HashedURI]? {
    guard let array = try optionalArray(key, orThrow: code) else { return nil }
    var references: [HashedURI] = []
    for value in array {
      do {
        references.append(try HashedURI(value))
      } catch {
        throw Problem(code, "the field \(key): \(error.reason)")
      }
    }
    return references
  }
}
