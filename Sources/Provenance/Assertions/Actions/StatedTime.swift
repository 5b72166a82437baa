package import BroadsealBytes
package import BroadsealCBOR

/// A moment that the claim generator states, in the forms an assertion may use
/// (C2PA 2.5 §8.9): a date, or a date with how exact it is.
package struct StatedTime: Hashable, Sendable {
  /// The date as received; an attacker's text in an unproved manifest.
  package let text: String
  /// The moment, when the text is an RFC 3339 date.
  package let time: UTCTime?

  /// The moment to write.
  package init(_ time: UTCTime) {
    text = time.rfc3339
    self.time = time
  }

  /// Reads a date (CBOR tag 0, or plain text as some writers have it) or a map around one; nil for
  /// anything else.
  package init?(_ value: CBOR.Value) {
    switch value {
    case .text(let text), .tagged(0, .text(let text)):
      self.text = text
      time = UTCTime(rfc3339: text)
    case .map:
      guard let inner = value["value"], inner.map == nil, let stated = StatedTime(inner) else {
        return nil
      }
      self = stated
    default: return nil
    }
  }

  /// The date under CBOR tag 0 (RFC 8949 §3.4.1).
  package var asValue: CBOR.Value { .tagged(0, .text(text)) }
}

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
