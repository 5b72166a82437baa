/// One state of a document, to be compared with another one.
struct PDFSnapshot {
  /// Where an object stands.
  enum Place: Hashable {
    /// By itself, at an offset.
    case plain(Int)
    /// In the object stream at an offset, as one of its objects.
    case compressed(stream: Int, index: Int)
  }

  /// The document as it was then.
  let document: PDFDocument
  /// Finds its objects.
  var resolver: PDFResolver
  /// Where each object is, the newest word of all sections.
  let entries: PDFNumberTable<PDFXRefEntry>

  init(_ document: PDFDocument) {
    self.document = document
    resolver = document.resolver()
    var entries = PDFNumberTable<PDFXRefEntry>()
    entries.reserve(
      document.chain.sections.compactMap(\.entries.last?.number).max() ?? 0,
      count: document.chain.sections.map(\.entries.count).max() ?? 0)
    for section in document.chain.sections.reversed() {
      for entry in section.entries { entries[entry.number] = entry }
    }
    self.entries = entries
    resolver.entries = entries
  }

  /// The newest trailer.
  var trailer: PDFPart {
    let section = document.chain.sections[0]
    return PDFPart(
      value: PDFValue(object: .dictionary(section.trailer), bounds: 0..<0), text: section.text,
      strings: .plain, home: nil, offset: section.offset)
  }

  /// The part itself, or what its reference leads to; nil when that is null.
  mutating func resolve(_ part: PDFPart?) throws(DocumentError) -> PDFPart? {
    try resolver.resolve(part)
  }

  /// The object with a number, as it is defined.
  mutating func object(_ number: Int) throws(DocumentError) -> PDFIndirectObject? {
    guard let reference = reference(number) else { return nil }
    return try resolver.object(reference)
  }

  /// By which reference the object with a number is found; nil when there is none.
  func reference(_ number: Int) -> PDFReference? {
    switch entries[number]?.location {
    case .plain(_, let generation): PDFReference(number: number, generation: generation)
    case .compressed: PDFReference(number: number, generation: 0)
    case .free, nil: nil
    }
  }

  /// Where the object with a number stands.
  func place(_ number: Int) -> Place? {
    switch entries[number]?.location {
    case .plain(let offset, _): .plain(offset)
    case .compressed(let container, let index):
      entries[container]?.offset.map { .compressed(stream: $0, index: index) }
    case .free, nil: nil
    }
  }

  /// Every object with its place, in the order of the file; of several at one place, by their numbers.
  ///
  /// - Parameter isWanted: which of them.
  func places(
    where isWanted: (Place, PDFReference) -> Bool = { _, _ in true }
  ) -> [(place: Place, reference: PDFReference)] {
    var found: [(place: Place, reference: PDFReference)] = []
    for number in entries.numbers {
      if let place = place(number), let reference = reference(number), isWanted(place, reference) {
        found.append((place, reference))
      }
    }
    found.sort { ($0.place, $0.reference.number) < ($1.place, $1.reference.number) }
    return found
  }
}

extension PDFSnapshot.Place: Comparable {
  private var order: (Int, Int) {
    switch self {
    case .plain(let offset): (offset, 0)
    case .compressed(let stream, let index): (stream, index + 1)
    }
  }

  static func < (left: PDFSnapshot.Place, right: PDFSnapshot.Place) -> Bool {
    left.order < right.order
  }
}
