import BroadsealBytes

/// An inflated object stream (ISO 32000-1 §7.5.7).
struct PDFObjectStream: Sendable {
  /// Where an object stream and its data stand.
  struct Place: Hashable {
    let offset: Int
    let data: ByteRange
  }

  /// The stream's own object number.
  let number: Int
  /// Where the stream stands in the file, for error messages.
  let offset: Int
  private let bytes: [UInt8]
  private let first: Int
  private let index: [(number: Int, offset: Int)]
  /// Where it stands, when everybody who reads it there reads the same.
  let place: Place?

  /// The numbers of the objects in it, in their order.
  var members: [Int] { index.map(\.number) }
  /// How many bytes it has, inflated.
  var size: Int { bytes.count }
  /// What it takes in memory.
  var cost: Int { bytes.count + index.count * PDFLimits.workOfValue }

  /// Reads the header of the decoded `bytes` of `stream`.
  ///
  /// - Parameter place: where it stands, when everybody who reads it there reads the same.
  init(
    _ stream: PDFIndirectObject, bytes: [UInt8], place: Place? = nil
  ) throws(DocumentError) {
    func fault(_ reason: String) -> DocumentError { .pdf(.syntax, reason, at: stream.offset) }
    guard let dictionary = stream.dictionary, dictionary["Type"]?.name == "ObjStm",
      let count = dictionary["N"]?.integer, let first = dictionary["First"]?.integer,
      (0...PDFLimits.maximumCompressedObjects).contains(count), (0...bytes.count).contains(first)
    else { throw fault("an object stream without type, count or first offset") }
    var lexer = PDFLexer(Array(bytes[..<first]), base: 0)
    var index: [(number: Int, offset: Int)] = []
    do throws(Malformed) {
      for _ in 0..<count {
        lexer.skipSpace()
        let number = try lexer.natural()
        lexer.skipSpace()
        let offset = try lexer.natural()
        guard offset >= index.last?.offset ?? 0, offset <= bytes.count - first else {
          throw lexer.malformed("an offset out of order")
        }
        index.append((number, offset))
      }
    } catch { throw fault("an object stream with a bad header: \(error.reason)") }
    guard Set(index.map(\.number)).count == index.count else {
      throw .pdf(.ambiguous, "an object stream with one number twice", at: stream.offset)
    }
    number = stream.reference.number
    offset = stream.offset
    self.bytes = bytes
    self.first = first
    self.index = index
    self.place = place
  }

  /// Refuses a `number` that is not the one at `position`, where the cross-reference says that it is.
  func require(_ number: Int, at position: Int) throws(DocumentError) {
    guard position < index.count, index[position].number == number else {
      throw .pdf(
        .xref, "object \(number) is not where its object stream should have it", at: offset)
    }
  }

  /// Object `number`, which the cross-reference says is the one at `position`.
  func object(_ number: Int, at position: Int) throws(DocumentError) -> PDFIndirectObject {
    try require(number, at: position)
    let start = first + index[position].offset
    let end = position + 1 < index.count ? first + index[position + 1].offset : bytes.count
    var lexer = PDFLexer(Array(bytes[start..<end]), base: start)
    do throws(Malformed) {
      let value = try lexer.value()
      lexer.skipSpace()
      guard lexer.peek() == nil else { throw lexer.malformed("more than one value") }
      return PDFIndirectObject(
        reference: PDFReference(number: number, generation: 0), value: value, text: lexer.text,
        values: lexer.values, container: self.number, data: nil, offset: offset)
    } catch {
      throw .pdf(.syntax, "object \(number) in an object stream: \(error.reason)", at: offset)
    }
  }
}
