import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

extension TIFFCarrier {
  /// The store goes to the end of the file, and the directory that names it right before it: the only page's,
  /// written anew with one entry more, or one of its own behind several pages (C2PA 2.5 §A.3.8). A store that
  /// stands at the end already gets its new length and content where it is.
  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    guard size > structure.form.width, size <= StoreLimits.maximumSize else {
      throw .storeSize(size)
    }
    if try structure.isCameraRaw(source) {
      throw .refused(Refusal(TIFFCode.cameraRaw, remedy: .sidecar))
    }
    switch try place() {
    case .unusable(let note):
      throw .refused(Refusal(note.adding("; remove the store first"), remedy: .none))
    case .store(let place):
      return place.extent.end == source.size
        ? try grown(place, to: size) : try moved(place, size)
    case .none:
      if structure.directories.count == 1 { return try inserted(size) }
      guard insisting else {
        throw .refused(
          Refusal(
            TIFFCode.pages, "the file has \(structure.directories.count) pages",
            remedy: .sidecarOrInsist))
      }
      return try appended(size)
    }
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    guard store.count == placement.storeSize, store.count == placement.extent.length else {
      throw .storeSize(store.count)
    }
    return store
  }

  /// The store, and its length in the count of the entry.
  package func fills(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [Fill] {
    let form = structure.form
    let fills = [
      placement.dependents.first.flatMap { Fill($0, form.bytes(store.count, width: form.width)) },
      Fill(placement.extent, try frame(store, for: placement)),
    ].compactMap(\.self)
    guard fills.count == 2 else { throw .storeSize(store.count) }
    return fills
  }

  package func replacement(of store: LocatedStore) throws(DocumentError) -> Placement? {
    guard store.extent.end == source.size else { return nil }
    let placement = try reserve(store.bytes.count, insisting: true)
    return placement.isInPlace(of: store, size: source.size) ? placement : nil
  }

  /// Only the length and the content change.
  private func grown(_ place: Place, to size: Int) throws(DocumentError) -> Placement {
    guard let count = place.count else { throw .storeSize(size) }
    try requireRoom(to: place.extent.start + size)
    let edits = [
      Edit(count, with: [.dependent(length: count.length)]),
      Edit(place.extent, with: [.store(length: size)]),
    ]
    try requireStill(edits)
    return try Placement.of(ordered(edits), size: source.size, storeSize: size)
  }

  /// The entry names a new place at the end, and zeros stand in the old.
  private func moved(_ place: Place, _ size: Int) throws(DocumentError) -> Placement {
    guard let count = place.count, let offset = place.offset else { throw .storeSize(size) }
    let gap = source.size % 2
    try requireRoom(to: source.size + gap + size)
    let edits = [
      Edit(count, with: [.dependent(length: count.length)]),
      Edit(
        offset,
        with: [.bytes(place.form.bytes(source.size + gap, width: place.form.width))]),
      Edit(place.extent, with: [.bytes([UInt8](repeating: 0, count: place.extent.length))]),
      Edit(
        try end(),
        with: [.bytes([UInt8](repeating: 0, count: gap)), .store(length: size)]),
    ]
    try requireStill(edits)
    return try Placement.of(ordered(edits), size: source.size, storeSize: size)
  }

  /// The only directory, written anew with one entry more.
  private func inserted(_ size: Int) throws(DocumentError) -> Placement {
    let (form, directory) = (structure.form, structure.directories[0])
    guard directory.count < TIFFLimits.maximumEntries else { throw .storeSize(size) }
    let bytes = try source.bytes(directory.range)
    var before = form.countWidth
    let table = form.countWidth..<bytes.count - form.width
    for start in stride(from: table.lowerBound, to: table.upperBound, by: form.entryLength) {
      guard Int(form.number(bytes[start..<start + 2])) < TIFFTag.store else { break }
      before = start + form.entryLength
    }
    return try renewed(
      head: form.bytes(directory.count + 1, width: form.countWidth)
        + bytes[form.countWidth..<before],
      tail: Array(bytes[before...]), pointer: directory.pointer, size)
  }

  /// A directory of the store's own behind the last.
  private func appended(_ size: Int) throws(DocumentError) -> Placement {
    let form = structure.form
    guard let last = structure.directories.last else { throw .storeSize(size) }
    return try renewed(
      head: form.bytes(1, width: form.countWidth), tail: form.bytes(0, width: form.width),
      pointer: last.range.end - form.width, size)
  }

  /// A directory at the end of the file, its entry for the store between `head` and `tail`, then the store;
  /// the offset at `pointer` names it.
  ///
  /// Offsets are even. Behind a directory that had to be moved by a byte for it two zeros stand, so that it is
  /// known how long the file was.
  private func renewed(
    head: [UInt8], tail: [UInt8], pointer: Int, _ size: Int
  ) throws(DocumentError) -> Placement {
    let form = structure.form
    let gap = source.size % 2
    let start = source.size + gap
    let length = head.count + form.entryLength + tail.count
    let store = start + length + 2 * gap
    try requireRoom(to: store + size)
    let entry =
      form.bytes(TIFFTag.store, width: 2) + form.bytes(TIFFCarrier.type, width: 2)
    guard let named = ByteRange(start: pointer, length: form.width) else { throw .storeSize(size) }
    let edits = [
      Edit(named, with: [.bytes(form.bytes(start, width: form.width))]),
      Edit(
        try end(),
        with: [
          .bytes([UInt8](repeating: 0, count: gap) + head + entry),
          .dependent(length: form.width),
          .bytes(
            form.bytes(store, width: form.width) + tail
              + [UInt8](repeating: 0, count: 2 * gap)),
          .store(length: size),
        ]),
    ]
    try requireStill(edits)
    return try Placement.of(edits, size: source.size, storeSize: size)
  }

  /// The empty range behind the last byte.
  private func end() throws(DocumentError) -> ByteRange {
    guard let end = ByteRange(start: source.size, length: 0) else { throw .storeSize(0) }
    return end
  }

  private func ordered(_ edits: [Edit]) -> [Edit] {
    edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  /// Throws when a file of `size` bytes is more than the offsets of the format reach.
  private func requireRoom(to size: Int) throws(DocumentError) {
    guard size <= structure.form.largestOffset else {
      throw .refused(Refusal(TIFFCode.size, remedy: .sidecar))
    }
  }
}
