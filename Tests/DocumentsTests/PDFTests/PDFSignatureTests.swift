import BroadsealBytes
import BroadsealNotes
import Testing

@testable import BroadsealDocuments

@Suite("A PDF signature in the revision of a manifest store")
struct PDFSignatureTests {
  /// A file with a store and a signature in one revision.
  ///
  /// - Parameters:
  ///   - contents: the text of `Contents`, brackets and all.
  ///   - shift: how far the hole in `ByteRange` starts from the text, and ends from its end.
  ///   - type: the entry `Type`.
  private func joint(
    contents: String = "<3003020100000000>", shift: (Int, Int) = (0, 0), short: Int = 0,
    type: String = "/Type /Sig"
  ) throws -> (bytes: [UInt8], contents: ByteRange) {
    let blank = "[0 000000 000000 000000]"
    let objects = PDFStoreSample.objects([
      1: PDFStoreSample.catalog("/AF [4 0 R] /AcroForm << /Fields [6 0 R] >>"),
      6: "<< /FT /Sig /T (s) /V 7 0 R >>",
      7: "<< \(type) /ByteRange \(blank) /Contents \(contents) >>",
    ])
    let bytes = PDFSample(objects).bytes
    let word = Array("/Contents ".utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: word) }) + word.count
    let range = try #require(ByteRange(start: start, length: contents.utf8.count))
    func padded(_ number: Int) -> String { String(PDFSample.padded(number).suffix(6)) }
    let second = range.end + shift.1
    let filled =
      "[0 \(padded(start + shift.0)) \(padded(second)) \(padded(bytes.count - second - short))]"
    return (PDFSample.replacing(blank, with: filled, in: bytes), range)
  }

  @Test("may keep its Contents out of the hash, with the brackets and without")
  func exact() throws {
    for contents in ["<3003020100000000>", "<00000000>", "<30030201FF>", "<3080000000>".zeroed] {
      let (bytes, range) = try joint(contents: contents)
      let found = try #require(try PDFCarrier(bytes).locate().store)
      let inner = ByteRange(start: range.start + 1, length: range.length - 2)
      #expect(found.permitted == [range, inner].compactMap { $0 }, "\(contents)")
    }
  }

  @Test("may stop short of the line end after %%EOF, as some signers do")
  func lineEnd() throws {
    let (bytes, _) = try joint(short: 1)
    #expect(try PDFCarrier(bytes).locate().store?.permitted.count == 2)
  }

  @Test(
    "keeps nothing out when the hole holds anything but one hexadecimal string",
    arguments: [
      "(not hexadecimal)", "<3003020100 00>", "<30030201000>", "<>",
      "<300302010001>", "<3003020100FF>", "<3004020100>", "<3080000000>", "<04020000>",
      "<31000000>",
    ])
  func contents(text: String) throws {
    let (bytes, _) = try joint(contents: text)
    #expect(try PDFCarrier(bytes).locate().store?.permitted.isEmpty == true)
  }

  @Test("makes the file malformed when its string holds a comment")
  func comment() throws {
    let (bytes, _) = try joint(contents: "<3003020100%\n00>")
    #expect(throws: DocumentError.self) { try PDFCarrier(bytes).locate() }
  }

  @Test(
    "keeps nothing out when the hole is not the string",
    arguments: [(1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-20, 5)])
  func hole(first: Int, second: Int) throws {
    let (bytes, _) = try joint(shift: (first, second))
    #expect(try PDFCarrier(bytes).locate().store?.permitted.isEmpty == true)
  }

  @Test("keeps nothing out when it covers less than its revision")
  func shortCoverage() throws {
    let (bytes, _) = try joint(short: 40)
    #expect(try PDFCarrier(bytes).locate().store?.permitted.isEmpty == true)
  }

  @Test("keeps nothing out when it is something else, or stands in another revision")
  func otherObjects() throws {
    let (bytes, _) = try joint(type: "/Type /Annot")
    #expect(try PDFCarrier(bytes).locate().store?.permitted.isEmpty == true)
    let (earlier, _) = try joint()
    let later = try PDFCarrier(earlier).embedding(dummyStore(20))
    #expect(try PDFCarrier(later).locate().store?.permitted.isEmpty == true)
  }

  @Test("is found among nested fields, and fields that contain themselves do no harm")
  func fields() throws {
    let (bytes, _) = try joint()
    let nested = PDFSample.replacing(
      "/FT /Sig /T (s) /V 7 0 R", with: "/Kids [6 0 R] /V 7 0 R  ", in: bytes)
    #expect(try PDFCarrier(nested).locate().store?.permitted.count == 2)
  }

  @Test("that is there already is spoken of when a store goes in")
  func note() throws {
    let (bytes, _) = try joint()
    #expect(
      try PDFCarrier(bytes).reserve(9, insisting: false).notes.map(\.code.name) == ["PDF-SIGNED"])
    let plain = try PDFCarrier(PDFSample().bytes).reserve(9, insisting: false)
    #expect(plain.notes.isEmpty)
  }

  @Test("that covers the store forbids to take the store out, unless the cut is clean")
  func removal() throws {
    let (bytes, _) = try joint()
    #expect {
      try PDFCarrier(bytes).removal()
    } throws: { error in
      guard case .refused(let refusal) = error as? DocumentError else { return false }
      return refusal.code.name == "PDF-SIGNED-OVER" && refusal.remedy == .none
    }
  }
}

extension String {
  /// The same number of digits, all zero.
  fileprivate var zeroed: String { String(map { $0 == "<" || $0 == ">" ? $0 : "0" }) }
}
