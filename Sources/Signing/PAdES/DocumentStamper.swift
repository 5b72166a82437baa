import BroadsealNotes
import BroadsealOpenSSL

/// Stamps the bytes of a PDF (ISO 32000-2 §12.8.5), so that what they prove stays proved when the
/// certificates and algorithms of its signatures are over.
struct DocumentStamper {
  /// What stamping came to.
  enum Outcome {
    /// The token.
    case stamped(TimeStamper.Stamped)
    /// The authority's token is larger than what was reserved for it.
    case needsRoom(forToken: Int)
  }

  /// What is asked for a stamp.
  let stamper: TimeStamper
  /// How far the document's signatures go with the stamp.
  let level: String

  /// The hash of the document's bytes.
  static let algorithm = DigestAlgorithm.sha256

  /// Stamps bytes with `digest`.
  ///
  /// - Parameters:
  ///   - size: room for the token.
  ///   - notes: receives a note for each time-stamp authority that failed.
  func stamp(
    _ digest: Digest, size: Int, notes: inout [Note]
  ) throws(SigningError) -> Outcome {
    guard let stamp = try stamper.stamp(digest, notes: &notes) else {
      throw SigningError(.timeStamp, "no time stamp could be had")
    }
    guard stamp.token.hasStrictForm else { throw DocumentStamper.loose }
    guard stamp.token.der.count <= size else {
      return .needsRoom(forToken: stamp.token.der.count)
    }
    return .stamped(stamp)
  }

  /// A token that would stand where nothing covers it, and could be changed there.
  static let loose = SigningError(
    .timeStamp,
    "the authority's time stamp has parts that anybody could change, where nothing covers them",
    hint: "name another authority with --tsa")
}
