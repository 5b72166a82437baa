package import BroadsealBytes
package import BroadsealNotes

/// The boxes of a large file whose media data is bound piece by piece (C2PA 2.5 §14.12.2.1, §A.5.3.1.1).
///
/// The pieces are hashed each for itself, on all processors, and a player can check those that it has. Other
/// verifiers agree on where the first piece begins only where the box has a header of sixteen bytes, and on
/// files with one such box: both is so here.
package struct PiecewiseBoxes: Coverage {
  /// The boxes of the file.
  package let boxes: MediaBoxes
  /// What stands behind the header of the media data.
  package let media: ByteRange
  /// The size of a piece in bytes; the last may be shorter.
  package let pieceSize: Int

  /// The standard asks for a hash that knows the boxes.
  package var noteOnOneHash: Note? { Note(BMFFCode.dataHash) }

  /// Size of media data in bytes from which it is bound so: a hash over less takes a fraction of a second.
  package static let usualMinimum = 256 << 20
  /// The smallest piece, in bytes.
  private static let smallestPiece = 1 << 20
  /// Most pieces: the label grows by their hashes, by 35 kilobytes at the most.
  private static let mostPieces = 1_024

  /// The boxes of an output whose media data has its header of sixteen bytes; nil for another.
  package init?(_ boxes: MediaBoxes) {
    let found = boxes.roots.filter { $0.type == MediaBoxType.mediaData }
    guard found.count == 1, let box = found.first,
      box.headerLength == BMFFWalker.largeHeader
    else { return nil }
    self.boxes = boxes
    media = box.content
    pieceSize = PiecewiseBoxes.pieceSize(of: box.content.length)
  }

  /// The size of the pieces of `length` bytes.
  static func pieceSize(of length: Int) -> Int {
    var size = smallestPiece
    while (length - 1) / size >= mostPieces { size *= 2 }
    return size
  }
}

/// Media data whose box gets a header of sixteen bytes, if it has none.
struct PiecewiseMedia {
  /// The box as it is.
  let box: MediaBox
  /// An empty box right before it, whose eight bytes become part of the header.
  let spare: MediaBox?

  /// The media data of a file with those boxes at its top; nil where it is not one box of at least `minimum`
  /// bytes, or stands in fragments.
  init?(_ boxes: [MediaBox], minimum: Int) {
    let found = boxes.indices.filter { boxes[$0].type == MediaBoxType.mediaData }
    guard found.count == 1, let index = found.first, boxes[index].content.length >= minimum,
      boxes[index].content.length > 0,
      !boxes.contains(where: { $0.type == MediaBoxType.fragment })
    else { return nil }
    box = boxes[index]
    let before = index > 0 ? boxes[index - 1] : nil
    spare = before.flatMap { box in
      PiecewiseMedia.fillers.contains(box.type) && box.range.length == BMFFWalker.header ? box : nil
    }
  }

  private static let fillers = [MediaBoxType.free, MediaBoxType.skip, MediaBoxType.code("wide")]

  /// Whether its header has sixteen bytes already.
  var isReady: Bool { box.headerLength == BMFFWalker.largeHeader && !box.isOpen }

  /// The change that gives it one; nil where it has one.
  var edit: Edit? {
    guard !isReady else { return nil }
    let start = spare?.range.start ?? box.range.start
    var header = ByteWriter(capacity: BMFFWalker.largeHeader)
    header.writeBigEndian(UInt32(1))
    header.writeBigEndian(MediaBoxType.mediaData)
    header.writeBigEndian(UInt64(BMFFWalker.largeHeader + box.content.length))
    return ByteRange(start..<box.content.start).map { Edit($0, with: [.bytes(header.bytes)]) }
  }
}
