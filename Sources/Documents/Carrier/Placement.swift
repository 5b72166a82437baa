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
  /// it as it was, save those that may stay out of the hash with the store.
  package func isInPlace(of store: LocatedStore, size: Int) -> Bool {
    let isPlain = pieces.allSatisfy { piece in
      switch piece {
      case .copy, .store, .dependent: true
      case .bytes: false
      }
    }
    return isPlain && dependents.allSatisfy(store.permitted.contains)
      && extent.start == store.extent.start
      && outputSize - extent.length == size - store.extent.length
  }
}

/// One step of writing a document: the recipe is followed in order, in one pass.
package enum Piece: Hashable, Sendable {
  /// Bytes of the source, unchanged.
  case copy(ByteRange)
  /// New bytes.
  case bytes([UInt8])
  /// The room of the store: `length` bytes, filled after everything else is hashed.
  case store(length: Int)
  /// Bytes elsewhere that depend on the store, such as a copy of its checksum: they are filled with
  /// it, and stay out of every hash as it does.
  case dependent(length: Int)
}

extension [Piece] {
  /// The room of the store in the output; nil where there is none.
  var storeRoom: ByteRange? {
    var start = 0
    for piece in self {
      if case .store(let length) = piece { return ByteRange(start: start, length: length) }
      start += piece.length
    }
    return nil
  }
}

/// What goes into one of the rooms that a placement kept free.
package struct Fill: Hashable, Sendable {
  /// The room, in the output.
  package let range: ByteRange
  /// Its content, as long as the room.
  package let bytes: [UInt8]

  /// `bytes` for the room at `range`; nil unless they fill it exactly.
  package init?(_ range: ByteRange, _ bytes: [UInt8]) {
    guard range.length == bytes.count else { return nil }
    self.range = range
    self.bytes = bytes
  }
}

/// How a hard binding covers the bytes of a file outside its store: the form that the standard asks for
/// in this format. Each form is a type of its own, beside the carriers that have it, and `HardBinding` in
/// the floor above knows which assertion it stands for.
package protocol Coverage: Sendable {
  /// What is to be said of one hash over the whole rest of the file in its place: it holds as much, and is
  /// not what the standard asks for. Nil where it is.
  var noteOnOneHash: Note? { get }
}

/// One hash over every byte outside the store's extent (`c2pa.hash.data`): the form of most formats.
package struct RestOfFile: Coverage {
  /// The form.
  package init() {}

  /// It is that hash.
  package var noteOnOneHash: Note? { nil }
}

/// One change to a file: what stands in the place of some of its bytes.
package struct Edit: Hashable, Sendable {
  /// The bytes that go; empty where something is only inserted.
  package let range: ByteRange
  /// What comes in their place; empty where something is only removed.
  package let pieces: [Piece]

  /// Puts `pieces` in the place of `range`.
  package init(_ range: ByteRange, with pieces: [Piece]) {
    self.range = range
    self.pieces = pieces
  }

  /// How many bytes come in.
  package var length: Int { pieces.reduce(0) { $0 + $1.length } }

  /// The file of `size` bytes after `edits`, which are sorted and do not overlap; nil otherwise.
  package static func recipe(_ edits: [Edit], size: Int) -> [Piece]? {
    var pieces: [Piece] = []
    var offset = 0
    for edit in edits {
      guard edit.range.start >= offset, edit.range.end <= size else { return nil }
      if let kept = ByteRange(offset..<edit.range.start), kept.length > 0 {
        pieces.append(.copy(kept))
      }
      pieces += edit.pieces
      offset = edit.range.end
    }
    if let kept = ByteRange(offset..<size), kept.length > 0 { pieces.append(.copy(kept)) }
    return pieces
  }
}

extension Piece {
  /// How many bytes the step writes.
  package var length: Int {
    switch self {
    case .copy(let range): range.length
    case .bytes(let bytes): bytes.count
    case .store(let length), .dependent(let length): length
    }
  }
}
