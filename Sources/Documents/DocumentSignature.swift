package import BroadsealBytes

/// A signature of a format's own, as it stands in a file: located, not proved.
package struct DocumentSignature: Hashable, Sendable {
  /// What a signature holds.
  package enum Kind: Hashable, Sendable {
    /// A CMS message over the covered bytes.
    case message
    /// A time stamp of the covered bytes (RFC 3161).
    case timeStamp
    /// Something else, by the name that the file gives it.
    case other(String)
  }

  /// What it holds.
  package let kind: Kind
  /// Name of its field, bytes that are no UTF-8 replaced; empty when it stands in none.
  package let field: String
  /// Offset of its dictionary.
  package let offset: Int
  /// The room of its value, which it cannot cover.
  package let room: ByteRange
  /// The bytes that it says it covers.
  package let covered: [ByteRange]
  /// Its value, without the zeros that fill the room; empty when there is none yet, nil when it is too
  /// large, or one of too many.
  package let value: [UInt8]?
  /// Whether it covers everything around its own room, from the first byte on.
  package let isAround: Bool
  /// Whether that is so, and the room could not hold other bytes of the same meaning.
  package let isExact: Bool
  /// The revision of the file that it stands in; nil when that is not known.
  package let revision: ByteRange?

  /// Whether what it covers ends where `end` is, line breaks aside.
  package func reaches(_ end: Int) -> Bool {
    covered.last.map { $0.end <= end && $0.end >= end - 2 } ?? false
  }

  /// Whether it was written together with what stands at `place`.
  package func wasWritten(with place: ByteRange) -> Bool {
    revision.map { $0.start <= place.start && place.end <= $0.end } ?? false
  }
}
