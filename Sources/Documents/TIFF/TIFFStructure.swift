import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// The directories of a TIFF file that follow one another: its pages, and one that is the store's.
struct TIFFStructure: Sendable {
  /// How the file writes numbers.
  let form: TIFFForm
  /// The directories in the order in which they are linked; at least one.
  let directories: [TIFFDirectory]

  /// Follows the directories to the last: no offset may lead out of the file, or back.
  init(_ source: ByteSource) throws(DocumentError) {
    let head = try source.opening(TIFFForm.longHeader)
    guard let form = TIFFForm(head[...]) else {
      throw TIFFDirectory.error("no header of TIFF", at: 0)
    }
    var directories: [TIFFDirectory] = []
    var seen: Set<Int> = []
    var count = 0
    var texts = MetadataLimits.maximumParts
    var pointer = form.headerPointer
    var next = Int(
      exactly: form.number(head[form.headerPointer..<form.headerPointer + form.width]))
    while let offset = next, offset != 0 || directories.isEmpty {
      guard offset >= form.headerLength else {
        throw TIFFDirectory.error("a directory inside the header", at: pointer)
      }
      guard seen.insert(offset).inserted else {
        throw TIFFDirectory.error("the directories lead in a circle", at: pointer)
      }
      guard directories.count < TIFFLimits.maximumDirectories else {
        throw TIFFStructure.limit(at: pointer)
      }
      let directory = try TIFFDirectory(
        source, form, at: offset, pointer: pointer, isFirst: directories.isEmpty, texts: texts)
      texts -= directory.textCount
      count += directory.count
      guard count <= TIFFLimits.maximumEntriesInAll else { throw TIFFStructure.limit(at: offset) }
      pointer = directory.range.end - form.width
      next = directory.next
      directories.append(directory)
    }
    guard !directories.isEmpty else {
      throw TIFFDirectory.error("an offset that no file has", at: form.headerPointer)
    }
    self.form = form
    self.directories = directories
  }

  /// Every entry that says where a store is, with the place of its directory.
  var stores: [(index: Int, entry: TIFFEntry)] {
    directories.indices.flatMap { index in directories[index].stores.map { (index, $0) } }
  }

  private static func limit(at offset: Int) -> DocumentError {
    .malformed(code: TIFFCode.limit.code, Malformed("too many directories", at: offset))
  }
}

extension TIFFStructure {
  /// Directories below the first page: those of `SubIFDs`, or the one of EXIF; what cannot be read is left out.
  func below(_ tag: Int, of source: ByteSource) throws(DocumentError) -> [TIFFDirectory] {
    guard let entry = directories[0].entry(tag), let width = TIFFForm.size(ofType: entry.type),
      width == 4 || width == 8, let value = entry.value(form, size: source.size), value.length > 0
    else { return [] }
    let length = min(value.length, TIFFLimits.maximumSubdirectories * width)
    guard let range = ByteRange(start: value.start, length: length) else { return [] }
    let offsets = try source.bytes(range)
    var found: [TIFFDirectory] = []
    for start in stride(from: 0, to: offsets.count - width + 1, by: width) {
      guard let offset = Int(exactly: form.number(offsets[start..<start + width])) else { continue }
      do throws(DocumentError) {
        found.append(
          try TIFFDirectory(
            source, form, at: offset, pointer: range.start + start, isFirst: false,
            texts: MetadataLimits.maximumParts / TIFFLimits.maximumSubdirectories))
      } catch {
        if case .source = error { throw error }
      }
    }
    return found
  }

  /// Whether the file is what a camera recorded: a sensor's measurements, in no file of DNG, which is made
  /// to be passed on.
  func isCameraRaw(_ source: ByteSource) throws(DocumentError) -> Bool {
    if try source.opening(TIFFStructure.canon.upperBound).dropFirst(TIFFStructure.canon.lowerBound)
      .elementsEqual("CR".utf8)
    {
      return true
    }
    guard directories[0].entry(TIFFTag.version) == nil else { return false }
    let all = directories + (try below(TIFFTag.subdirectories, of: source))
    return all.contains { directory in
      guard let entry = directory.entry(TIFFTag.photometric),
        let width = TIFFForm.size(ofType: entry.type)
      else { return false }
      // A short value stands at the beginning of its field.
      let value = form.number(entry.field.prefix(width))
      return TIFFTag.rawPhotometrics.contains(Int(truncatingIfNeeded: value))
    }
  }

  /// Where Canon's cameras put their mark.
  private static let canon = 8..<10
}
