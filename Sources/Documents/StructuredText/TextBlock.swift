import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// The one manifest block of a structured text (C2PA 2.5 §A.9.4).
struct TextBlock {
  /// Its line, or its three lines, with the terminator.
  let lines: ByteRange
  /// The bytes of the store's Base64 text.
  let reference: ByteRange
  /// What a hard binding leaves out (§A.9.5.1).
  let extent: ByteRange
  /// What it may leave out as well, by another reading of the same rule.
  let alternatives: [ByteRange]
  /// What is wrong with the bytes around the store, which no hash covers.
  let defects: [Note]
  /// Why not every reader would take the block for one.
  let doubts: [Note]

  static let begin = Array("-----BEGIN C2PA MANIFEST-----".utf8)
  static let end = Array("-----END C2PA MANIFEST-----".utf8)
  /// What opens an embedded store (RFC 2397); the standard spells it in lower case.
  static let dataURI = Array("data:application/c2pa;base64,".utf8)
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// What a search for the delimiters came to.
  enum Search {
    /// Neither delimiter is there.
    case none
    /// One block.
    case found(TextBlock)
    /// Delimiters, but not one block with a store inside.
    case unusable(Note)
  }

  /// Looks for the block of `source`, whose comments are those of `syntax`; nil: not known.
  static func search(
    in source: ByteSource, syntax: CommentSyntax?
  ) throws(DocumentError) -> Search {
    let found = try TextScan.offsets(
      of: [begin, end, TextWrapper.opening], in: source, limit: 2)
    let (begins, ends) = (found[0], found[1])
    let wrapper = try misplacedWrapper(at: found[2], in: source)
    guard let first = begins.first ?? ends.first else {
      return wrapper.map(Search.unusable) ?? .none
    }
    guard begins.count == 1, ends.count == 1, ends[0] >= begins[0] + begin.count else {
      let several = begins.count > 1 || ends.count > 1
      return .unusable(
        Note(
          several ? TextCode.blocks : TextCode.blockBroken,
          several
            ? "the text holds the delimiters of more than one manifest block"
            : "the text holds one delimiter of a manifest block without the other",
          at: several ? (begins.last ?? ends.last) : first))
    }
    return try TextBlockReader(
      source, syntax: syntax, begin: begins[0], end: ends[0], doubt: wrapper
    ).read()
  }

  /// A wrapper for plain text, where a block should be: some readers look for nothing else.
  private static func misplacedWrapper(
    at offsets: [Int], in source: ByteSource
  ) throws(DocumentError) -> Note? {
    for offset in offsets {
      if case .foreign = try TextWrapper.read(from: source, at: offset) { continue }
      return Note(
        TextCode.wrapperMisplaced,
        at: offset)
    }
    return nil
  }

  /// What is taken out of the file of `size` bytes with the block.
  ///
  /// A block that closes the file without a line terminator brought the one before it along.
  var removal: ByteRange { removed }

  private let removed: ByteRange

  init(
    lines: ByteRange, reference: ByteRange, extent: ByteRange, alternatives: [ByteRange],
    removed: ByteRange, defects: [Note], doubts: [Note]
  ) {
    self.lines = lines
    self.reference = reference
    self.extent = extent
    self.alternatives = alternatives
    self.removed = removed
    self.defects = defects
    self.doubts = doubts
  }
}
