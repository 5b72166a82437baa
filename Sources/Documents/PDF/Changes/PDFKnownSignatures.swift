/// What is read once of all signatures of a file, however many of them it is compared for.
struct PDFKnownSignatures {
  /// Where their objects stand, or those of their fields.
  let offsets: Set<Int>
  /// The same of those that say what they permit or lock (`Reference`), in the order of the file.
  private let restricting: [Int]

  /// Reads the signatures of the newest revision.
  init(_ document: PDFDocument) throws(DocumentError) {
    var finder = PDFSignatureFinder(document)
    try self.init(document, at: Set(try finder.run().map(\.offset)))
  }

  /// Reads those of the newest revision, which all stand at `offsets`.
  init(_ document: PDFDocument, at offsets: Set<Int>) throws(DocumentError) {
    var restricting: [Int] = []
    for offset in offsets.sorted() {
      let dictionary = try PDFPermission.dictionary(at: offset, in: document).dictionary
      if dictionary?["Reference"] != nil { restricting.append(offset) }
    }
    self.offsets = offsets
    self.restricting = restricting
  }

  /// Those of a revision that ends at `end`, and of no other.
  func restricting(before end: Int) -> [Int] { restricting.filter { $0 < end } }
}
