package import BroadsealBytes
package import BroadsealFiles
package import BroadsealNotes

/// A text without comments as a carrier: the store is a run of variation selectors at its end
/// (C2PA 2.5 §A.8).
package struct PlainTextCarrier: Carrier {
  private let source: ByteSource
  private let use: PlainTextUse
  private let search: WrapperSearch

  /// Searches plain text.
  package init(_ source: ByteSource) throws(DocumentError) {
    try self.init(source, use: .embedded)
  }

  /// Searches a text that gets a wrapper as `use` says.
  package init(_ source: ByteSource, use: PlainTextUse) throws(DocumentError) {
    self.source = source
    self.use = use
    search = try WrapperSearch(source)
  }

  /// Plain text has none.
  package static func metadata(of source: ByteSource) -> [ByteRange] { [] }

  package func locate() throws(DocumentError) -> StoreLocation {
    if let note = ambiguity { return .unusable(note) }
    guard let wrapper = search.whole.first else {
      guard let broken = search.broken.first else { return .none }
      return .unusable(PlainTextCarrier.brokenNote(at: broken.start))
    }
    var doubts = search.broken.map { PlainTextCarrier.brokenNote(at: $0.start) }
    let text = RemainingText(size: source.size, without: [wrapper.extent])
    let form = try NormalForm(of: text, in: source)
    switch form {
    case .composed: break
    case .shifted: doubts.append(Note(TextCode.shifted))
    case .other, .unsettled, .notUTF8, .binary:
      doubts.append(
        Note(
          TextCode.nfc, "the text is not in the one form of Unicode in which all readers hash it"))
    }
    let padding = Note(
      TextCode.wrapperPadding,
      at: wrapper.extent.start)
    return .found(
      LocatedStore(
        bytes: wrapper.store, extent: wrapper.extent, isHashedNormalized: form == .other,
        doubts: doubts, defects: wrapper.padding == .regular ? [] : [padding]))
  }

  package func notes(at path: FilePath?) -> [Note] {
    search.isUnfinished ? [Note(FileCode.breaksOff, at: source.size)] : []
  }

  package func length(of store: [UInt8]) -> Int? { TextWrapper.length(of: store) }

  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    guard size > 0, size <= PlainTextLimits.maximumStoreSize else { throw .storeSize(size) }
    return try reserve(
      room: TextWrapper.largestLength(ofStore: size), storeSize: size, insisting: insisting)
  }

  package func reserve(room: Int, insisting: Bool) throws(DocumentError) -> Placement {
    let largest = TextWrapper.largestLength(ofStore: PlainTextLimits.maximumStoreSize)
    guard room > 0, room <= largest else { throw .storeSize(room / 4) }
    return try reserve(room: room, storeSize: room / 4, insisting: insisting)
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    guard let text = TextWrapper.text(of: store, filling: placement.extent.length) else {
      throw .storeSize(store.count)
    }
    return text
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    guard !search.isCut else {
      throw .refused(
        Refusal(TextCode.wrappers, "the text holds too many wrappers", remedy: .none))
    }
    guard !search.extents.isEmpty else { return nil }
    let text = RemainingText(size: source.size, without: search.extents)
    return text.pieces(0..<text.size)
  }

  private func reserve(
    room: Int, storeSize: Int, insisting: Bool
  ) throws(DocumentError) -> Placement {
    guard search.broken.isEmpty, ambiguity == nil else {
      throw .refused(
        Refusal(
          TextCode.wrappers, "the text holds several wrappers, or a broken one; remove them first",
          remedy: .none))
    }
    try check(insisting: insisting)
    let text = RemainingText(size: source.size, without: search.extents)
    try check(text)
    guard
      let placement = Placement(
        pieces: text.pieces(0..<text.size) + [.store(length: room)], storeSize: storeSize)
    else { throw .storeSize(storeSize) }
    return placement
  }

  private func check(insisting: Bool) throws(DocumentError) {
    switch use {
    case .embedded: return
    case .onDemand where insisting: return
    case .onDemand:
      throw .refused(
        Refusal(
          TextCode.kind,
          remedy: .sidecarOrInsist))
    case .read:
      throw .refused(
        Refusal(
          TextCode.noComment, "no label can stand inside a file of this kind", remedy: .sidecar)
      )
    }
  }

  /// Refuses text that two readers could hash differently.
  private func check(_ text: RemainingText) throws(DocumentError) {
    guard text.size > 0 else {
      throw .refused(
        Refusal(
          TextCode.empty,
          remedy: .sidecar))
    }
    let refusal: Refusal
    switch try NormalForm(of: text, in: source) {
    case .composed: return
    case .other, .unsettled:
      refusal = Refusal(
        TextCode.nfc, "the text is not in Unicode Normalization Form C, in which it is hashed",
        remedy: .sidecar)
    case .notUTF8: refusal = EncodingCheck.notUTF8
    case .binary: refusal = EncodingCheck.nul
    case .shifted: refusal = EncodingCheck.shifted
    }
    throw .refused(refusal)
  }

  /// What is wrong with more than one wrapper.
  private var ambiguity: Note? {
    if search.isCut {
      return Note(
        TextCode.wrappers, "the text holds too many places that look like the start of a wrapper")
    }
    return search.whole.count < 2
      ? nil
      : Note(
        TextCode.wrappers, "the text holds more than one wrapper",
        at: search.whole[1].extent.start)
  }

  private static func brokenNote(at offset: Int) -> Note {
    Note(TextCode.wrapperBroken, at: offset)
  }
}

/// Whether a text without comments gets a wrapper.
package enum PlainTextUse: Hashable, Sendable {
  /// Plain text for people: yes.
  case embedded
  /// A table, or a text of which no more is known: a program may read it, so only on demand.
  case onDemand
  /// A format in which a wrapper is no part of the text: never.
  case read

  /// What holds for text of a media type.
  ///
  /// - Parameter isNamed: whether a known extension gave the media type.
  package init(mediaType: String, isNamed: Bool) {
    self =
      switch mediaType {
      case "text/plain": isNamed ? .embedded : .onDemand
      case "text/csv", "text/tab-separated-values": .onDemand
      default: .read
      }
  }
}

/// Every wrapper in a text (C2PA 2.5 §A.8.4.2).
struct WrapperSearch {
  /// The wrappers that are whole; no more than two are kept.
  private(set) var whole: [TextWrapper] = []
  /// The bytes of those that are not.
  private(set) var broken: [ByteRange] = []
  /// The bytes of all, in file order.
  private(set) var extents: [ByteRange] = []
  /// Whether the file ends inside the last of them.
  private(set) var isUnfinished = false
  /// Whether the search gave up.
  let isCut: Bool

  /// Searches all of `source`.
  init(_ source: ByteSource) throws(DocumentError) {
    let limit = PlainTextLimits.maximumCandidates
    let starts = try TextScan.offsets(of: [TextWrapper.opening], in: source, limit: limit)[0]
    isCut = starts.count == limit
    for start in starts {
      switch try TextWrapper.read(from: source, at: start) {
      case .foreign: break
      case .broken(let range, let isCut):
        broken.append(range)
        extents.append(range)
        isUnfinished = isCut
      case .whole(let wrapper):
        if whole.count < 2 { whole.append(wrapper) }
        extents.append(wrapper.extent)
      }
    }
  }
}
