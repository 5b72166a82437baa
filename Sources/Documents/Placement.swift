package import BroadsealBytes
package import BroadsealNotes

/// Where a store of a known size goes, and every other byte of the file that will hold it.
package struct Placement: Sendable {
  /// The output from first byte to last; exactly one piece is `.store`.
  package let pieces: [Piece]

  /// The store's room in the output. These bytes, and `dependents`, stay out of every hash.
  package let extent: ByteRange

  /// Rooms elsewhere in the output whose content depends on the store, in order.
  package let dependents: [ByteRange]

  /// The store's room and those that depend on it, in order.
  package let rooms: [ByteRange]

  /// How a hard binding covers the rest of the output; its ranges are those of the output.
  package let coverage: any Coverage

  /// Size in bytes of the store that was asked for.
  package let storeSize: Int

  /// What the signer should tell the user about this embedding.
  package let notes: [Note]

  /// Size of the output in bytes.
  package let outputSize: Int

  /// Lays out `pieces`; nil unless exactly one of them is the store's room.
  package init?(
    pieces: [Piece], storeSize: Int, coverage: any Coverage = RestOfFile(),
    notes: [Note] = []
  ) {
    var offset = 0
    var found: ByteRange?
    var dependents: [ByteRange] = []
    var rooms: [ByteRange] = []
    for piece in pieces {
      guard let range = ByteRange(start: offset, length: piece.length) else { return nil }
      switch piece {
      case .copy, .bytes: break
      case .store:
        guard found == nil else { return nil }
        found = range
        rooms.append(range)
      case .dependent:
        dependents.append(range)
        rooms.append(range)
      }
      offset = range.end
    }
    guard let extent = found else { return nil }
    self.pieces = pieces
    self.extent = extent
    self.dependents = dependents
    self.rooms = rooms
    self.coverage = coverage
    self.storeSize = storeSize
    self.notes = notes
    outputSize = offset
  }

  /// Whether it leaves the store of a file of `size` bytes where it is, at `store`, and every byte around
  /// it as it was.
  package func isInPlace(of store: LocatedStore, size: Int) -> Bool {
    let isPlain = pieces.allSatisfy { piece in
      switch piece {
      case .copy, .store: true
      case .bytes, .dependent: false
      }
    }
    return isPlain && extent.start == store.extent.start
      && outputSize - extent.length == size - store.extent.length
  }
}
