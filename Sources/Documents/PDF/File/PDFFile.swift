import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// The bytes of a PDF, read in windows; offsets count from its `%PDF-` header.
struct PDFFile: Sendable {
  /// The file.
  let source: ByteSource
  /// Where `%PDF-` stands in the file: what the document calls offset 0.
  let origin: Int
  /// Where it ends in the file: before the end of the source for an earlier state of the file.
  let end: Int
  /// Whether forms are read that the standard does not know and that are common all the same: looked
  /// through like any other, and never written to (see `PDFDocument.irregularity`).
  var isTolerant = false
  /// Whether to read on where two readers could differ: to look for signatures, and for nothing else.
  var isLenient = false
  /// What was read of the file before; nil where nothing is kept.
  private(set) var cache: PDFObjectCache?

  /// The same file, of which is kept what is read.
  func keeping(in cache: PDFObjectCache) -> PDFFile {
    var file = self
    file.cache = cache
    return file
  }

  /// The file as it was when it ended at `end`, which keeps what it reads where this one does.
  func cut(at end: Int) -> PDFFile {
    PDFFile(
      source: source, origin: origin, end: end, isTolerant: isTolerant, isLenient: isLenient,
      cache: cache)
  }

  /// Whether it is an earlier state of the file.
  var isCut: Bool { end < source.size }

  /// Size in bytes, from the header to the end.
  var size: Int { end - origin }

  /// The bytes of `range`, which counts from the header.
  func read(_ range: Range<Int>) throws(DocumentError) -> [UInt8] {
    guard range.lowerBound >= 0, range.upperBound <= size,
      let wanted = ByteRange(start: origin + range.lowerBound, length: range.count)
    else { throw .pdf(.syntax, "unexpected end of the file", at: range.lowerBound) }
    do throws(SourceError) {
      return try source.read(wanted)
    } catch { throw .source(error) }
  }

  /// Parses at `offset`, in a window that grows until the result no longer depends on its end.
  ///
  /// - Parameters:
  ///   - code: what an error of `body` is called.
  ///   - body: a pure function of the lexer: it may run more than once.
  func parse<Result>(
    at offset: Int, as code: PDFCode = .syntax,
    _ body: (inout PDFLexer) throws(Malformed) -> Result
  ) throws(DocumentError) -> Result {
    guard offset >= 0, offset < size else {
      throw .pdf(code, "offset outside the file", at: offset)
    }
    var length = 1_024
    while true {
      let end = min(size, offset + length)
      var lexer = PDFLexer(try read(offset..<end), base: offset)
      lexer.takesLastOfKeys = isLenient
      do throws(Malformed) {
        let result = try body(&lexer)
        if !lexer.ranOut || end == size { return result }
      } catch {
        if !lexer.ranOut || end == size {
          throw .malformed(code: code.code, error)
        }
      }
      guard length < PDFLimits.maximumObjectSize else {
        throw .pdf(.limit, "an object larger than the reader takes", at: offset)
      }
      length = min(length * 4, PDFLimits.maximumObjectSize)
    }
  }
}
