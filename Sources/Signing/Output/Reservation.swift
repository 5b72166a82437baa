import BroadsealBytes
import BroadsealDocuments

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

  /// What saying where it stands usually adds to a store, in bytes; a wrong guess costs a round.
  private static let framing = 48

  /// Why no room was found.
  enum Failure: Error {
    /// The carrier has none.
    case carrier(DocumentError)
    /// The manifest could not be drafted.
    case draft(SigningError)
  }

  /// Settles the size of a store that goes into the file of `carrier`.
  ///
  /// - Parameter needed: the size of the store of a document that a placement describes; without
  ///   one, of a store beside it.
  static func settle(
    in carrier: any Carrier, insisting: Bool, needed: (Placement?) throws(SigningError) -> Int
  ) throws(Failure) -> Reservation {
    func need(_ placement: Placement?) throws(Failure) -> Int {
      do throws(SigningError) {
        return try needed(placement)
      } catch { throw .draft(error) }
    }
    var size = try need(nil) + framing
    for _ in 0..<maximumRounds {
      let placement: Placement
      do throws(DocumentError) {
        placement = try carrier.reserve(size, insisting: insisting)
      } catch { throw .carrier(error) }
      let grown = try need(placement)
      if grown <= size {
        // A format may have room for a store of a few sizes only, and gives the next larger one.
        return Reservation(size: placement.storeSize, placement: placement)
      }
      size = grown
    }
    throw .carrier(.storeSize(size))
  }
}
