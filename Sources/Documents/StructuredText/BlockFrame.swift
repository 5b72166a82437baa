import BroadsealBytes

/// A planned block in the file that will hold it: the bytes around its store, and all others.
struct BlockFrame {
  /// What stands before the Base64 text, in the store's room.
  let opening: [UInt8]
  /// What stands after it.
  let closing: [UInt8]

  private let before: [Piece]
  private let after: [Piece]

  /// Lays `plan` over `text`; `tail` is its last two bytes, or fewer.
  init(_ plan: BlockPlan, in text: RemainingText, tail: [UInt8]) {
    let reference = TextBlock.begin + [0x20] + TextBlock.dataURI
    let end = [0x20] + TextBlock.end + plan.form.closing
    switch plan.place {
    case .line(let offset):
      opening = plan.form.opening + reference
      closing = end + plan.newline
      before = text.pieces(0..<offset)
      after =
        (plan.isSetApart ? [Piece.bytes(plan.newline)] : []) + text.pieces(offset..<text.size)
    case .end:
      // The newline before the last line belongs to the block. Where the text ends in one, the
      // block takes it and ends in another, so that the text without the block is as it was.
      opening = [0x0A] + plan.form.opening + reference
      let isTerminated = tail.last == 0x0A
      closing = end + (isTerminated ? plan.newline : [])
      before =
        text.pieces(0..<text.size - (isTerminated ? 1 : 0))
        + (!isTerminated && plan.newline.count == 2 ? [.bytes([0x0D])] : [])
      after = []
    }
  }

  /// The file with a room of `length` bytes for the block.
  func pieces(room length: Int) -> [Piece] { before + [.store(length: length)] + after }

  /// Bytes of the block around a store of `size` bytes.
  func length(ofStore size: Int) -> Int {
    opening.count + (size + 2) / 3 * 4 + closing.count
  }
}
