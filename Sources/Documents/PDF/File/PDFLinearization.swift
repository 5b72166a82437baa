import BroadsealBytes
import BroadsealFiles

/// What the first object of a file says of it, if it is a linearisation dictionary (ISO 32000-1 Annex F).
///
/// Where `L` is the size of the file, pdf.js, Poppler and the loader of Chrome begin with the
/// cross-reference section behind that dictionary, and never look at `startxref`:
///
///     1 0 obj << /Linearized 1 /L 60000 … >> endobj  xref …  (the other readers' pages)  … startxref 512 %%EOF
///
/// So that section has to be the one that everybody else begins with.
struct PDFLinearization {
  /// What is said of the length.
  private enum Length {
    case of(Int)
    case unclear
  }

  private let length: Length
  /// Where the object ends.
  private let end: Int

  /// The dictionary of `file`; nil where the first object is nothing that a reader takes for one.
  init?(of file: PDFFile) throws(DocumentError) {
    do throws(DocumentError) {
      let found = try file.parse(at: 0) { lexer throws(Malformed) -> (Length, Int)? in
        // Readers take any two numbers before it.
        for _ in 0..<2 {
          lexer.skipSpace()
          if lexer.word().isEmpty { return nil }
        }
        lexer.skipSpace()
        guard lexer.word().elementsEqual("obj".utf8) else { return nil }
        lexer.skipSpace()
        guard lexer.peek() == UInt8(ascii: "<"), lexer.peek(1) == UInt8(ascii: "<") else {
          return nil
        }
        let dictionary = try lexer.value().object.dictionary
        guard let dictionary, dictionary["Linearized"] != nil else { return nil }
        lexer.skipSpace()
        try lexer.expect("endobj")
        switch dictionary["L"] {
        case .integer(let length): return (.of(length), lexer.offset)
        case .real: return (.unclear, lexer.offset)
        default: return nil
        }
      }
      guard let found else { return nil }
      (length, end) = found
    } catch {
      if case .source = error { throw error }
      // Others are more lenient: what it says to them is not known.
      let head = try file.read(0..<min(file.size, PDFLinearization.window))
      guard head.contains(UInt8(ascii: "#")) || head.firstRange(of: Array("Linearized".utf8)) != nil
      else { return nil }
      (length, end) = (.unclear, -1)
    }
  }

  /// Throws unless all readers begin with the newest section of `chain`.
  func check(_ chain: PDFXRefChain, in file: PDFFile) throws(DocumentError) {
    if case .of(let length) = length, length != file.size, length != file.source.size { return }
    let head = try file.read(0..<min(file.size, PDFLinearization.window))
    let first = head.firstRange(of: Array("endobj".utf8))?.upperBound
    guard let first, first == end,
      try PDFLinearization.start(first, in: file)
        == PDFLinearization.start(chain.sections[0].offset, in: file)
    else {
      throw .pdf(
        .ambiguous, "a linearised file that some readers begin with another section", at: 0)
    }
  }

  /// As far as readers look for the end of the dictionary.
  private static let window = 1_024

  private static func start(_ offset: Int, in file: PDFFile) throws(DocumentError) -> Int {
    try file.parse(at: offset, as: .startxref) { lexer throws(Malformed) in
      lexer.skipSpace()
      return lexer.offset
    }
  }
}
