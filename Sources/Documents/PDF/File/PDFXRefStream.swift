import BroadsealBytes

extension PDFXRefSection {
  /// Reads the cross-reference stream at `offset` (ISO 32000-1 §7.5.8).
  init(stream offset: Int, in file: PDFFile, room: Int) throws(DocumentError) {
    let (stream, end) = try file.object(at: offset, as: .startxref) { _ in nil }
    guard let dictionary = stream.dictionary, let data = stream.data,
      dictionary["Type"]?.name == "XRef"
    else {
      throw .pdf(.startxref, "no cross-reference section where one should be", at: offset)
    }
    // It belongs to tables (ISO 32000-2 §7.5.8.4); MuPDF follows it here too.
    guard file.isLenient || dictionary["XRefStm"] == nil else {
      throw .pdf(
        .ambiguous, "a cross-reference stream that names another for hidden entries", at: offset)
    }
    guard file.isLenient || dictionary.hasPlainFilters else {
      throw .pdf(
        .ambiguous, "a cross-reference stream that not every reader inflates alike", at: offset)
    }
    let widths = try PDFXRefSection.widths(of: dictionary, at: offset)
    let width = widths.reduce(0, +)
    let runs = try PDFXRefSection.runs(of: dictionary, at: offset)
    var count = 0
    for run in runs {
      guard run.count <= room - count else {
        throw .pdf(.limit, "more cross-reference entries than the reader takes", at: offset)
      }
      count += run.count
    }
    let bytes = try file.decode(stream, data, limit: count * width * 2 + 1_024)
    guard bytes.count == count * width else {
      throw .pdf(.xref, "a cross-reference stream of the wrong length", at: offset)
    }
    var entries: [PDFXRefEntry] = []
    entries.reserveCapacity(count)
    var position = 0
    for run in runs {
      for number in run.first..<run.first + run.count {
        let row = bytes[position..<position + width]
        position += width
        guard
          let location = PDFXRefSection.location(
            of: row, widths: widths, isLenient: file.isLenient),
          let entry = PDFXRefEntry(number: number, location)
        else {
          throw .pdf(.xref, "a malformed cross-reference entry for object \(number)", at: offset)
        }
        entries.append(entry)
      }
    }
    self.init(
      offset: offset, form: .stream,
      entries: try PDFXRefSection.sorted(entries, at: offset, takingLast: file.isLenient),
      trailer: dictionary, text: stream.text,
      previous: try PDFXRefSection.offset("Prev", in: dictionary, at: offset), hidden: nil,
      end: end)
  }

  private static func widths(
    of dictionary: PDFDictionary, at offset: Int
  ) throws(DocumentError) -> [Int] {
    let widths = dictionary["W"]?.array?.compactMap(\.object.integer) ?? []
    // More than four bytes of type are too many for Poppler.
    guard widths.count == 3, (0...4).contains(widths[0]), (1...8).contains(widths[1]),
      (0...8).contains(widths[2])
    else {
      throw .pdf(.xref, "a cross-reference stream with bad field widths", at: offset)
    }
    return widths
  }

  private static func runs(
    of dictionary: PDFDictionary, at offset: Int
  ) throws(DocumentError) -> [(first: Int, count: Int)] {
    guard let size = dictionary["Size"]?.integer, size >= 0 else {
      throw .pdf(.xref, "a cross-reference stream without a size", at: offset)
    }
    guard let index = dictionary["Index"] else { return [(0, size)] }
    let numbers = index.array?.compactMap(\.object.integer) ?? []
    guard numbers.count == index.array?.count, numbers.count.isMultiple(of: 2) else {
      throw .pdf(.xref, "a cross-reference stream with a bad index", at: offset)
    }
    var runs: [(first: Int, count: Int)] = []
    for pair in stride(from: 0, to: numbers.count, by: 2) {
      let (first, count) = (numbers[pair], numbers[pair + 1])
      guard (0...PDFLimits.maximumObjectNumber).contains(first), count >= 0 else {
        throw .pdf(.xref, "a cross-reference stream with a bad index", at: offset)
      }
      runs.append((first, count))
    }
    return runs
  }

  /// Reads one row; nil for what is none.
  ///
  /// A kind that the standard does not know means the null object to it (ISO 32000-2 §7.5.8.3); Poppler and
  /// pdf.js give up the section, and search the file for objects.
  private static func location(
    of row: ArraySlice<UInt8>, widths: [Int], isLenient: Bool
  ) -> PDFXRefEntry.Location? {
    var position = row.startIndex
    func field(_ width: Int) -> Int? {
      var value: UInt64 = 0
      for byte in row[position..<position + width] { value = value << 8 | UInt64(byte) }
      position += width
      return Int(exactly: value)
    }
    guard let kind = widths[0] == 0 ? 1 : field(widths[0]), let second = field(widths[1]),
      let third = field(widths[2])
    else { return nil }
    switch kind {
    case 1: return .plain(offset: second, generation: third)
    case 2: return .compressed(container: second, index: third)
    case 0: return .free
    default: return isLenient ? .free : nil
    }
  }
}
