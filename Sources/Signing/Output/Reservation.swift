import Bytes
import Documents

/// The size of the store, fixed before anything is hashed.
///
/// The store says where in the file it stands, and where it stands depends on its size: the two are
/// settled in turn until nothing grows. What the store then does not need is filled with zeros
/// inside the signature (C2PA 2.4 §10.3, `pad`).
struct Reservation {
  /// Size of the store in bytes.
  let size: Int
  /// Where it goes.
  let placement: Placement

  /// Rounds after which a carrier is taken to be broken; two or three are usual.
  static let maximumRounds = 8

  /// More than any format puts around a store of usual size.
  private static let framing = 256

  /// Settles the size of a store that goes into the file of `carrier`.
  ///
  /// - Parameters:
  ///   - sourceSize: size of the document, for a first guess that is seldom too small.
  ///   - needed: the size of a store whose exclusion is the given range.
  static func settle(
    in carrier: any Carrier, insisting: Bool, sourceSize: Int, needed: (ByteRange?) -> Int
  ) throws(DocumentError) -> Reservation {
    var size = needed(ByteRange(start: sourceSize, length: needed(nil) + Reservation.framing))
    for _ in 0..<maximumRounds {
      let placement = try carrier.reserve(size, insisting: insisting)
      let grown = needed(placement.extent)
      if grown <= size { return Reservation(size: size, placement: placement) }
      size = grown
    }
    throw .storeSize(size)
  }
}
