/// A carrier whose framing gives stores of one size different lengths, by their bytes.
///
/// Such a carrier takes the length of the room first. The signer then looks for a store that fills
/// it: zeros inside the signature are its means.
package protocol FittedCarrier: Carrier {
  /// How many bytes `store` becomes, with nothing added to fill a room.
  func framedLength(of store: [UInt8]) -> Int

  /// How to write the file with a room of exactly `room` bytes for a store.
  func reserve(room: Int, insisting: Bool) throws(DocumentError) -> Placement
}
