import BroadsealBytes

/// Streams that hold what no cross-reference names: an object stream with an object that no section finds in it,
/// and a cross-reference stream that is no section (FILE-3).
///
///     16 0 obj << /Type /ObjStm … >>     a section names object 16, and none names object 3 in it
///
/// A reader that stumbles over another part of the file searches all object streams and shows what is in them; one
/// that follows another chain takes another stream for a section.
struct PDFUnlistedMembers {
  /// Where such streams stand, in ascending order.
  private let streams: [Int]
  /// Where the objects stand that were read, in ascending order.
  let objects: [Range<Int>]

  /// Reads every object that a section names.
  init(_ document: PDFDocument) throws(DocumentError) {
    var search = PDFMemberSearch(document)
    for offset in PDFUnlistedMembers.objects(of: document) {
      try search.read(at: offset)
    }
    streams = search.unlisted()
    objects = search.objects
  }

  /// The first of them; nil where there is none.
  var first: Int? { streams.first }

  private static func objects(of document: PDFDocument) -> [Int] {
    var offsets: Set<Int> = []
    for section in document.chain.sections {
      for entry in section.entries {
        if let offset = entry.offset { offsets.insert(offset) }
      }
    }
    return offsets.sorted()
  }
}

/// The object streams of a file beside its cross-reference sections.
private struct PDFMemberSearch {
  private let document: PDFDocument
  private let sections: Set<Int>
  private var resolver: PDFResolver
  private var room = PDFLimits.maximumWork
  /// Entries that may still be read of streams that are no sections, and looked up in sections.
  private var entryRoom = PDFLimits.maximumEntries
  /// Where objects stand, header and `endobj` included.
  private(set) var objects: [Range<Int>] = []
  /// Cross-reference streams that are no sections, and objects that cannot be read.
  private var others: [Int] = []
  /// Object streams, by their numbers: where each stands and what is in it.
  private var streams: [Int: [(offset: Int, members: [Int])]] = [:]

  init(_ document: PDFDocument) {
    self.document = document
    resolver = document.resolver()
    sections = Set(
      document.chain.sections.flatMap { [$0.offset, $0.trailer["XRefStm"]?.integer ?? $0.offset] })
  }

  mutating func read(at offset: Int) throws(DocumentError) {
    do throws(DocumentError) {
      try readWhole(at: offset)
    } catch {
      // What cannot be read may be such a stream to others.
      guard case .malformed = error else { throw error }
      others.append(offset)
    }
  }

  private mutating func readWhole(at offset: Int) throws(DocumentError) {
    let copy = resolver
    let (object, end) = try document.file.object(at: offset) { target throws(DocumentError) in
      var resolver = copy
      return try resolver.object(target)?.value.object.integer
    }
    objects.append(offset..<max(offset, end))
    guard let data = object.data, let dictionary = object.dictionary else { return }
    switch PDFMemberSearch.kind(of: dictionary) {
    case .section:
      guard !sections.contains(offset) else { return }
      if try !saysNothingNew(offset) { others.append(offset) }
    case .doubtful: others.append(offset)
    case .objects:
      let bytes = try resolver.decoded(
        object, data, limit: min(room, PDFLimits.maximumInflatedSize))
      room -= bytes.count
      let stream = try PDFObjectStream(object, bytes: bytes)
      streams[stream.number, default: []].append((offset, stream.members))
    case .other: break
    }
  }

  private enum Kind { case section, objects, doubtful, other }

  /// What any reader could take a stream for. MuPDF follows a reference for `Type`, and pdf.js asks for no type of a
  /// section; it takes `F` for `Filter`, and `DP` for `DecodeParms`.
  private static func kind(of dictionary: PDFDictionary) -> Kind {
    if !dictionary.hasPlainFilters { return .doubtful }
    switch dictionary["Type"] {
    case .name("XRef")?: return .section
    case .name("ObjStm")?: return .objects
    case .name?, nil:
      let isLike =
        dictionary["W"] != nil || (dictionary["N"] != nil && dictionary["First"] != nil)
      return isLike ? .doubtful : .other
    default: return .doubtful
    }
  }

  /// Whether a cross-reference stream that is no section says what the sections say: PDFBox leaves one beside each
  /// table that it writes.
  private mutating func saysNothingNew(_ offset: Int) throws(DocumentError) -> Bool {
    let sections = document.chain.sections
    let other = try PDFXRefSection(stream: offset, in: document.file, room: entryRoom)
    entryRoom -= other.entries.count
    let isKnown = other.entries.allSatisfy { entry in
      entry.location == .free
        || sections.contains { section in
          entryRoom -= 1
          return entryRoom >= 0 && section.entry(entry.number)?.location == entry.location
        }
    }
    let root = other.trailer["Root"]?.reference
    return isKnown && sections.contains { $0.trailer["Root"]?.reference == root }
      && other.previous.map { self.sections.contains($0) } ?? true
  }

  /// Where those stand that hold what no section names there.
  func unlisted() -> [Int] {
    var named: [Int: Set<Member>] = [:]
    if !streams.isEmpty {
      for section in document.chain.sections {
        for entry in section.entries {
          guard case .compressed(let container, let index) = entry.location,
            streams[container] != nil
          else { continue }
          named[container, default: []].insert(Member(number: entry.number, index: index))
        }
      }
    }
    let loose = streams.flatMap { number, streams in
      streams.filter { stream in
        stream.members.enumerated().contains { index, member in
          !(named[number]?.contains(Member(number: member, index: index)) ?? false)
        }
      }.map(\.offset)
    }
    return (others + loose).sorted()
  }

  private struct Member: Hashable {
    let number: Int
    let index: Int
  }
}
