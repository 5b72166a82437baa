package import BroadsealNotes

/// The boxes of the first of several files, and what is bound of the others (C2PA 2.5 §14.12.2.2).
package struct SegmentedBoxes: Coverage {
  /// The boxes of the first file.
  package let boxes: MediaBoxes
  /// What binds the segments.
  package let segments: SegmentRow

  /// One hash would say nothing of the segments.
  package var noteOnOneHash: Note? { Note(BMFFCode.dataHash) }
}

/// One row of a hash tree over segments.
package struct SegmentRow: Hashable, Sendable {
  /// How many segments there are.
  package let count: Int
  /// The track that they are of.
  package let track: Int
  /// The row.
  package let hashes: [[UInt8]]

  /// A row above `count` segments of a track.
  package init(count: Int, track: Int, hashes: [[UInt8]]) {
    self.count = count
    self.track = track
    self.hashes = hashes
  }
}
