import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

extension TIFFCarrier {
  /// Makes sure that no directory leads to bytes that `edits` change, or add behind the end of the file.
  ///
  /// Nothing moves in a TIFF that gets a label. But a picture whose data is said to stand behind the end shows
  /// nothing, or little, until a label and a directory with the words of whoever prepared it stand there.
  ///
  /// - Throws: a refusal where one does, or where it cannot be followed.
  func requireStill(_ edits: [Edit]) throws(DocumentError) {
    let changing = ChangingBytes(edits.map(\.range))
    var all = structure.directories
    for tag in [TIFFTag.subdirectories, TIFFTag.exif] {
      all += try structure.below(tag, of: source)
    }
    for directory in all {
      let entries = try self.entries(of: directory)
      for entry in entries where entry.tag != TIFFTag.store {
        guard let width = TIFFForm.size(ofType: entry.type) else { continue }
        let isOutside = entry.count > UInt64(structure.form.width / width)
        guard let value = entry.value(structure.form, size: source.size),
          !isOutside || !changing.touches(value.start, value.length)
        else { throw refusal("a value stands where the file would change", at: entry.place) }
      }
      for (places, lengths) in TIFFCarrier.pictures {
        try check(
          entries.filter { $0.tag == places }, entries.filter { $0.tag == lengths }, changing)
      }
      for entry in entries where TIFFCarrier.pointers.contains(entry.tag) {
        for place in try numbers(entry) where place != 0 && place > source.size - 2 {
          throw refusal("a directory stands behind the end of the file", at: entry.place)
        }
      }
    }
  }

  private func check(
    _ places: [TIFFEntry], _ lengths: [TIFFEntry], _ changing: ChangingBytes
  ) throws(DocumentError) {
    guard let place = places.first else { return }
    guard places.count == 1, lengths.count == 1, let length = lengths.first else {
      throw refusal("nothing says how long the data of a picture is", at: place.place)
    }
    let (starts, counts) = (try numbers(place), try numbers(length))
    guard starts.count == counts.count else {
      throw refusal("the data of a picture has no one length", at: length.place)
    }
    for (start, count) in zip(starts, counts) where count > 0 {
      guard start <= source.size, count <= source.size - start, !changing.touches(start, count)
      else { throw refusal("a picture's data stands where the file would change", at: place.place) }
    }
  }

  /// The values of `entry`, which are whole numbers; those that no file reaches are the largest.
  private func numbers(_ entry: TIFFEntry) throws(DocumentError) -> [Int] {
    guard let width = TIFFForm.size(ofType: entry.type),
      TIFFCarrier.wholeNumbers.contains(entry.type),
      let value = entry.value(structure.form, size: source.size),
      value.length <= TIFFCarrier.maximumValues
    else { throw refusal("a list of places cannot be read", at: entry.place) }
    let bytes = try source.bytes(value)
    return stride(from: 0, to: bytes.count, by: width).map { start in
      Int(clamping: structure.form.number(bytes[start..<start + width]))
    }
  }

  /// All entries of `directory`.
  private func entries(of directory: TIFFDirectory) throws(DocumentError) -> [TIFFEntry] {
    let form = structure.form
    let bytes = try source.bytes(directory.range)
    return (0..<directory.count).map { index in
      let start = form.countWidth + index * form.entryLength
      let value = start + 4 + form.width
      return TIFFEntry(
        tag: Int(form.number(bytes[start..<start + 2])),
        type: Int(form.number(bytes[start + 2..<start + 4])),
        count: form.number(bytes[start + 4..<value]), place: directory.range.start + start,
        field: Array(bytes[value..<value + form.width]))
    }
  }

  private func refusal(_ reason: String, at place: Int) -> DocumentError {
    .refused(Refusal(Note(TIFFCode.places, reason, at: place), remedy: .sidecar))
  }

  /// Where data of pictures is, and how much of it: strips, tiles, and a JPEG of the old kind.
  private static let pictures = [(273, 279), (324, 325), (513, 514)]
  /// Where directories are: below a page, of EXIF, of a place on earth, of what cameras agree on.
  private static let pointers: Set<Int> = [TIFFTag.subdirectories, TIFFTag.exif, 34_853, 40_965]
  /// Types of whole numbers: of two, four and eight bytes, and offsets of directories.
  private static let wholeNumbers: Set<Int> = [3, 4, 13, 16, 18]
  /// Most bytes of one list of places.
  private static let maximumValues = 64 << 20
}
