import BroadsealBytes
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

@Suite("Proofs that go into a document's security store")
struct PDFSecurityStoreTests {
  private static let time = UTCTime(secondsSinceEpoch: 1_795_165_200)

  private static func data(
    _ certificates: [[UInt8]], _ lists: [[UInt8]] = [], _ responses: [[UInt8]] = []
  ) -> ValidationData {
    var data = ValidationData()
    data.certificates = certificates
    data.revocationLists = lists
    data.responses = responses
    return data
  }

  /// `bytes` after an update that brings `data`, beside a store and a signature.
  private func adding(_ data: ValidationData, to bytes: [UInt8]) throws -> [UInt8] {
    let carrier = try PDFCarrier(bytes).signing(size: 8, at: Self.time, with: data)
    let store = dummyStore(100)
    let placement = try carrier.reserve(store.count, insisting: false)
    var output = try carrier.output(of: placement.pieces, store: store)
    for fill in try carrier.fills(store, for: placement) {
      output.replaceSubrange(fill.range.bounds, with: fill.bytes)
    }
    return output
  }

  @Test("are read again as they were, each once", arguments: PDFSample.Form.allCases)
  func added(_ form: PDFSample.Form) throws {
    let one = Self.data([[1, 2], [3], [1, 2]], [[4]], [[5]])
    let first = try adding(one, to: PDFSample(form: form).bytes)
    #expect(try PDFCarrier(first).validationData() == Self.data([[1, 2], [3]], [[4]], [[5]]))
    let second = try adding(Self.data([[3], [6]], [[7]]), to: first)
    #expect(second.starts(with: first))
    #expect(
      try PDFCarrier(second).validationData()
        == Self.data([[1, 2], [3], [6]], [[4], [7]], [[5]]))
  }

  @Test("leave everything else of the store as it stood")
  func kept() throws {
    let bytes = PDFSample([
      1: "<< /Type /Catalog /Pages 2 0 R /DSS 4 0 R /Extensions 6 0 R >>",
      4: "<< /VRI << /AB << /TU (D:2020) >> >> /Certs 5 0 R >>", 5: "[]",
      6: "<< /ADBE << /BaseVersion /1.7 /ExtensionLevel 3 >> >>",
    ]).bytes
    let document = try PDFCarrier(try adding(Self.data([[1]]), to: bytes)).document
    var resolver = document.resolver()
    let catalog = try document.catalog(in: &resolver)
    let store = try resolver.resolve(catalog["DSS"])
    #expect(store?["VRI"]?["AB"]?["TU"]?.object.string == Array("D:2020".utf8))
    // Extensions have to stand in the catalog itself.
    #expect(catalog["Extensions"]?["ADBE"]?["ExtensionLevel"]?.object.integer == 3)
    #expect(catalog["Extensions"]?["ESIC"]?["ExtensionLevel"]?.object.integer == 5)
  }

  @Test("of a PDF 2.0 need no extension")
  func second() throws {
    let bytes = PDFSample([1: "<< /Type /Catalog /Pages 2 0 R /Version /2.0 >>"]).bytes
    let document = try PDFCarrier(try adding(Self.data([[1]]), to: bytes)).document
    var resolver = document.resolver()
    #expect(try document.catalog(in: &resolver)["Extensions"] == nil)
  }

  @Test("that would take too much room are refused, and so is a store that is none")
  func limits() throws {
    func code(_ data: ValidationData, _ bytes: [UInt8] = PDFSample().bytes) -> String? {
      do {
        _ = try adding(data, to: bytes)
        return nil
      } catch DocumentError.refused(let refusal) { return refusal.code.name } catch {
        return "\(type(of: error))"
      }
    }
    let large = [UInt8](repeating: 7, count: PDFLimits.maximumAddedValidationData + 1)
    #expect(code(Self.data([], [large])) == "PDF-SECURITY-STORE")
    #expect(code(Self.data([], [Array(large.dropFirst())])) == nil)
    let many = (0...PDFLimits.maximumValidationItems).map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(code(Self.data(many)) == "PDF-SECURITY-STORE")
    #expect(code(Self.data(Array(many.dropLast()))) == nil)
    let odd = PDFSample([1: "<< /Type /Catalog /Pages 2 0 R /DSS [1] >>"]).bytes
    #expect(code(Self.data([[1]]), odd) == "DocumentError")
  }

  @Test("A store says when it was written, and leaves the document byte for byte, dated or not")
  func dated() throws {
    let bytes = PDFSample().bytes
    for carrier in [try PDFCarrier(bytes), try PDFCarrier(bytes).dated(Self.time)] {
      let store = dummyStore(60)
      let placement = try carrier.reserve(store.count, insisting: false)
      let output = try carrier.output(of: placement.pieces, store: store)
      let written = try PDFCarrier(output)
      #expect(try written.storeTime() == carrier.time)
      let removed = try #require(try written.removal())
      #expect(try written.output(of: removed, store: []) == bytes)
    }
    let dated = try PDFCarrier(bytes).dated(Self.time).reserve(9, insisting: false)
    let text = dated.pieces.compactMap { piece in
      if case .bytes(let bytes) = piece { String(decoding: bytes, as: UTF8.self) } else { nil }
    }.joined()
    #expect(text.contains("/Params << /Size 9 /ModDate (D:20261120090000Z) >>"))
  }
}
