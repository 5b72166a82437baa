import BroadsealBytes

/// Builds an incremental update (ISO 32000-1 §7.5.6): new objects, their cross-reference, a trailer.
struct PDFUpdate {
  /// The document that is updated.
  private let document: PDFDocument
  /// The new bytes so far, in steps.
  private var pieces: [Piece] = []
  private var pending = ByteWriter()
  /// Offset of the next byte.
  private var position: Int
  private var offsets: [PDFReference: Int] = [:]
  private var nextNumber: Int
  /// Where the signature's `ByteRange` waits to be known: a piece, and the offset in it.
  private var waiting: (piece: Int, offset: Int, hole: Range<Int>)?

  /// Starts an update after the last byte of the document, on a line of its own.
  ///
  /// - Parameter lowest: the lowest number that a new object may have.
  init(_ document: PDFDocument, numberingFrom lowest: Int) throws(DocumentError) {
    self.document = document
    position = document.size
    nextNumber = lowest
    let last = try document.file.read(document.size - 1..<document.size)
    if !last.allSatisfy(PDFLexer.isLineEnd) { write([10]) }
  }

  /// A number for a new object.
  mutating func newReference() throws(DocumentError) -> PDFReference {
    guard nextNumber <= PDFLimits.maximumObjectNumber else {
      throw .refused(
        Refusal(PDFCode.objects, remedy: .sidecar))
    }
    defer { nextNumber += 1 }
    return PDFReference(number: nextNumber, generation: 0)
  }

  /// Adds an object, or a new version of one.
  mutating func add(
    _ reference: PDFReference, _ body: some Sequence<UInt8>
  ) throws(DocumentError) {
    try begin(reference)
    write(body)
    write("\nendobj\n".utf8)
  }

  /// Adds a stream of `data`, which nothing filters.
  ///
  /// - Parameter filter: what a reader of an encrypted document has to know of it.
  mutating func addStream(
    _ reference: PDFReference, filter: String, data: [UInt8]
  ) throws(DocumentError) {
    try begin(reference)
    write("<< \(filter)/Length \(data.count) >>\nstream\n".utf8)
    write(data)
    write("\nendstream\nendobj\n".utf8)
  }

  /// Adds the stream that the store fills.
  mutating func addStore(
    _ reference: PDFReference, dictionary: String, length: Int
  ) throws(DocumentError) {
    try begin(reference)
    write("\(dictionary)\nstream\n".utf8)
    flush()
    pieces.append(.store(length: length))
    position += length
    write("\nendstream\nendobj\n".utf8)
  }

  /// Adds a signature dictionary: what stands before the room of `Contents`, then `ByteRange`.
  ///
  /// - Parameter length: size of the room in bytes, the brackets included.
  mutating func addSignature(
    _ reference: PDFReference, dictionary: some Sequence<UInt8>, length: Int
  ) throws(DocumentError) {
    try begin(reference)
    write(dictionary)
    write(" /Contents ".utf8)
    flush()
    pieces.append(.dependent(length: length))
    let hole = position..<position + length
    position += length
    write(" /ByteRange ".utf8)
    waiting = (pieces.count, pending.count, hole)
    write([UInt8](repeating: 32, count: PDFSignatureText.byteRangeSize))
    write(" >>\nendobj\n".utf8)
    flush()
  }

  /// Closes the update with a cross-reference section in the form of the one before it.
  mutating func finish() throws(DocumentError) -> [Piece] {
    let last = document.chain.sections[0]
    let start = position
    guard start <= PDFLimits.maximumTableOffset else {
      throw .refused(Refusal(PDFCode.size, remedy: .sidecar))
    }
    switch last.form {
    case .table: write(PDFXRefWriter.table(offsets, size: nextNumber, after: last))
    case .stream:
      let own = try newReference()
      offsets[own] = start
      write(PDFXRefWriter.stream(offsets, named: own, size: nextNumber, after: last))
    }
    write("startxref\n\(start)\n%%EOF\n".utf8)
    flush()
    if let waiting, case .bytes(var bytes) = pieces[waiting.piece] {
      let text = PDFSignatureText.byteRange(hole: waiting.hole, size: position)
      bytes.replaceSubrange(waiting.offset..<waiting.offset + text.count, with: text)
      pieces[waiting.piece] = .bytes(bytes)
    }
    return pieces
  }

  private mutating func begin(_ reference: PDFReference) throws(DocumentError) {
    guard offsets[reference] == nil else {
      throw .refused(
        Refusal(
          PDFCode.shared,
          remedy: .sidecar))
    }
    offsets[reference] = position
    write("\(reference.number) \(reference.generation) obj\n".utf8)
  }

  private mutating func write(_ bytes: some Sequence<UInt8>) {
    let before = pending.count
    pending.write(bytes)
    position += pending.count - before
  }

  private mutating func flush() {
    if pending.count > 0 { pieces.append(.bytes(pending.bytes)) }
    pending = ByteWriter()
  }
}
