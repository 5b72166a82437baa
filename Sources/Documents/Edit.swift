package import BroadsealBytes

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
