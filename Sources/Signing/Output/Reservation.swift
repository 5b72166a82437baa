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

  /// Settles the size of a store that goes into the file of `carrier`.
  ///
  /// - Parameter needed: the size of a store whose exclusion is the given range;
  ///   without one, of a store that excludes nothing.
  static func settle(
    in carrier: any Carrier, insisting: Bool, needed: (ByteRange?) -> Int
  ) throws(DocumentError) -> Reservation {
    var size = needed(nil)
    for _ in 0..<maximumRounds {
      let placement = try carrier.reserve(size, insisting: insisting)
      let grown = needed(placement.extent)
      if grown <= size { return Reservation(size: size, placement: placement) }
      size = grown
    }
    throw .storeSize(size)
  }
}
