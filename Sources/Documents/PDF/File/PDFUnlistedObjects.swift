import BroadsealBytes

/// The objects of a file that no cross-reference names (FILE-3): a reader that stumbles over another part
/// of the file searches it for objects, and shows these.
///
///     5 0 obj … (this law is in force) … endobj     named by the signed section
///     5 0 obj … (this law is void) … endobj         appended, named by nobody
///
/// Read once for all signatures of a file.
struct PDFUnlistedObjects {
  /// Where they stand, and whether that is in the data of a stream: a document that is embedded has objects
  /// of its own.
  private let found: [(offset: Int, isData: Bool)]

  /// Looks through all bytes of a file.
  init(_ document: PDFDocument) throws(DocumentError) {
    var listed: Set<Int> = []
    for section in document.chain.sections {
      listed.insert(section.offset)
      for entry in section.entries {
        if let offset = entry.offset { listed.insert(offset) }
      }
      if let hidden = section.trailer["XRefStm"]?.integer { listed.insert(hidden) }
    }
    var found: [(offset: Int, isData: Bool)] = []
    var streams = PDFStreamData(document, objects: listed.sorted())
    for header in try PDFObjectHeaders(document.file).list() {
      if (header.blanks...header.start).contains(where: listed.contains) { continue }
      let isData = try streams.hold(header.start)
      found.append((header.start, isData))
      // One that nobody signed as data is enough.
      if !isData { break }
    }
    self.found = found
  }

  /// The first that the signer of the bytes before `end` did not sign as data.
  func first(forSigned end: Int) -> Int? {
    found.first { !$0.isData || $0.offset >= end }?.offset
  }
}

/// The data of the streams that cross-references name.
private struct PDFStreamData {
  private let document: PDFDocument
  private let objects: [Int]
  private var known = 0..<0

  /// - Parameter objects: where objects start, in ascending order.
  init(_ document: PDFDocument, objects: [Int]) {
    self.document = document
    self.objects = objects
  }

  /// Whether the data of one of them stands at `offset`.
  mutating func hold(_ offset: Int) throws(DocumentError) -> Bool {
    if known.contains(offset) { return true }
    guard let object = object(before: offset) else { return false }
    var resolver = document.resolver()
    let found: PDFIndirectObject
    do throws(DocumentError) {
      (found, _) = try document.file.object(at: object) { target throws(DocumentError) in
        try resolver.object(target)?.value.object.integer
      }
    } catch {
      if case .source = error { throw error }
      return false
    }
    guard let data = found.data else { return false }
    let origin = document.file.origin
    known = data.start - origin..<data.end - origin
    return known.contains(offset)
  }

  private func object(before offset: Int) -> Int? {
    var (low, high) = (0, objects.count)
    while low < high {
      let middle = (low + high) / 2
      if objects[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? objects[low - 1] : nil
  }
}
