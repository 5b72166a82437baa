package import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes

/// A JPEG file as a carrier: the store is a JUMBF box in `APP11` segments of the first picture
/// (C2PA 2.5 §A.3.1).
///
/// A store is looked for before the picture data, where writers put it; only a file that has none
/// there is read through. What follows a located store is covered by its hash, so nothing can be
/// added there unnoticed.
package struct JPEGCarrier: Carrier {
  let source: ByteSource
  private let header: JPEGHeader
  private let later: JPEGLaterBoxes

  /// Reads the segments before the picture data.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    header = try JPEGHeader(source)
    later = JPEGLaterBoxes(source)
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    var outcome = JPEGStoreRun.find(in: header.boxes)
    if case .none = outcome { outcome = JPEGStoreRun.find(in: try laterBoxes(strictly: false)) }
    switch outcome {
    case .none: return .none
    case .unusable(let note, _): return .unusable(note)
    case .run(let run):
      return .found(
        LocatedStore(
          bytes: try run.reassemble(source), extent: run.extent, doubts: run.doubts))
    }
  }

  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    guard size <= StoreLimits.maximumSize, let length = JPEGFraming.length(of: size) else {
      throw .storeSize(size)
    }
    let old: [JUMBFSegment]
    switch JPEGStoreRun.find(in: header.boxes + (try laterBoxes(strictly: true))) {
    case .none: old = []
    case .run(let run): old = run.segments
    case .unusable(let note, _):
      throw .refused(Refusal(note.adding("; remove the store first"), remedy: .none))
    }
    guard let place = ByteRange(start: header.place, length: 0) else { throw .storeSize(size) }
    var edits = old.map { Edit($0.range, with: []) }
    edits.append(Edit(place, with: [.store(length: length)]))
    return try Placement.of(try patched(edits), size: source.size, storeSize: size)
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    let taken = Set(header.boxes.filter { !$0.isStore }.map(\.instance))
    let preferred = JPEGFraming.preferredInstance
    let free =
      taken.contains(preferred) ? (1...UInt16.max).first { !taken.contains($0) } : preferred
    guard store.count == placement.storeSize, let free,
      let segments = JPEGFraming(instance: free).segments(of: store),
      segments.count == placement.extent.length
    else { throw .storeSize(store.count) }
    return segments
  }

  package func replacement(of store: LocatedStore) throws(DocumentError) -> Placement? {
    let placement = try reserve(store.bytes.count, insisting: true)
    return placement.isInPlace(of: store, size: source.size) ? placement : nil
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    let found: [JUMBFSegment]
    switch JPEGStoreRun.find(in: header.boxes + (try laterBoxes(strictly: false))) {
    case .none: return nil
    case .run(let run): found = run.segments
    case .unusable(_, let segments): found = segments
    }
    return Edit.recipe(try patched(found.map { Edit($0.range, with: []) }), size: source.size)
  }

  package func namedBoxes() throws(DocumentError) -> [NamedBox]? {
    try JPEGBoxes.list(source)
  }

  private func laterBoxes(strictly: Bool) throws(DocumentError) -> [JUMBFSegment] {
    header.hasScan ? try later.boxes(strictly: strictly) : []
  }

  /// `edits` in file order, with the Multi-Picture index brought up to date.
  private func patched(_ edits: [Edit]) throws(DocumentError) -> [Edit] {
    let sorted = edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    guard let index = try MultiPictureIndex.find(in: header.application2, of: source),
      let patch = try index.patch(for: sorted)
    else { return sorted }
    return (sorted + [patch]).sorted { $0.range.start < $1.range.start }
  }
}

extension JPEGCarrier {
  /// `APP1` to `APP15` but `APP11`, which is the store's, and comments, before the picture's data
  /// (ITU-T T.81 §B.1.1.3).
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    var walker = JPEGWalker(source)
    var ranges: [ByteRange] = []
    do throws(DocumentError) {
      for _ in 0..<MetadataLimits.maximumParts {
        guard let segment = try walker.nextHeader(), segment.marker != .startOfScan else { break }
        if segment.marker.isMetadata { ranges.append(segment.payload) }
      }
    } catch {
      if case .source = error { throw error }
    }
    return ranges
  }
}

extension JPEGMarker {
  /// Whether a segment of it holds what programs say about the picture.
  fileprivate var isMetadata: Bool {
    (0xE1...0xEF).contains(code) && self != .application11 || code == 0xFE
  }
}

extension JPEGCarrier {
  /// What the XMP of the first picture says, in `APP1` segments before the picture data.
  package func references() throws(DocumentError) -> [String] {
    var walker = JPEGWalker(source)
    var left = XMPProvenance.maximumSize
    var found: [String] = []
    while let segment = try walker.nextHeader(), segment.marker != .startOfScan, left > 0 {
      guard segment.marker == .application1,
        segment.payload.length > JPEGCarrier.xmpOpening.count
      else { continue }
      let content = try source.bytes(segment.payload)
      guard content.starts(with: JPEGCarrier.xmpOpening) else { continue }
      left -= content.count
      found += XMPProvenance.addresses(in: content)
    }
    return StoreReference.elsewhere(found)
  }

  private static let xmpOpening = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
}
