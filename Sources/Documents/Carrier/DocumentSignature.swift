package import BroadsealBytes

/// A signature of a format's own, as it stands in a file: located, not proved.
package struct DocumentSignature: Hashable, Sendable {
  /// What a signature holds.
  package enum Kind: Hashable, Sendable {
    /// A CMS message over the covered bytes.
    case message
    /// A CMS message over the SHA-1 of the covered bytes, which it holds.
    case digestMessage
    /// A time stamp of the covered bytes (RFC 3161).
    case timeStamp
    /// Something else, by the name that the file gives it.
    case other(String)
  }

  /// Where the covered bytes end.
  package enum End: Hashable, Sendable {
    /// At the end of the file.
    case file
    /// At the end of the revision that the signature stands in.
    case revision
    /// Elsewhere.
    case elsewhere
  }

  /// What two readers could take differently, so that the signature is not to be believed.
  package enum Fault: Hashable, Sendable, CaseIterable {
    /// It does not say by four numbers which bytes it covers.
    case byteRange
    /// The bytes that it covers do not begin with the file, are not in order, or not in the file.
    case outside
    /// What it leaves out is not exactly its own value.
    case gap
    /// Its value is no string in the file.
    case noValue
    /// Something other than zeros follows its value.
    case tail
    /// It is the value of several fields.
    case severalFields
    /// The file cannot be read without repair.
    case structure
  }

  /// What it holds.
  package let kind: Kind
  /// What it holds, by the name that the file gives it: `ETSI.CAdES.detached`; empty when it gives none.
  package let format: String
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
  /// When it says that it was made; nil when it does not say, or not in a form that is read here.
  package let claimedTime: UTCTime?
  /// Whether it covers everything around its own room, from the first byte on.
  package let isAround: Bool
  /// Whether that is so, and the room could not hold other bytes of the same meaning.
  package let isExact: Bool
  /// The revision of the file that it stands in; nil when that is not known.
  package let revision: ByteRange?
  /// Where what it covers ends.
  package let end: End
  /// What is wrong with where it stands and what it covers.
  package let faults: Set<Fault>

  /// Whether it was written together with what stands at `place`.
  package func wasWritten(with place: ByteRange) -> Bool {
    revision.map { $0.start <= place.start && place.end <= $0.end } ?? false
  }
}

/// What a document brings along to judge its signatures with (ISO 32000-2 §12.8.4.3, the document
/// security store): anybody may have written it, and nothing of it is proved.
package struct ValidationData: Hashable, Sendable {
  /// Certificates in DER.
  package var certificates: [[UInt8]] = []
  /// OCSP responses in DER.
  package var responses: [[UInt8]] = []
  /// Revocation lists in DER.
  package var revocationLists: [[UInt8]] = []

  /// Nothing.
  package init() {}
}
