import BroadsealBytes

/// The objects of a file that no cross-reference names (FILE-3): a reader that stumbles over another part
/// of the file searches it for objects, and shows these.
///
///     5 0 obj … (this law is in force) … endobj     named by the signed section
///     5 0 obj … (this law is void) … endobj         appended, named by nobody
///
/// Read once for all signatures of a file.
struct PDFUnlistedObjects {
  /// Where the first stands that is in no stream's data; nil where none does.
  private var loose: Int?
  /// Where the last stands that is in the data of a stream: a document that is embedded has objects of its own.
  private var embedded: Int?

  /// Looks through all bytes of a file.
  init(_ document: PDFDocument) throws(DocumentError) {
    var listed: [Int] = []
    for section in document.chain.sections {
      listed.append(section.offset)
      listed += section.entries.lazy.compactMap(\.offset)
      if let hidden = section.trailer["XRefStm"]?.integer { listed.append(hidden) }
    }
    listed.sort()
    var streams = PDFStreamData(document, objects: listed)
    try PDFObjectHeaders(document.file).each { header throws(DocumentError) in
      if let object = streams.object(upTo: header.start), object >= header.blanks { return true }
      if try streams.hold(header.start) {
        embedded = header.start
        return true
      }
      // One that nobody signed as data is enough.
      loose = header.start
      return false
    }
  }

  /// One that the signer of the bytes before `end` did not sign as data; nil where there is none.
  func one(forSigned end: Int) -> Int? {
    loose ?? embedded.flatMap { $0 >= end ? $0 : nil }
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
    guard let object = object(upTo: offset) else { return false }
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

  /// Where the last object starts that starts at `offset` or before; nil where none does.
  func object(upTo offset: Int) -> Int? {
    var (low, high) = (0, objects.count)
    while low < high {
      let middle = (low + high) / 2
      if objects[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? objects[low - 1] : nil
  }
}
