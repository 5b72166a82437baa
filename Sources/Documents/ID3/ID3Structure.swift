import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// The ID3 tags that a file begins with.
struct ID3Structure: Sendable {
  /// The tags, in order: one, in most files that have any.
  private(set) var tags: [ID3Block] = []
  /// The stores in them, in order.
  private(set) var stores: [ID3Store] = []
  /// The first frame that says at which byte of the file something is; nil for none.
  private(set) var index: Int?
  /// Where the tags end and the sound begins.
  private(set) var end = 0

  /// Reads the tags at the start of `source`.
  init(_ source: ByteSource) throws(DocumentError) {
    var window = ByteWindow(source)
    while let header = try ID3Header(at: end, in: &window) {
      guard tags.count < ID3Limits.maximumTags else {
        throw .malformed(code: ID3Code.structure.code, Malformed("too many tags", at: end))
      }
      let tag = try ID3Block(header, of: source, in: &window)
      for frame in tag.frames {
        if let store = try ID3Store(frame, of: source) { stores.append(store) }
        if index == nil, try frame.leads(in: source) { index = frame.range.start }
      }
      tags.append(tag)
      end = header.end
    }
  }

  /// Throws where a frame says at which byte of the file something is: everything behind the tags moves.
  func requireNoIndex() throws(DocumentError) {
    guard let index else { return }
    throw .refused(
      Refusal(Note(ID3Code.places, "chapters or an index", at: index), remedy: .sidecar))
  }

  /// The frames with a store in `tag`.
  func stores(in tag: ID3Block) -> [ID3Frame] {
    stores.map(\.frame).filter { tag.frames.contains($0) }
  }

  /// Why two readers could see other frames in front of, or behind, the store.
  var doubts: [Note] { tags.compactMap(\.fault) }
}

extension ID3Structure {
  /// How to write the tags with a store of `size` bytes, beside `others`, which are edits behind them.
  ///
  /// Frames stay byte for byte, and padding too. What not every reader of a store knows goes: a second
  /// header, a footer, and the mark that bytes may have been put in where none were.
  func edits(adding size: Int, insisting: Bool) throws(DocumentError) -> [Edit] {
    guard let tag = tags.first else { return try insertion(of: size) }
    if let fault = obstacle {
      guard insisting else { throw .refused(Refusal(fault, remedy: .sidecarOrInsist)) }
      return try insertion(of: size) + removals(in: tags)
    }
    guard let opening = ID3Store.opening(version: tag.header.version, size: size),
      let place = ByteRange(start: tag.framesEnd, length: 0)
    else { throw .storeSize(size) }
    var edits = stores(in: tag).map { Edit($0.range, with: []) }
    edits.append(Edit(place, with: [.bytes(opening), .store(length: size)]))
    return try rewritten(tag, edits) + removals(in: tags.dropFirst())
  }

  /// Why the first tag takes no frame as it is.
  private var obstacle: Note? {
    guard let tag = tags.first else { return nil }
    if tag.header.version == 2 { return Note(ID3Code.version) }
    if tag.isWrittenOver { return Note(ID3Code.unsynchronised, at: tag.header.start) }
    return tag.fault
  }

  /// A tag of its own in front of everything.
  private func insertion(of size: Int) throws(DocumentError) -> [Edit] {
    let version: UInt8 = 3
    guard let opening = ID3Store.opening(version: version, size: size),
      opening.count + size <= ID3Header.maximumSize
    else { throw .storeSize(size) }
    let header = ID3Header.bytes(
      version: version, revision: 0, flags: [], size: opening.count + size)
    return [Edit(ByteRange(first: 0), with: [.bytes(header + opening), .store(length: size)])]
  }

  /// How to write the tags without a store; one that held nothing else goes altogether.
  func removals(in tags: some Sequence<ID3Block>) throws(DocumentError) -> [Edit] {
    var edits: [Edit] = []
    for tag in tags {
      let frames = stores(in: tag)
      if frames.isEmpty { continue }
      if tag.holdsNothing(but: frames), let whole = ByteRange(tag.header.start..<tag.header.end) {
        edits.append(Edit(whole, with: []))
      } else {
        edits += try rewritten(tag, frames.map { Edit($0.range, with: []) })
      }
    }
    return edits
  }

  /// `edits` of the frames of `tag`, with its header to match.
  private func rewritten(_ tag: ID3Block, _ edits: [Edit]) throws(DocumentError) -> [Edit] {
    var edits = edits
    var flags = tag.header.flags
    if tag.fault == nil {
      flags.subtract([.unsynchronised, .extended])
      if let extended = tag.extended { edits.insert(Edit(extended, with: []), at: 0) }
    }
    let growth = edits.reduce(0) { $0 + $1.length - $1.range.length }
    let size = tag.header.size + growth
    guard (0...ID3Header.maximumSize).contains(size),
      let place = ByteRange(start: tag.header.start, length: ID3Header.length)
    else { throw .storeSize(growth) }
    if tag.header.hasFooter { flags.subtract(.footer) }
    let header = ID3Header.bytes(
      version: tag.header.version, revision: tag.header.revision, flags: flags, size: size)
    return [Edit(place, with: [.bytes(header)])] + edits
      + (tag.footer.map { [Edit($0, with: [])] } ?? [])
  }
}
