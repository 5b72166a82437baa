import BroadsealBytes

/// Where a new block goes in a text, and what stands around its store.
struct BlockPlan {
  /// Where it stands.
  enum Place: Hashable {
    /// A line of its own before this byte of the text.
    case line(at: Int)
    /// The last line.
    case end
  }

  /// Where the block stands.
  let place: Place
  /// The comment that holds it.
  let form: CommentForm
  /// The line terminator of the text.
  let newline: [UInt8]
  /// Whether a blank line follows the block.
  let isSetApart: Bool

  /// Decides for the text of `size` bytes that begins with `head`.
  ///
  /// Throws `.refused` where no line of the text can hold a comment.
  init(_ head: [UInt8], size: Int, syntax: CommentSyntax) throws(DocumentError) {
    let base = head.starts(with: TextLines.byteOrderMark) ? TextLines.byteOrderMark.count : 0
    var lines = TextLines(head[base...])
    let first = lines.next()
    let second = lines.next()
    let content = first?.content ?? []
    let isReturned = first.map { $0.isTerminated && $0.end - $0.content.endIndex == 2 } ?? false
    newline = isReturned ? [0x0D, 0x0A] : [0x0A]
    var form = syntax.written
    var place = Place.line(at: base)
    let isReserved =
      syntax.reserved.contains { content.starts(with: $0.utf8) }
      || syntax.hasEncodingCookie
        && [content, second?.content ?? []].contains(where: BlockPlan.isCookie)
    if isReserved { place = .end }
    switch syntax.place {
    case .start: break
    case .frontMatter:
      if let matter = FrontMatter(head) {
        place = matter.isPlain ? .line(at: matter.start) : .end
        if matter.isPlain { form = .hash }
      }
    case .declaration:
      if head[base...].starts(with: "<?xml".utf8) {
        place = try BlockPlan.afterDeclaration(head, base: base)
      }
    case .header: place = .line(at: try BlockPlan.afterHeader(head, base: base))
    case .openingTag:
      guard let first, first.isTerminated, first.content.elementsEqual("<?php".utf8) else {
        throw BlockPlan.noPlace
      }
      place = .line(at: first.end)
    }
    if case .line(let offset) = place, offset == size, offset > base { place = .end }
    self.place = place
    self.form = form
    isSetApart = syntax.place == .header
  }

  /// `coding:` or `coding=` in a comment (PEP 263).
  private static func isCookie(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
    guard text.first == UInt8(ascii: "#") else { return false }
    return text.firstIndex(of: "coding:") != nil || text.firstIndex(of: "coding=") != nil
  }

  /// The line after the declaration, or the end when the root element shares its line.
  private static func afterDeclaration(_ head: [UInt8], base: Int) throws(DocumentError) -> Place {
    guard let close = head[base...].firstIndex(of: "?>") else { throw noPlace }
    let rest = head[(close + 2)...]
    if rest.starts(with: [0x0A]) { return .line(at: close + 3) }
    if rest.starts(with: [0x0D, 0x0A]) { return .line(at: close + 4) }
    return .end
  }

  /// The line after the blank one that closes a WebVTT header.
  private static func afterHeader(_ head: [UInt8], base: Int) throws(DocumentError) -> Int {
    guard head[base...].starts(with: "WEBVTT".utf8) else { throw noPlace }
    var lines = TextLines(head[base...])
    while let line = lines.next() {
      if line.content.isEmpty, line.isTerminated { return line.end }
    }
    throw noPlace
  }

  private static let noPlace = DocumentError.refused(
    Refusal(TextCode.place, remedy: .sidecar))
}

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
