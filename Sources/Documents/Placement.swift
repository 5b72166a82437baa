package import Bytes

/// Where a store of a known size goes, and every other byte of the file that will hold it.
package struct Placement: Hashable, Sendable {
  /// The output from first byte to last; exactly one piece is `.store`.
  package let pieces: [Piece]

  /// The store's room in the output. These bytes, and no others, stay out of the hash.
  package let extent: ByteRange

  /// Size in bytes of the store that was asked for.
  package let storeSize: Int

  /// What the signer should tell the user about this embedding.
  package let notes: [DocumentNote]

  /// Lays out `pieces`; nil unless exactly one of them is the store's room.
  package init?(pieces: [Piece], storeSize: Int, notes: [DocumentNote] = []) {
    var offset = 0
    var found: ByteRange?
    for piece in pieces {
      switch piece {
      case .copy(let range): offset += range.length
      case .bytes(let bytes): offset += bytes.count
      case .store(let length):
        guard found == nil else { return nil }
        found = ByteRange(start: offset, length: length)
        offset += length
      }
    }
    guard let extent = found else { return nil }
    self.pieces = pieces
    self.extent = extent
    self.storeSize = storeSize
    self.notes = notes
  }

  /// Size of the output in bytes.
  package var outputSize: Int {
    pieces.reduce(0) { sum, piece in
      switch piece {
      case .copy(let range): sum + range.length
      case .bytes(let bytes): sum + bytes.count
      case .store(let length): sum + length
      }
    }
  }
}
