package import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes

/// A TIFF file as a carrier: the store is the value of tag 52545 in the first or the last directory
/// (C2PA 2.5 §A.3.8). BigTIFF and DNG are TIFF to this type.
///
/// The extent is the value. The count of the entry, which is the length of the store, stays out of the hash
/// too, so that the store can grow (§16.3.1.5); nothing else of the entry does.
package struct TIFFCarrier: Carrier {
  let source: ByteSource
  let structure: TIFFStructure

  /// Follows the directories; throws when they do not lead to an end.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    structure = try TIFFStructure(source)
    for store in structure.stores where store.entry.type == TIFFCarrier.type {
      guard store.entry.value(structure.form, size: source.size) == nil else { continue }
      throw .malformed(
        code: TIFFCode.truncated.code,
        Malformed("the file ends inside the manifest store", at: store.entry.place))
    }
  }

  /// Bytes of no particular meaning: the type that the value must have.
  static let type = 7

  package func locate() throws(DocumentError) -> StoreLocation {
    switch try place() {
    case .none: return .none
    case .unusable(let note): return .unusable(note)
    case .store(let place):
      let content = try source.bytes(place.extent)
      return .found(
        LocatedStore(
          bytes: content, extent: place.extent, mayBePadded: true,
          permitted: [place.count].compactMap(\.self)))
    }
  }

  /// Where the one store is; nil when no directory speaks of one.
  func place() throws(DocumentError) -> Found? {
    let stores = structure.stores
    guard let (index, entry) = stores.first else { return nil }
    func unusable(_ code: TIFFCode, _ detail: String, at offset: Int) -> Found {
      .unusable(Note(code, detail, at: offset))
    }
    if stores.count > 1 {
      return unusable(
        .multipleStores, "\(stores.count) entries say where a manifest store is",
        at: stores[1].entry.place)
    }
    guard index == 0 || index == structure.directories.count - 1 else {
      return unusable(
        .storePlace, "the entry is neither in the first nor in the last directory", at: entry.place)
    }
    guard entry.type == TIFFCarrier.type else {
      return unusable(.storeType, "the entry is of type \(entry.type)", at: entry.place)
    }
    guard let extent = entry.value(structure.form, size: source.size),
      extent.length > structure.form.width, extent.start >= structure.form.headerLength
    else { return unusable(.storeType, "the entry holds no manifest store", at: entry.place) }
    guard extent.length <= StoreLimits.maximumSize else {
      return unusable(.storeSize, "the manifest store is too large", at: entry.place)
    }
    guard !structure.directories.contains(where: { $0.range.overlaps(extent) }) else {
      return unusable(.storePlace, "the store and a directory share bytes", at: entry.place)
    }
    return .store(Place(directory: index, entry: entry, extent: extent, form: structure.form))
  }

  /// What the directories say of a store.
  enum Found {
    /// There is one.
    case store(Place)
    /// There is something, and not one store.
    case unusable(Note)
  }

  /// A store and the entry that says where it is.
  struct Place {
    /// Which directory has the entry.
    let directory: Int
    /// The entry.
    let entry: TIFFEntry
    /// The store.
    let extent: ByteRange
    /// How the file writes numbers.
    let form: TIFFForm

    /// The count of the entry.
    var count: ByteRange? { ByteRange(start: entry.place + 4, length: form.width) }
    /// The offset behind it.
    var offset: ByteRange? { ByteRange(start: entry.place + 4 + form.width, length: form.width) }
  }
}

extension TIFFCarrier {
  /// The values of text and of XMP, IPTC and EXIF in the first page and in its EXIF directory.
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    do throws(DocumentError) {
      let structure = try TIFFStructure(source)
      let own = structure.directories.prefix(MetadataLimits.maximumParts / 64)
      let all = own + (try structure.below(TIFFTag.exif, of: source))
      let ranges = all.flatMap { directory in
        directory.entries.filter { TIFFTag.texts.contains($0.tag) }
          .compactMap { $0.value(structure.form, size: source.size) }
      }
      return ranges.filter { $0.length > 0 }.prefix(MetadataLimits.maximumParts)
        .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    } catch {
      if case .source = error { throw error }
      // Without directories nobody knows what is metadata.
      return MetadataLimits.ends(of: source)
    }
  }

  /// What the XMP of the pages says.
  package func references() throws(DocumentError) -> [String] {
    var left = XMPProvenance.maximumSize
    var found: [String] = []
    for directory in structure.directories where left > 0 {
      guard let entry = directory.entry(TIFFTag.metadataPacket),
        let value = entry.value(structure.form, size: source.size),
        let range = ByteRange(start: value.start, length: min(value.length, left))
      else { continue }
      left -= range.length
      found += XMPProvenance.addresses(in: try source.bytes(range))
    }
    return StoreReference.elsewhere(found)
  }
}
