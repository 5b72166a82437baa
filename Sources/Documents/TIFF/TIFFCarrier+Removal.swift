import BroadsealBytes
import BroadsealFiles

extension TIFFCarrier {
  /// Takes the store away, and what was added for it: the file as it was before, where the page's directory of
  /// that time is still there; else the entries go, and zeros stand where the stores were.
  package func removal() throws(DocumentError) -> [Piece]? {
    let stores = structure.stores
    guard !stores.isEmpty else { return nil }
    if case .store(let place)? = try self.place(), let edits = try undone(place) {
      return Edit.recipe(edits, size: source.size)
    }
    var edits: [Edit] = []
    for index in Set(stores.map(\.index)).sorted() {
      edits.append(try dropping(structure.directories[index]))
    }
    var blank: [ByteRange] = []
    for (_, entry) in stores {
      guard let value = entry.value(structure.form, size: source.size),
        value.length > structure.form.width, value.length <= StoreLimits.maximumSize,
        !(structure.directories.map(\.range) + blank).contains(where: value.overlaps)
      else { continue }
      blank.append(value)
    }
    edits += blank.map { range in
      let zeros = [UInt8](repeating: 0, count: range.length)
      return Edit(range, with: range.end == source.size ? [] : [.bytes(zeros)])
    }
    edits.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    guard let pieces = Edit.recipe(edits, size: source.size) else {
      throw .refused(Refusal(TIFFCode.multipleStores, remedy: .none))
    }
    return pieces
  }

  /// The file up to the directory that was added for a store at its end, whose place goes to the one before
  /// it; nil when that is not how the store came in.
  private func undone(_ place: Place) throws(DocumentError) -> [Edit]? {
    let (form, directory) = (structure.form, structure.directories[place.directory])
    let gap = place.extent.start - directory.range.end
    guard place.extent.end == source.size, gap == 0 || gap == 2 else { return nil }
    let former: Int?
    if directory.isStoreOnly, place.directory > 0 {
      former = directory.next
    } else if directory.count > 1 {
      former = try original(of: directory, without: place.entry)
    } else {
      former = nil
    }
    guard let former, let pointer = ByteRange(start: directory.pointer, length: form.width),
      let rest = ByteRange((directory.range.start - gap / 2)..<source.size),
      pointer.end <= rest.start, former < rest.start
    else { return nil }
    return [
      Edit(pointer, with: [.bytes(form.bytes(former, width: form.width))]), Edit(rest, with: []),
    ]
  }

  /// Where `directory` stands as it was before `entry` came into it; nil when it does not.
  private func original(
    of directory: TIFFDirectory, without entry: TIFFEntry
  ) throws(DocumentError) -> Int? {
    let bytes = try without([entry], directory)
    var search = PatternSearch(bytes)
    var buffer: [UInt8] = []
    var found: Int?
    guard let before = ByteRange(structure.form.headerLength..<directory.range.start) else {
      return nil
    }
    do throws(StreamError<Never>) {
      try source.stream(before, through: &buffer) { span in
        guard found == nil else { return }
        found = search.feed(span)
      }
    } catch {
      switch error {
      case .source(let fault): throw .source(fault)
      }
    }
    return found.map { before.start + $0 }
  }

  /// `directory` in its place without the entries of stores; zeros follow it.
  private func dropping(_ directory: TIFFDirectory) throws(DocumentError) -> Edit {
    let form = structure.form
    if directory.stores.count == directory.count,
      let pointer = ByteRange(start: directory.pointer, length: form.width)
    {
      return Edit(pointer, with: [.bytes(form.bytes(directory.next, width: form.width))])
    }
    var bytes = try without(directory.stores, directory)
    bytes += [UInt8](repeating: 0, count: directory.range.length - bytes.count)
    return Edit(directory.range, with: [.bytes(bytes)])
  }

  /// The bytes of `directory` with `entries` left out and not counted.
  private func without(
    _ entries: [TIFFEntry], _ directory: TIFFDirectory
  ) throws(DocumentError) -> [UInt8] {
    let form = structure.form
    var bytes = try source.bytes(directory.range)
    for entry in entries.reversed() {
      let start = entry.place - directory.range.start
      bytes.removeSubrange(start..<start + form.entryLength)
    }
    bytes.replaceSubrange(
      ..<form.countWidth,
      with: form.bytes(directory.count - entries.count, width: form.countWidth))
    return bytes
  }
}
