package import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes
import Synchronization

/// An Ogg file as a carrier, whatever it holds: the store is a stream of its own (C2PA 2.5 §A.3.7).
///
/// The extent is all of its pages, which stand together. They are written behind the pages that begin
/// the other streams (RFC 3533 §6): decoders that do not know the stream pass over it.
package struct OGGCarrier: Carrier {
  let source: ByteSource
  private let structure: OGGStructure
  private let checksums: OGGChecksums

  /// Reads the headers of all pages.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    structure = try OGGStructure(source)
    checksums = OGGChecksums(source)
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    let stores = structure.stores
    guard let store = stores.first, let extent = store.ranges.first else { return .none }
    guard stores.count == 1 else {
      return .unusable(
        Note(
          OGGCode.multipleStores, "\(stores.count) streams are stores",
          at: stores[1].ranges.first?.start))
    }
    guard extent.length <= OGGStore.length(of: StoreLimits.maximumSize) else {
      return .unusable(Note(OGGCode.storeSize, "the store is too large", at: extent.start))
    }
    guard store.ranges.count == 1,
      let bytes = try OGGStore.content(of: store.pages, in: source)
    else {
      return .unusable(
        Note(
          OGGCode.storePages, "the pages of the store are not whole and together",
          at: extent.start))
    }
    return .found(LocatedStore(bytes: bytes, extent: extent, mayBePadded: true, doubts: doubts))
  }

  /// Bytes that are no page make programs search for the next one.
  private var doubts: [Note] {
    structure.trailing.map { [Note(OGGCode.trailing, "bytes of no page", at: $0.start)] } ?? []
  }

  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    guard structure.stores.count <= 1 else {
      throw .refused(
        Refusal(
          OGGCode.multipleStores, "the file holds several manifest stores; remove them first",
          remedy: .none))
    }
    if let doubt = doubts.first { throw .refused(Refusal(doubt, remedy: .sidecar)) }
    try requireNoIndex()
    if let place = try checksums.firstFault() {
      throw .refused(Refusal(Note(OGGCode.checksum, at: place), remedy: .sidecar))
    }
    guard size > 0, size <= StoreLimits.maximumSize,
      let place = ByteRange(start: structure.beginningsEnd, length: 0)
    else { throw .storeSize(size) }
    let room = Edit(place, with: [.store(length: OGGStore.length(of: size))])
    let edits = (removals + [room])
      .sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    return try Placement.of(edits, size: source.size, storeSize: size)
  }

  /// Throws where a stream says at which bytes others are, which would be others then.
  private func requireNoIndex() throws(DocumentError) {
    guard let place = structure.index else { return }
    throw .refused(Refusal(Note(OGGCode.places, "a skeleton", at: place), remedy: .sidecar))
  }

  private var removals: [Edit] {
    structure.stores.flatMap(\.ranges).map { Edit($0, with: []) }
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    let pages = OGGStore.pages(store, serial: serial)
    guard store.count == placement.storeSize, placement.extent.length == pages.count else {
      throw .storeSize(store.count)
    }
    return pages
  }

  /// A number that no other stream has.
  private var serial: UInt32 {
    let taken = Set(structure.streams.filter { !$0.isStore }.map(\.serial))
    let preferred: UInt32 = 0x6332_7061
    var serial = preferred
    while taken.contains(serial) { serial &+= 1 }
    return serial
  }

  package func replacement(of store: LocatedStore) throws(DocumentError) -> Placement? {
    let placement = try reserve(store.bytes.count, insisting: true)
    return placement.isInPlace(of: store, size: source.size) ? placement : nil
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    guard !structure.stores.isEmpty else { return nil }
    try requireNoIndex()
    return Edit.recipe(removals.sorted { $0.range.start < $1.range.start }, size: source.size)
  }

  /// Each stream by its number (C2PA 2.5 §16.3.3.3.7), and bytes behind the pages as `c2pa.after`.
  package func namedBoxes() throws(DocumentError) -> [NamedBox]? {
    let streams = try OGGStructure(source, wholly: true).streams.compactMap { stream in
      NamedBox(
        name: stream.isStore ? NamedBox.store : "Stream-\(stream.serial)", ranges: stream.ranges)
    }
    return streams
      + (structure.trailing.map { [NamedBox(name: NamedBox.after, range: $0)] } ?? [])
  }

  /// What stands behind the pages that begin streams: comments, and what programs put among them.
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    do throws(DocumentError) {
      let structure = try OGGStructure(source)
      let start = max(
        structure.beginningsEnd,
        structure.stores.first?.ranges.last.map { $0.start == structure.beginningsEnd ? $0.end : 0 }
          ?? 0)
      let end = min(source.size, start + OGGLimits.maximumComments)
      return start < end ? [ByteRange(start..<end)].compactMap(\.self) : []
    } catch {
      if case .source = error { throw error }
      return []
    }
  }
}

/// The checksums of all pages: looked at when they are first asked for, since that takes a pass over the
/// file.
///
/// A class because a lock has one place; what it holds is only ever touched under it.
final class OGGChecksums: Sendable {
  private enum Found {
    case sound
    case fault(Int)
  }

  private let source: ByteSource
  private let found = Mutex<Found?>(nil)

  init(_ source: ByteSource) {
    self.source = source
  }

  /// Where the first page begins whose checksum is wrong; nil when there is none.
  func firstFault() throws(DocumentError) -> Int? {
    if let known = found.withLock({ $0 }) { return OGGChecksums.place(known) }
    let fault = try look()
    found.withLock { $0 = fault.map { .fault($0) } ?? .sound }
    return fault
  }

  private static func place(_ found: Found) -> Int? {
    if case .fault(let place) = found { place } else { nil }
  }

  private func look() throws(DocumentError) -> Int? {
    var walker = OGGWalker(source)
    while let page = try walker.next() {
      let bytes = try source.bytes(page.range)
      let place = OGGPage.checksumPlace
      let stated = bytes[place..<(place + 4)].reversed().reduce(0) { $0 << 8 | UInt32($1) }
      guard OGGChecksum.of(page: bytes) == stated else { return page.range.start }
    }
    return nil
  }
}
