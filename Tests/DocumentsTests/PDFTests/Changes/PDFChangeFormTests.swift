import BroadsealBytes
import BroadsealFiles
import Testing

@testable import BroadsealDocuments

@Suite("What came after a PDF signature is not judged")
struct PDFChangeFormTests {
  private typealias Sample = SealedSample

  private static let file = SealedSample().sample.bytes

  /// The file with `ByteRange` as `change` writes its four numbers.
  private static func range(_ change: ([Int]) -> [Int]) -> [UInt8] {
    let word = Array("/ByteRange [".utf8)
    guard let start = file.firstRange(of: word)?.upperBound,
      let end = file[start...].firstIndex(of: UInt8(ascii: "]"))
    else { return [] }
    let numbers = String(decoding: file[start..<end], as: UTF8.self).split(separator: " ")
    let text = change(numbers.compactMap { Int($0) }).map(String.init).joined(separator: " ")
    let room = end - start
    let padded = text + String(repeating: " ", count: max(0, room - text.utf8.count))
    return Array(file[..<start]) + Array(padded.utf8) + Array(file[end...])
  }

  static let cases: [PDFChangeCase] = [
    PDFChangeCase("two numbers", nil, .fourNumbers, range { Array($0.prefix(2)) }),
    PDFChangeCase("a start that is not 0", nil, .rangesInFile, range { [1] + $0.dropFirst() }),
    PDFChangeCase(
      "an end behind the file", nil, .rangesInFile, range { $0.dropLast() + [99_999] }),
    PDFChangeCase(
      "a gap that is more than a string", nil, .hexadecimalGap,
      range { [0, $0[1] - 1, $0[2], $0[3]] }),
    PDFChangeCase(
      "an empty value", nil, .emptyContents,
      SealedSample([
        7: Sample.signature().replacing("<3003020105>", with: "<0000000000>")
      ]).sample.bytes),
    PDFChangeCase(
      "two fields with one signature", nil, .oneField,
      SealedSample([
        15: Sample.object(15, "/Rect", "/V 7 0 R /Rect")
      ]).sample.bytes),
    PDFChangeCase("bytes behind the end", nil, .endOfFile, file + Array("junk".utf8)),
    PDFChangeCase(
      "blanks behind the end", nil, .endOfFile, file + [UInt8](repeating: 32, count: 40)),
    PDFChangeCase(
      "an update without a table", nil, .endOfFile,
      file + Array("4 0 obj\n\(Sample.stream("ET"))\nendobj\n".utf8)),
    PDFChangeCase(
      "a table that leads nowhere", nil, .crossReferences,
      file + Array("startxref\n5\n%%EOF\n".utf8)),
    PDFChangeCase("a chain around the signed revision", nil, .chain, around),
    PDFChangeCase("an earlier signature that is gone", nil, .lostSignature, lost),
  ]

  /// A last revision that does not name the signed one, and has the signature where it was.
  private static var around: [UInt8] {
    var sample = SealedSample().sample
    let place = sample.bytes.firstRange(of: Array("7 0 obj".utf8))?.lowerBound ?? 0
    sample.append(
      Sample.objects.filter { $0.key != 7 }, trailer: "/Info 18 0 R", link: false)
    let bytes = sample.bytes
    guard let trailer = bytes.lastRange(of: Array("trailer".utf8)) else { return [] }
    let entry = "7 1\n\(PDFSample.padded(place)) 00000 n \n"
    return Array(bytes[..<trailer]) + Array(entry.utf8) + Array(bytes[trailer...])
  }

  /// A signed file whose later revision takes the earlier signature out.
  private static var lost: [UInt8] {
    let first = SealedSample().adding([
      15: Sample.object(15, "/Rect", "/V 31 0 R /Rect"), 31: Sample.signature(),
    ])
    return first.adding([6: Sample.object(6, "/V 7 0 R", "")]).sample.bytes
  }

  @Test("where two readers could differ", arguments: cases)
  func refused(_ row: PDFChangeCase) throws {
    let document = try Document(ByteSource(bytes: row.bytes), path: nil)
    let found = try document.changes(after: try document.signatures())
    #expect(!found.isEmpty)
    #expect(found.contains { $0.change == nil && $0.rule == row.rule }, "\(found)")
  }

  @Test("and never by a copy of the value elsewhere")
  func copied() throws {
    // The gap decodes to the value, and stands in an object that nobody signed.
    let spoof = SealedSample([19: "<3003020105>"]).sample.bytes
    let copy = try #require(
      spoof.firstRange(of: Array("19 0 obj\n".utf8)).map { $0.upperBound })
    let word = Array("/ByteRange [".utf8)
    let start = try #require(spoof.firstRange(of: word)?.upperBound)
    func digits(_ number: Int) -> String { String(PDFSample.padded(number).suffix(6)) }
    let text = "0 \(digits(copy)) \(digits(copy + 12)) \(digits(spoof.count - copy - 12))"
    var bytes = spoof
    bytes.replaceSubrange(start..<start + text.utf8.count, with: Array(text.utf8))
    #expect(try SealedSample.changes(in: bytes)?.rule == .gapInDictionary)
    var other = bytes
    other[copy + 3] = UInt8(ascii: "4")
    #expect(try SealedSample.changes(in: other)?.rule == .gapIsContents)
  }
}

extension [UInt8] {
  /// Where `word` stands last.
  fileprivate func lastRange(of word: [UInt8]) -> Int? {
    indices.last { self[$0...].starts(with: word) }
  }
}
