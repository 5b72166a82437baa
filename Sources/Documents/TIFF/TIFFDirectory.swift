import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// One entry of a directory: a tag and where its value is (TIFF 6.0 §2).
struct TIFFEntry: Hashable, Sendable {
  /// What the value is about.
  let tag: Int
  /// The type of the value.
  let type: Int
  /// How many values of the type there are.
  let count: UInt64
  /// Where the entry stands in the file.
  let place: Int
  /// The bytes of the field that holds the value, or says where it is.
  let field: [UInt8]

  /// The bytes of the value; nil when they are not all in a file of `size` bytes, or the type is not known.
  func value(_ form: TIFFForm, size: Int) -> ByteRange? {
    guard let width = TIFFForm.size(ofType: type), let count = Int(exactly: count) else {
      return nil
    }
    let (length, overflow) = count.multipliedReportingOverflow(by: width)
    guard !overflow else { return nil }
    if length <= form.width {
      return ByteRange(start: place + 4 + form.width, length: length)
    }
    guard let start = Int(exactly: form.number(field[...])),
      let range = ByteRange(start: start, length: length), range.end <= size
    else { return nil }
    return range
  }
}

/// A directory: the entries of one picture, and where the next directory is.
struct TIFFDirectory: Sendable {
  /// All its bytes, from the number of its entries to the offset of the next.
  let range: ByteRange
  /// Where the offset of this directory is written: in the header, or at the end of the one before.
  let pointer: Int
  /// How many entries it has.
  let count: Int
  /// Where the next directory is; 0 for none.
  let next: Int
  /// Entries that are asked for here, as they stand.
  let entries: [TIFFEntry]

  /// Reads the directory at `offset`.
  ///
  /// - Parameters:
  ///   - isFirst: whether it is the first page's, of which more is asked.
  ///   - texts: how many values of text are kept at most: what they cost must not depend on the file.
  init(
    _ source: ByteSource, _ form: TIFFForm, at offset: Int, pointer: Int, isFirst: Bool, texts: Int
  ) throws(DocumentError) {
    func part(_ start: Int, _ length: Int) throws(DocumentError) -> ByteRange {
      guard let range = ByteRange(start: start, length: length), range.end <= source.size else {
        throw .malformed(
          code: TIFFCode.truncated.code,
          Malformed("the file ends inside a directory", at: min(max(0, start), source.size)))
      }
      return range
    }
    let head = try source.bytes(try part(offset, form.countWidth))
    guard let count = Int(exactly: form.number(head[...])), count > 0,
      count <= TIFFLimits.maximumEntries
    else {
      throw TIFFDirectory.error("a directory with a count of entries that cannot be", at: offset)
    }
    let length = form.countWidth + count * form.entryLength + form.width
    range = try part(offset, length)
    let bytes = try source.bytes(range)
    var found: [TIFFEntry] = []
    var kept = Kept(isFirst: isFirst, texts: texts)
    for index in 0..<count {
      let start = form.countWidth + index * form.entryLength
      let tag = Int(form.number(bytes[start..<start + 2]))
      guard kept.takes(tag) else { continue }
      guard kept.stores <= TIFFLimits.maximumStores else {
        throw .malformed(
          code: TIFFCode.limit.code, Malformed("too many manifest stores", at: offset + start))
      }
      let value = start + 4 + form.width
      found.append(
        TIFFEntry(
          tag: tag, type: Int(form.number(bytes[start + 2..<start + 4])),
          count: form.number(bytes[start + 4..<value]), place: offset + start,
          field: Array(bytes[value..<value + form.width])))
    }
    guard let next = Int(exactly: form.number(bytes[(length - form.width)...])) else {
      throw TIFFDirectory.error(
        "an offset that no file has", at: range.end - form.width)
    }
    self.pointer = pointer
    self.count = count
    self.next = next
    entries = found
  }

  /// Which entries are kept while a directory is read.
  private struct Kept {
    let isFirst: Bool
    var texts: Int
    var stores = 0
    private var seen: Set<Int> = []

    init(isFirst: Bool, texts: Int) {
      self.isFirst = isFirst
      self.texts = texts
    }

    /// Whether an entry of `tag` is asked for: every store, so many texts, and of others the first.
    mutating func takes(_ tag: Int) -> Bool {
      switch tag {
      case TIFFTag.store:
        stores += 1
        return true
      case TIFFTag.subdirectories, TIFFTag.exif, TIFFTag.version:
        return isFirst && seen.insert(tag).inserted
      case TIFFTag.photometric: return seen.insert(tag).inserted
      default:
        guard texts > 0, TIFFTag.texts.contains(tag) else { return false }
        texts -= 1
        return true
      }
    }
  }

  /// The first entry of `tag`; nil when there is none.
  func entry(_ tag: Int) -> TIFFEntry? { entries.first { $0.tag == tag } }

  /// Its entries that say where a manifest store is.
  var stores: [TIFFEntry] { entries.filter { $0.tag == TIFFTag.store } }

  /// How many values of text are kept.
  var textCount: Int { entries.count { TIFFTag.texts.contains($0.tag) } }

  /// Whether it is there for the store alone.
  var isStoreOnly: Bool { count == 1 && stores.count == 1 }
}

/// Limits on the structure of a TIFF file.
package enum TIFFLimits {
  /// Most directories that are walked over: pages of a file.
  package static let maximumDirectories = 16_384
  /// Most entries of one directory, which is what TIFF itself can count.
  package static let maximumEntries = 65_535
  /// Most entries in all directories together.
  package static let maximumEntriesInAll = 1 << 20
  /// Most stores that one directory may name, for all of them to be removed.
  package static let maximumStores = 64
  /// Most directories below a page that are looked at.
  package static let maximumSubdirectories = 64
}

extension TIFFDirectory {
  /// A fault of the structure at `offset`.
  static func error(_ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: TIFFCode.structure.code, Malformed(reason, at: offset))
  }
}
