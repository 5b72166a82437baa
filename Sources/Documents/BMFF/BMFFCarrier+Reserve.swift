import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

extension BMFFCarrier {
  /// Puts the store into a box behind `ftyp`, as C2PA 2.4 and 2.5 both have it (§A.5.2), or into the box that
  /// is there if it is long enough.
  ///
  /// The box is longer than the store: an update manifest then goes in, and nothing moves.
  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    guard size > 0, size <= StoreLimits.maximumSize else { throw .storeSize(size) }
    try checkForm()
    do throws(DocumentError) {
      let fits = own.map { $0.box.range.length >= size + BMFFCarrier.overhead } ?? false
      let changes = fits ? ownBox : newBox(for: size)
      let media = self.media(staysInPlace: fits)
      let (pieces, kept) = try BMFFRewrite(changes, boxes, of: source, media: media).run()
      guard let room = pieces.storeRoom else { throw .storeSize(size) }
      var roots = kept
      if !fits, structure.fileType == nil { roots.append(BMFFCarrier.addedType) }
      roots.append(
        MediaBox(type: MediaBoxType.user, range: room, headerLength: BMFFWalker.header))
      roots.sort { $0.range.start < $1.range.start }
      let boxes = MediaBoxes(roots: roots)
      let coverage: any Coverage =
        segments.map { SegmentedBoxes(boxes: boxes, segments: $0) }
        ?? media.flatMap { _ in PiecewiseBoxes(boxes) } ?? boxes
      let notes = isOpening && segments == nil ? [Note(BMFFCode.opening)] : []
      guard
        let placement = Placement(
          pieces: pieces, storeSize: size, coverage: coverage, notes: notes)
      else { throw .storeSize(size) }
      return placement
    } catch {
      throw BMFFCarrier.refused(error)
    }
  }

  /// The media data that is bound piece by piece; nil where one hash over the file does.
  ///
  /// - Parameter staysInPlace: whether nothing moves; then its header does not change either.
  private func media(staysInPlace: Bool) -> PiecewiseMedia? {
    let found = PiecewiseMedia(structure.boxes, minimum: piecewiseMinimum)
    guard segments == nil, !staysInPlace || found?.isReady ?? false else { return nil }
    return found
  }

  /// The box of the store is written again in its place.
  private var ownBox: [Edit] {
    own.map { [Edit($0.box.range, with: [.store(length: $0.box.range.length)])] } ?? []
  }

  /// A box of the store comes, and older ones go.
  private func newBox(for size: Int) -> [Edit] {
    var pieces = [Piece.store(length: size + BMFFCarrier.overhead + BMFFCarrier.padding)]
    if structure.fileType == nil { pieces.insert(.bytes(BMFFCarrier.fileType), at: 0) }
    let start = structure.fileType?.range.end ?? 0
    let insertion = ByteRange(start: start, length: 0).map { Edit($0, with: pieces) }
    return [insertion].compactMap(\.self)
      + structure.provenance.map { Edit($0.box.range, with: []) }
  }

  /// The one box of C2PA in the file, where it holds the whole store and can be written again.
  private var own: ProvenanceBox? {
    guard structure.provenance.count == 1, let box = structure.provenance.first,
      box.purpose == .manifest, box.box.headerLength == BMFFWalker.header, !box.box.isOpen
    else { return nil }
    return box
  }

  /// Throws where a label inside would not be read, or something would be lost.
  private func checkForm() throws(DocumentError) {
    if case .unusable(let note) = try locate() { throw .refused(Refusal(note, remedy: .none)) }
    if structure.isCut {
      throw .malformed(
        code: BMFFCode.truncated.code,
        Malformed("the file ends inside a box", at: source.size))
    }
    if structure.trailing != nil {
      throw .refused(
        Refusal(BMFFCode.trailing, "what ends the file is not whole", remedy: .sidecar))
    }
    let types = structure.types
    guard types.contains(MediaBoxType.movie) || types.contains(MediaBoxType.meta) else {
      throw .refused(
        Refusal(BMFFCode.part, "it describes neither film nor picture", remedy: .sidecar))
    }
    if let type = structure.fileType {
      let brand = try source.bytes(type.content.prefix(4))
      let isRaw = brand.elementsEqual("crx ".utf8)
      guard !isRaw else {
        throw .refused(
          Refusal(BMFFCode.offsets, "a picture of a camera's own format", remedy: .sidecar))
      }
      let isFirst = structure.provenance.allSatisfy { $0.box.range.start >= type.range.end }
      guard isFirst, !type.isOpen else {
        throw .refused(
          Refusal(BMFFCode.offsets, "the type of the file does not stand first", remedy: .sidecar))
      }
    }
  }

  /// A file whose inner boxes cannot be followed is labelled beside it: what says where something stands
  /// could not be brought up to date.
  private static func refused(_ error: DocumentError) -> DocumentError {
    guard case .malformed(_, let malformed) = error else { return error }
    return .refused(
      Refusal(
        Note(BMFFCode.offsets, malformed.reason, at: .byte(malformed.offset)), remedy: .sidecar))
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    let length = placement.extent.length
    let spare = length - store.count - BMFFCarrier.overhead
    guard store.count == placement.storeSize, spare >= 0, let size = UInt32(exactly: length) else {
      throw .storeSize(store.count)
    }
    var box = ByteWriter(capacity: length)
    box.writeBigEndian(size)
    box.writeBigEndian(MediaBoxType.user)
    box.write(ProvenanceBox.identifier)
    box.writeBigEndian(UInt32(0))
    box.write(ProvenanceBox.Purpose.manifest.rawValue)
    box.write(0)
    box.writeBigEndian(UInt64(0))
    box.write(store)
    box.write([UInt8](repeating: 0, count: spare))
    return box.bytes
  }

  /// Where the store begins in its box in `placement`.
  package func storePlace(in placement: Placement) -> Int {
    placement.extent.start + BMFFCarrier.overhead
  }

  package func replacement(of store: LocatedStore) throws(DocumentError) -> Placement? {
    guard own != nil else { return nil }
    let placement = try reserve(store.bytes.count, insisting: true)
    return placement.isInPlace(of: store, size: source.size) ? placement : nil
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    guard !structure.provenance.isEmpty else { return nil }
    let edits = structure.provenance.map { Edit($0.box.range, with: []) }
    do throws(DocumentError) {
      return try BMFFRewrite(edits, boxes, of: source).run().pieces
    } catch { throw BMFFCarrier.refused(error) }
  }

  /// Header, user type, version and flags, purpose, and offset of hash trees.
  private static let overhead = 8 + 16 + 4 + 9 + 8
  /// Zeros behind the store: room for an update manifest with a time stamp.
  private static let padding = 24 << 10
  /// The `ftyp` box of a QuickTime file from before there were brands.
  private static let fileType: [UInt8] =
    [0, 0, 0, 20] + Array("ftypqt  ".utf8) + [0, 0, 2, 0] + Array("qt  ".utf8)
  private static let addedType = MediaBox(
    type: MediaBoxType.fileType, range: ByteRange(first: 20), headerLength: BMFFWalker.header)
}

extension BMFFStructure {
  /// The box of type and brands; nil in a file from before there was one.
  var fileType: MediaBox? { boxes.first { $0.type == MediaBoxType.fileType } }
}

extension ByteRange {
  /// Its first bytes, `count` at the most.
  fileprivate func prefix(_ count: Int) -> ByteRange {
    ByteRange(start: start, length: min(count, length)) ?? self
  }
}
