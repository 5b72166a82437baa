import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Decides which store of a document is the active one (C2PA 2.5 §14.5.2.2, §A.4.2.1).
struct PDFStoreSearch: Sendable {
  /// What was found.
  enum Outcome: Sendable {
    case none
    case active(ByteRange, earlier: [Earlier])
    case unusable(Note)
  }

  /// A store of an earlier revision.
  struct Earlier: Sendable {
    /// Its bytes in the file.
    let extent: ByteRange
    /// Size of the file when the revision that wrote it was its last.
    let revisionEnd: Int
  }

  private let document: PDFDocument

  init(_ document: PDFDocument) {
    self.document = document
  }

  /// Looks through all revisions.
  ///
  /// The newest catalog decides. Where it lists no store, the newest one that an earlier catalog
  /// listed stays the active one: an update that only drops the entry does not unsign a document.
  func run() throws(DocumentError) -> Outcome {
    let newest = document.revisions.count - 1
    var finder = PDFStoreFinder(document, revision: newest)
    let listed = try finder.listed()
    // Without the password the names cannot be read, and no embedded file either.
    let named = document.security?.refusal == nil ? try finder.named() : []
    if listed.count > 1 {
      return .unusable(
        Note(
          PDFCode.multipleStores, "the catalog lists \(listed.count) manifest stores",
          at: listed.compactMap(\.extent?.start).max()))
    }
    if let problem = listed.first?.problem { return .unusable(problem) }
    var earlier = try earlierStores()
    let active: ByteRange
    if let extent = listed.first?.extent {
      active = extent
      earlier.removeAll { $0.extent == extent }
    } else if let last = earlier.popLast() {
      active = last.extent
    } else if let store = named.first {
      return .unusable(
        Note(
          PDFCode.storeUnlisted, "a manifest store that the catalog's AF does not list",
          at: store.extent?.start ?? store.problem?.offset))
    } else {
      return .none
    }
    if document.headerOffset > 0 {
      return .unusable(
        Note(PDFCode.headerOffset, "the file does not start with %PDF-", at: 0))
    }
    if let rival = rival(of: active, among: named.compactMap(\.extent) + earlier.map(\.extent)) {
      return .unusable(
        Note(
          PDFCode.multipleStores, "another manifest store in the same revision or a later one",
          at: rival.start))
    }
    return .active(active, earlier: earlier)
  }

  /// A store that stands in the revision of the active one, or in a later one.
  private func rival(of active: ByteRange, among others: [ByteRange]) -> ByteRange? {
    guard let own = document.revision(holding: active.start) else { return active }
    return others.first { other in
      other != active && (document.revision(holding: other.start) ?? own) >= own
    }
  }

  /// What the catalogs of the earlier revisions listed, oldest first and each once. Two stores in
  /// one revision count as none there, and so does one that `remove` blanked.
  private func earlierStores() throws(DocumentError) -> [Earlier] {
    var stores: [Earlier] = []
    var work = PDFLimits.maximumWork
    for index in 0..<document.revisions.count - 1 {
      let listed = try PDFStoreFinder.listed(in: index, of: document, work: &work)
      guard listed.count == 1, let extent = listed.first?.extent,
        !stores.contains(where: { $0.extent == extent }),
        let home = document.revision(holding: extent.start), home <= index,
        extent.end <= document.revisions[home].end, try !isBlank(extent)
      else { continue }
      stores.append(Earlier(extent: extent, revisionEnd: document.revisions[home].end))
    }
    return stores
  }

  /// Whether the store's bytes are all zero.
  private func isBlank(_ extent: ByteRange) throws(DocumentError) -> Bool {
    var position = extent.start
    while let block = ByteRange(
      start: position, length: min(extent.end - position, ByteSource.preferredBufferSize)),
      block.length > 0
    {
      guard try document.file.source.bytes(block).allSatisfy({ $0 == 0 }) else { return false }
      position = block.end
    }
    return true
  }
}
