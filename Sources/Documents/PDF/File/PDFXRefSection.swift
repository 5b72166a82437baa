import BroadsealBytes

/// One cross-reference section with its trailer.
struct PDFXRefSection: Sendable {
  /// How a section is written; an update follows its base (ISO 32000-1 §7.5.8.4).
  enum Form: Sendable { case table, stream }

  /// Offset that `startxref` or `Prev` gave.
  let offset: Int
  /// Table or stream.
  let form: Form
  /// Entries in ascending order of their numbers, none twice.
  let entries: [PDFXRefEntry]
  /// The trailer dictionary, or the dictionary of the stream.
  let trailer: PDFDictionary
  /// The text that the trailer's bounds speak of.
  let text: PDFText
  /// Offset of the section before this one.
  let previous: Int?
  /// Offset of a hybrid file's stream of hidden entries.
  let hidden: Int?
  /// Where the word `trailer` of a table stands; nil for a stream.
  var keyword: Int?
  /// Offset after the trailer dictionary, or after the stream's `endobj`.
  let end: Int
  /// Numbers that the table of a hybrid file frees and its stream fills: readers that take the table's word, as
  /// pdf.js and MuPDF do, have no such objects.
  private(set) var veiled: Set<Int> = []
  /// Whether it is written as every reader takes it: MuPDF gives up a table with `0  1` for `0 1`, and searches the
  /// file for objects.
  var isPlain = true

  /// What this section says of object `number`; nil when it is silent.
  func entry(_ number: Int) -> PDFXRefEntry? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].number == number ? entries[low] : nil
  }

  /// The same section with the entries of a hybrid file's stream (ISO 32000-1 §7.5.8.4): they
  /// may fill what the table leaves free, and have to agree with the rest of it.
  ///
  /// - Parameter tolerantly: the table's word stands where they do not: an update kept the stream of
  ///   what it updates.
  func adding(_ more: PDFXRefSection, tolerantly: Bool = false) throws(DocumentError)
    -> PDFXRefSection
  {
    var merged: [PDFXRefEntry] = []
    var veiled: Set<Int> = []
    var others = more.entries[...]
    for entry in entries {
      let before = others.prefix { $0.number < entry.number }
      merged += before
      others = others.dropFirst(before.count)
      guard let other = others.first, other.number == entry.number else {
        merged.append(entry)
        continue
      }
      others = others.dropFirst()
      if tolerantly, entry.location != .free {
        merged.append(entry)
        continue
      }
      guard entry.location == .free || entry.location == other.location else {
        throw .pdf(
          .ambiguous, "table and stream disagree on object \(entry.number)", at: offset)
      }
      if entry.location == .free, other.location != .free { veiled.insert(entry.number) }
      merged.append(other)
    }
    return PDFXRefSection(
      offset: offset, form: form, entries: merged + others,
      trailer: trailer, text: text, previous: previous, hidden: nil, keyword: keyword, end: end,
      veiled: veiled,
      isPlain: isPlain)
  }

  /// Sorts `entries`; two that name the same object have to say the same.
  ///
  /// - Parameter takingLast: or else the last of them is right.
  static func sorted(
    _ entries: [PDFXRefEntry], at offset: Int, takingLast: Bool = false
  ) throws(DocumentError) -> [PDFXRefEntry] {
    let inOrder = zip(entries, entries.dropFirst()).allSatisfy { $0.number < $1.number }
    if inOrder { return entries }
    var result: [PDFXRefEntry] = []
    for entry in entries.sorted(by: { $0.number < $1.number }) {
      if let last = result.last, last.number == entry.number {
        if takingLast {
          result[result.count - 1] = entry
          continue
        }
        guard last == entry else {
          throw .pdf(
            .ambiguous, "one cross-reference section with two entries for object \(entry.number)",
            at: offset)
        }
      } else {
        result.append(entry)
      }
    }
    return result
  }
}
