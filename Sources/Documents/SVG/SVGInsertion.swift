import BroadsealBytes

/// Where a store goes into an SVG file that has none: into the `metadata` element that is there,
/// else into one of its own, as the first child of the root. No white space is added.
enum SVGInsertion {
  /// The changes that make `room`.
  static func edits(
    _ room: Piece, _ root: SVGStructure.Root, _ metadata: SVGStructure.Metadata?
  ) -> [Edit] {
    let prefix = metadata?.storePrefix ?? root.storePrefix
    let store: [Piece] = [
      .bytes(SVGMarkup.start(declares: prefix == .another)), room, .bytes(SVGMarkup.end),
    ]
    // The root declares the prefix (§A.3.3), unless it stands for something already.
    let declaration: [Piece] = prefix == .nothing ? [.bytes(SVGMarkup.declaration)] : []
    guard let metadata else {
      let wrapped =
        [.bytes(SVGMarkup.open(root.prefix, "metadata"))] + store
        + [.bytes(SVGMarkup.close(root.prefix, "metadata"))]
      return edits(wrapped, in: root.tag, root.isEmpty, root.prefix, "svg", before: declaration)
    }
    let inner = edits(store, in: metadata.tag, metadata.isEmpty, metadata.prefix, "metadata")
    let end = root.tag.end - 1
    guard !declaration.isEmpty, let place = ByteRange(start: end, length: 0) else { return inner }
    return [Edit(place, with: declaration)] + inner
  }

  /// Puts `pieces` right behind the start tag `tag`, and `before` at its end.
  private static func edits(
    _ pieces: [Piece], in tag: ByteRange, _ isEmpty: Bool, _ prefix: [UInt8],
    _ name: StaticString, before: [Piece] = []
  ) -> [Edit] {
    let close = isEmpty ? 2 : 1
    guard let bracket = ByteRange(start: tag.end - close, length: close) else { return [] }
    let end: [Piece] = isEmpty ? [.bytes(SVGMarkup.close(prefix, name))] : []
    return [Edit(bracket, with: before + [.bytes([UInt8(ascii: ">")])] + pieces + end)]
  }
}
