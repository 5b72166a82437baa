import BroadsealBytes
package import BroadsealCBOR

/// The `metadata` field that many assertions may have (C2PA 2.5 §16.9.1).
package enum AssertionMetadata {
  /// The field as received; nil when there is none.
  ///
  /// - Throws: `assertion.metadata.malformed` when it is no map, or when `processStart` is later than
  ///   `processEnd`: the only check there is (C2PA 2.5 §14.10.4.1).
  package static func read(_ assertion: CBOR.Value) throws(Problem) -> CBOR.Map? {
    guard let field = assertion.field("metadata") else { return nil }
    guard let map = field.map else {
      throw Problem(.assertionMetadataMalformed, "the metadata of an assertion is no map")
    }
    if let start = map["processStart"].flatMap(StatedTime.init)?.time,
      let end = map["processEnd"].flatMap(StatedTime.init)?.time, start > end
    {
      throw Problem(.assertionMetadataMalformed, "a process ends before it starts")
    }
    return map
  }
}
