import BroadsealBytes
import BroadsealFiles

extension PDFCarrier {
  /// How to write the document without its manifest stores; nil when there is none.
  ///
  /// Updates at the end that are exactly what this carrier writes are cut off: the document is then
  /// byte for byte what it was before. Any other store is overwritten with zeros where it stands,
  /// and an update drops it from the catalog; that is refused where it would break a PDF signature.
  package func removal() throws(DocumentError) -> [Piece]? {
    if let fault = document.fault { throw fault }
    if document.security?.refusal != nil { return nil }
    var document = self.document
    var search = try PDFStoreSearch(document).run()
    if case .none = search { return nil }
    while let before = try PDFRemoval.beforeOwnUpdate(document) {
      document = before
      search = try PDFStoreSearch(document).run()
    }
    if case .none = search {
      return Edit.recipe([], size: document.file.end)
    }
    var edits = try PDFRemoval.blanking(document)
    edits.append(try document.appending(try PDFStoreUpdate.removal(for: document)))
    return Edit.recipe(edits, size: document.file.end)
  }
}

/// The two ways a manifest store leaves a document.
enum PDFRemoval {
  /// The document as it was before its last update, if that update is byte for byte what this
  /// carrier would write for it; nil otherwise.
  static func beforeOwnUpdate(_ document: PDFDocument) throws(DocumentError) -> PDFDocument? {
    guard document.headerOffset == 0, document.revisions.count > 1,
      let start = firstObject(of: document), start < document.size,
      case .active(let extent, _) = try PDFStoreSearch(document).run(), extent.start > start
    else { return nil }
    let file = PDFFile(source: document.file.source, origin: 0, end: start)
    do throws(DocumentError) {
      let before = try PDFDocument(file, headerOffset: 0)
      let policy = try PDFEmbeddingPolicy.of(before)
      let pieces = try PDFStoreUpdate.pieces(
        for: before, storeSize: extent.length, policy: policy,
        time: try PDFCarrier(document).storeTime())
      return try isFile(document.file, from: start, pieces) ? before : nil
    } catch {
      if case .source = error { throw error }
      return nil
    }
  }

  /// Offset of the first object that the last revision brought.
  private static func firstObject(of document: PDFDocument) -> Int? {
    guard let last = document.revisions.last else { return nil }
    return document.chain.sections[last.section].entries.compactMap(\.offset).min()
  }

  private static func isFile(
    _ file: PDFFile, from start: Int, _ pieces: [Piece]
  ) throws(DocumentError) -> Bool {
    var position = start
    for piece in pieces {
      guard piece.length <= file.size - position else { return false }
      if case .bytes(let bytes) = piece {
        guard try file.read(position..<position + bytes.count) == bytes else { return false }
      }
      position += piece.length
    }
    return position == file.size
  }

  /// Zeros in the place of every store that any revision lists.
  static func blanking(_ document: PDFDocument) throws(DocumentError) -> [Edit] {
    var extents: Set<ByteRange> = []
    var finder = PDFStoreFinder(document, revision: document.revisions.count - 1)
    extents.formUnion(try finder.listed().compactMap(\.extent))
    extents.formUnion(try finder.named().compactMap(\.extent))
    var work = PDFLimits.maximumWork
    for revision in document.revisions.indices.dropLast() {
      let listed = try PDFStoreFinder.listed(in: revision, of: document, work: &work)
      extents.formUnion(listed.compactMap(\.extent))
    }
    var signatures = PDFSignatureFinder(document)
    if try signatures.run().contains(where: { extents.contains(where: $0.covers) }) {
      throw .refused(
        Refusal(
          PDFCode.signedOver,
          remedy: .none))
    }
    return extents.sorted { $0.start < $1.start }.map { extent in
      Edit(extent, with: zeros(extent.length))
    }
  }

  private static func zeros(_ count: Int) -> [Piece] {
    let block = [UInt8](repeating: 0, count: min(count, ByteSource.preferredBufferSize))
    var pieces = [Piece](repeating: .bytes(block), count: count / max(block.count, 1))
    let rest = count - pieces.count * block.count
    if rest > 0 { pieces.append(.bytes(Array(block.prefix(rest)))) }
    return pieces
  }
}
