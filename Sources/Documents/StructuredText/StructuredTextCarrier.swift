package import BroadsealBytes
package import BroadsealFiles
package import BroadsealNotes

/// A text with comments as a carrier: the store is Base64 text in one comment line
/// (C2PA 2.5 §A.9).
///
/// Front matter gets a comment too, and not the three lines of the standard's example: those are
/// neither YAML nor TOML, and every reader of the front matter would stop at them.
package struct StructuredTextCarrier: Carrier {
  private let source: ByteSource
  private let syntax: CommentSyntax?
  private let search: TextBlock.Search

  /// Searches a text whose comments are not known: a block is found, none is written.
  package init(_ source: ByteSource) throws(DocumentError) {
    try self.init(source, syntax: nil)
  }

  /// Searches a text with the comments of `syntax`.
  package init(_ source: ByteSource, syntax: CommentSyntax?) throws(DocumentError) {
    self.source = source
    self.syntax = syntax
    search = try TextBlock.search(in: source, syntax: syntax)
  }

  /// Comments and front matter are not searched for it.
  package static func metadata(of source: ByteSource) -> [ByteRange] { [] }

  package func locate() throws(DocumentError) -> StoreLocation {
    switch search {
    case .none, .quoted: return .none
    case .unusable(let note): return .unusable(note)
    case .found(let block):
      let text = String(decoding: try source.bytes(block.reference), as: UTF8.self)
      guard let store = Base64.decode(text) else {
        return .unusable(
          Note(
            TextCode.reference, "the store in the manifest block is not Base64 as it has to be",
            at: block.reference.start))
      }
      return .found(
        LocatedStore(
          bytes: store, extent: block.extent, alternatives: block.alternatives,
          doubts: block.doubts, defects: block.defects))
    }
  }

  package func notes(at path: FilePath?) -> [Note] {
    (try? endsInsideBlock()) == true ? [Note(FileCode.breaksOff, at: source.size)] : []
  }

  /// Whether the file ends inside the one line of a block: one begins, and nothing ends the line.
  private func endsInsideBlock() throws(DocumentError) -> Bool {
    guard case .unusable(let note) = search, note.code == TextCode.blockBroken,
      let offset = note.offset, let rest = ByteRange(offset..<source.size),
      rest.length <= 2 * StoreLimits.maximumSize
    else { return false }
    let bytes = try source.bytes(rest)
    return bytes.starts(with: TextBlock.begin) && !bytes.contains(0x0A)
      && !bytes.contains(0x0D)
  }

  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    guard size > 0, size <= StoreLimits.maximumSize else { throw .storeSize(size) }
    let text = try remaining()
    let frame = try frame(in: text)
    if let refusal = StructuredTextCarrier.refusal(of: syntax), !insisting {
      throw .refused(refusal)
    }
    guard try !EncodingCheck.run(text, of: source) else {
      throw .refused(
        Refusal(
          TextCode.lineEnds,
          remedy: .sidecar))
    }
    guard
      let placement = Placement(
        pieces: frame.pieces(room: frame.length(ofStore: size)), storeSize: size)
    else { throw .storeSize(size) }
    return placement
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    let frame = try frame(in: try remaining())
    guard store.count == placement.storeSize,
      placement.extent.length == frame.length(ofStore: store.count)
    else { throw .storeSize(store.count) }
    return frame.opening + Array(Base64.encode(store).utf8) + frame.closing
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    switch search {
    case .none, .quoted: return nil
    case .unusable(let note): throw StructuredTextCarrier.ambiguous(note)
    case .found(let block):
      let text = RemainingText(size: source.size, without: [block.removal])
      return text.pieces(0..<text.size)
    }
  }

  /// The text without the block it has.
  private func remaining() throws(DocumentError) -> RemainingText {
    switch search {
    case .none: return RemainingText(size: source.size, without: [])
    case .found(let block): return RemainingText(size: source.size, without: [block.removal])
    case .quoted(let offset):
      // With a block beside the quotation readers would see two.
      throw .refused(Refusal(Note(TextCode.quotes, at: offset), remedy: .sidecar))
    case .unusable(let note): throw StructuredTextCarrier.ambiguous(note)
    }
  }

  private func frame(in text: RemainingText) throws(DocumentError) -> BlockFrame {
    guard let syntax else {
      throw .refused(
        Refusal(
          TextCode.noComment, "no comment is known for a text of this kind", remedy: .sidecar))
    }
    let head = try text.bytes(
      0..<min(text.size, StructuredTextLimits.headSize), of: source)
    let tail = try text.bytes(max(0, text.size - 2)..<text.size, of: source)
    return BlockFrame(
      try BlockPlan(head, size: text.size, syntax: syntax), in: text, tail: tail)
  }

  /// Why a block would break the text; nil when it would not.
  private static func refusal(of syntax: CommentSyntax?) -> Refusal? {
    guard syntax?.place == .declaration else { return nil }
    return Refusal(
      TextCode.xml,
      remedy: .sidecarOrInsist)
  }

  private static func ambiguous(_ note: Note) -> DocumentError {
    .refused(Refusal(note, remedy: .none))
  }
}
