import BroadsealBytes
package import BroadsealCBOR

/// Time stamps for the signatures of other manifests: `c2pa.time-stamp` (C2PA 2.4 §18.18).
package struct TimeStamps: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "c2pa.time-stamp"

  /// Tokens by the label of the manifest they stamp, in order.
  package let tokens: [(manifest: String, token: [UInt8])]
  private let map: CBOR.Map

  /// Reads an assertion.
  ///
  /// - Throws: `assertion.timestamp.malformed` unless it is a map of at least one label and its token
  ///   (C2PA 2.5 §14.10.4.2.7).
  package init(_ value: CBOR.Value) throws(Problem) {
    guard let map = value.map, !map.isEmpty else {
      throw Problem(.assertionTimestampMalformed, "the time stamps are no map with an entry")
    }
    tokens = map.entries.compactMap { entry in
      guard let label = entry.key.text, let token = entry.value.bytes else { return nil }
      return (label, token)
    }
    guard tokens.count == map.entries.count else {
      throw Problem(.assertionTimestampMalformed, "a time stamp is no label and its token")
    }
    self.map = map
  }

  /// One stamp to write: `token` for the signature of the manifest called `manifest`.
  package init(of manifest: String, token: [UInt8]) {
    tokens = [(manifest, token)]
    map = CBOR.Map([(manifest, .bytes(token))])
  }

  /// The assertion's content.
  package var asValue: CBOR.Value { .map(map) }

  /// The token for the manifest called `label`.
  package func token(for label: String) -> [UInt8]? {
    tokens.first { $0.manifest.isExactly(label) }?.token
  }

  package static func == (left: TimeStamps, right: TimeStamps) -> Bool { left.map == right.map }

  package func hash(into hasher: inout Hasher) { hasher.combine(map) }
}
