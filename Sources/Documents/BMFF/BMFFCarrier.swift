package import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes

/// A file of ISO base media boxes as a carrier: the store stands in a `uuid` box at the top (C2PA 2.5
/// §A.5).
///
/// The extent is the whole box: an exclusion names it by its user type. Video, sound, and pictures such as
/// HEIC and AVIF are one to this type.
package struct BMFFCarrier: Carrier {
  let source: ByteSource
  let structure: BMFFStructure
  /// What binds segments in other files, where a label is to speak for them too.
  var segments: SegmentRow?
  /// Size of media data in bytes from which a label binds it piece by piece.
  private(set) var piecewiseMinimum = PiecewiseBoxes.usualMinimum

  /// Walks over the boxes at the top; throws where what stands there is none.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    structure = try BMFFStructure(source)
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    let stores = structure.stores
    let unknown = structure.provenance.first { $0.purpose == .unknown }
    guard let first = stores.first else {
      return unknown.map { .unusable(purpose("its purpose is not known", $0)) } ?? .none
    }
    let updates = stores.filter { $0.purpose == .update }
    let documents = stores.filter { $0.purpose != .update }
    guard updates.count <= 1, documents.count <= 1 else {
      return .unusable(
        Note(
          BMFFCode.multipleStores, "the file holds \(stores.count) boxes with labels",
          at: stores[1].box.range.start))
    }
    guard let document = documents.first, (document.purpose == .original) == !updates.isEmpty else {
      return .unusable(purpose("an update and what it updates do not stand together", first))
    }
    var doubts = doubts
    let (original, spare) = try store(in: document)
    doubts += spare
    guard let update = updates.first else {
      return .found(
        LocatedStore(bytes: original, extent: document.box.range, mayBePadded: true, doubts: doubts)
      )
    }
    let (later, spareLater) = try store(in: update)
    doubts += spareLater
    let last = structure.boxes.last { $0.type != MediaBoxType.randomAccess }
    if last != update.box { doubts.append(purpose("the update is not the last box", update)) }
    return .found(
      LocatedStore(
        bytes: later, extent: update.box.range, mayBePadded: true,
        earlier: [
          EarlierStore(
            bytes: original, extent: document.box.range, revisionEnd: update.box.range.start)
        ], doubts: doubts))
  }

  /// Why readers could take the file for another.
  private var doubts: [Note] {
    var doubts = structure.provenance.filter { $0.purpose == .unknown }.prefix(1).map {
      purpose("a box beside the label has a purpose that is not known", $0)
    }
    let trees = structure.provenance.first { $0.purpose == .merkle }
    let places: Set<UInt64> = [0, UInt64(trees?.box.range.start ?? 0)]
    if let odd = structure.stores.first(where: {
      $0.version != 0 || !places.contains($0.firstTree)
    }) {
      doubts.append(purpose("the head of the label's box does not say what is so", odd))
    }
    if let trailing = structure.trailing {
      doubts.append(
        Note(BMFFCode.trailing, "bytes that are no box stand at the end", at: trailing.start))
    }
    if structure.isCut, let last = structure.boxes.last {
      doubts.append(
        Note(BMFFCode.truncated, "the media data is longer than the file", at: last.range.start))
    }
    return doubts
  }

  private func purpose(_ reason: String, _ box: ProvenanceBox) -> Note {
    Note(BMFFCode.purpose, reason, at: box.box.range.start)
  }

  /// The store in `box` without what fills it up, and what is wrong with that.
  private func store(in box: ProvenanceBox) throws(DocumentError) -> ([UInt8], [Note]) {
    guard box.payload.length <= StoreLimits.maximumSize else {
      throw .malformed(
        code: BMFFCode.storeSize.code,
        Malformed("the box of the label is too large", at: box.box.range.start))
    }
    let content = try source.bytes(box.payload)
    guard let length = BMFFCarrier.length(of: content) else { return (content, []) }
    let hasRest = content[length...].contains { $0 != 0 }
    let note = Note(
      BMFFCode.padding, "something stands behind the label", at: box.payload.start + length)
    return (Array(content[..<length]), hasRest ? [note] : [])
  }

  /// The length of the box that opens `content`; nil when it does not fit.
  private static func length(of content: [UInt8]) -> Int? {
    func number(_ range: Range<Int>) -> UInt64 {
      content[range].reduce(0) { $0 << 8 | UInt64($1) }
    }
    guard content.count >= BMFFWalker.header else { return nil }
    var length = number(0..<4)
    if length == 1, content.count >= BMFFWalker.largeHeader { length = number(8..<16) }
    guard let size = Int(exactly: length), size >= BMFFWalker.header, size <= content.count else {
      return nil
    }
    return size
  }

  package func coverage() throws(DocumentError) -> any Coverage { boxes }

  /// The boxes of the file as it is.
  package var boxes: MediaBoxes { structure.mediaBoxes }
}

extension BMFFCarrier {
  /// The same for a label that binds media data of `minimum` bytes and more piece by piece.
  package func piecewise(from minimum: Int) -> BMFFCarrier {
    var copy = self
    copy.piecewiseMinimum = minimum
    return copy
  }

  /// XMP and what programs write about the media: user data, lists of tags, items of a picture.
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    try BMFFMetadata.ranges(of: source)
  }

  /// What the XMP of the file says.
  package func references() throws(DocumentError) -> [String] {
    var left = XMPProvenance.maximumSize
    var found: [String] = []
    for range in try BMFFMetadata.ranges(of: source) {
      guard left > 0, let part = ByteRange(start: range.start, length: min(range.length, left))
      else {
        break
      }
      left -= part.length
      found += XMPProvenance.addresses(in: try source.bytes(part))
    }
    return StoreReference.elsewhere(found)
  }
}
