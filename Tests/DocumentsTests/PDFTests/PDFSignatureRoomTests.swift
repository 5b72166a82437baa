import BroadsealBytes
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

@Suite("Room for a PDF signature beside a manifest store")
struct PDFSignatureRoomTests {
  private static let time = UTCTime(secondsSinceEpoch: 1_795_165_200)
  private static let size = 40
  /// Stands for a CMS message: a sequence.
  private static let message: [UInt8] = [0x30, 3, 2, 1, 7]

  private func joint(
    _ bytes: [UInt8], store: [UInt8] = dummyStore(300)
  ) throws -> (bytes: [UInt8], contents: ByteRange) {
    let carrier = try PDFCarrier(bytes).signing(size: Self.size, at: Self.time)
    let placement = try carrier.reserve(store.count, insisting: false)
    let fills =
      try carrier.fills(store, for: placement)
      + [carrier.signatureFill(Self.message, for: placement)]
    var output = try carrier.output(of: placement.pieces, store: store)
    #expect(output.count == placement.outputSize)
    for fill in fills { output.replaceSubrange(fill.range.bounds, with: fill.bytes) }
    return (output, placement.dependents[0])
  }

  private static let annotation = "<< /Type /Annot /Subtype /Link /Rect [1 1 2 2] >>"
  private static let field = "<< /FT /Tx /T (Signature1) /V (kept) /Kids [] >>"

  /// Documents with and without a form and annotations, direct and not.
  static let cases: [PDFCase] =
    PDFSample.Form.allCases.flatMap { form in
      [
        PDFCase("plain, \(form)", PDFSample(form: form).bytes),
        PDFCase(
          "a form in the catalog, \(form)",
          PDFSample(
            [
              1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /DA (/F 9 Tf) >> >>",
              4: field,
            ], form: form
          ).bytes),
        PDFCase(
          "a form of its own, \(form)",
          PDFSample(
            [
              1: "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>",
              4: field, 5: "<< /Fields [4 0 R] /SigFlags 1 >>",
            ], form: form
          ).bytes),
        PDFCase(
          "fields of their own, \(form)",
          PDFSample(
            [
              1: "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>",
              4: field, 5: "<< /Fields 6 0 R >>", 6: "[4 0 R]",
            ], form: form
          ).bytes),
        PDFCase(
          "annotations on the page, \(form)",
          PDFSample(
            [
              3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [4 0 R] >>",
              4: annotation,
            ],
            form: form
          ).bytes),
        PDFCase(
          "annotations of their own, \(form)",
          PDFSample(
            [
              3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots 5 0 R >>",
              4: annotation, 5: "[4 0 R]",
            ], form: form
          ).bytes),
      ]
    } + [PDFCase("object streams", PDFObjectStreamSample(changes: [:]).bytes)]

  @Test("is one hole, and everything else stays as it was", arguments: cases)
  func update(_ row: PDFCase) throws {
    let (output, contents) = try joint(row.bytes)
    #expect(output.starts(with: row.bytes))
    let carrier = try PDFCarrier(output)
    let store = try #require(try carrier.locate().store)
    #expect(store.bytes == dummyStore(300))
    #expect(store.permitted.contains(contents) && store.doubts.isEmpty)
    let signature = try #require(try carrier.signatures().first)
    #expect(try carrier.signatures().count == 1)
    #expect(signature.isExact && signature.kind == .message && signature.value == Self.message)
    #expect(signature.end == .file && signature.wasWritten(with: store.extent))
    #expect(signature.covered.map(\.length).reduce(0, +) + contents.length == output.count)
    #expect(["Signature1", "Signature2"].contains(signature.field))
  }

  @Test("keeps the form, its fields and the annotations of the page", arguments: cases)
  func kept(_ row: PDFCase) throws {
    let before = try PDFCarrier(row.bytes).document
    let after = try PDFCarrier(try joint(row.bytes).bytes).document
    #expect(try items(of: "Fields", in: after).dropLast() == items(of: "Fields", in: before)[...])
    #expect(try annotations(in: after).dropLast() == annotations(in: before)[...])
    #expect(try items(of: "Fields", in: after).last == annotations(in: after).last)
    var resolver = after.resolver()
    let form = try resolver.resolve(after.catalog(in: &resolver)["AcroForm"])
    #expect(form?["SigFlags"]?.object.integer == 3)
    var old = before.resolver()
    let oldForm = try old.resolve(before.catalog(in: &old)["AcroForm"])
    #expect(form?["DA"]?.object.string == oldForm?["DA"]?.object.string)
  }

  private func items(of key: PDFName, in document: PDFDocument) throws -> [PDFReference?] {
    var resolver = document.resolver()
    let form = try resolver.resolve(document.catalog(in: &resolver)["AcroForm"])
    return try (resolver.resolve(form?[key])?.items ?? []).map(\.object.reference)
  }

  private func annotations(in document: PDFDocument) throws -> [PDFReference?] {
    var resolver = document.resolver()
    let pages = try resolver.resolve(document.catalog(in: &resolver)["Pages"])
    let page = try resolver.resolve(resolver.resolve(pages?["Kids"])?.items?.first)
    return try (resolver.resolve(page?["Annots"])?.items ?? []).map(\.object.reference)
  }

  @Test(
    "finds a name that no field has",
    arguments: [
      ("(Other)", "Signature1"), ("(Signature1)", "Signature2"),
      ("<FEFF005300690067006E006100740075007200650031>", "Signature2"), ("7", "Signature1"),
    ])
  func names(_ text: String, expected: String) throws {
    let bytes = PDFSample([
      1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>",
      4: "<< /FT /Sig /T \(text) >>",
    ]).bytes
    #expect(try PDFCarrier(bytes).signing(size: 9, at: Self.time).room?.field == expected)
  }

  @Test("follows an earlier signature, which stays what it was, and is followed by another")
  func repeated() throws {
    let (first, contents) = try joint(PDFSample().bytes)
    let (second, _) = try joint(first, store: dummyStore(500, 3))
    #expect(second.starts(with: first))
    let found = try PDFCarrier(second).signatures().sorted { $0.offset < $1.offset }
    #expect(found.map(\.field) == ["Signature1", "Signature2"])
    #expect(found[0].room == contents && found[0].isExact && found[0].end == .revision)
    #expect(found[1].end == .file)
    #expect(try PDFCarrier(second).locate().store?.earlier.count == 1)
  }

  private static func certified(_ level: Int) -> [UInt8] {
    PDFSample([
      1:
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> /Perms << /DocMDP 5 0 R >> >>",
      4: "<< /FT /Sig /T (Author) /V 5 0 R >>",
      5: """
      << /Type /Sig /Reference [<< /TransformMethod /DocMDP /TransformParams << /P \(level) >> >>] \
      /Contents <00> /ByteRange [0 1 2 3] >>
      """,
    ]).bytes
  }

  @Test("is refused where a certification forbids changes, and else stands beside the annotation")
  func certified() throws {
    for level in 1...2 {
      let carrier = try PDFCarrier(Self.certified(level)).signing(size: 9, at: Self.time)
      #expect(refused { try carrier.reserve(100, insisting: true) } == "PDF-CERTIFIED")
    }
    let (output, _) = try joint(Self.certified(3))
    let carrier = try PDFCarrier(output)
    #expect(try carrier.locate().store?.permitted.count == 2)
    #expect(try carrier.signatures().map(\.field).sorted() == ["Author", "Signature1"])
    #expect(try annotations(in: carrier.document).count == 2)
  }

  @Test("is refused where an XFA form would not show it")
  func xfa() throws {
    let bytes = PDFSample([
      1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA [] >> >>"
    ]).bytes
    #expect(refused { try PDFCarrier(bytes).signing(size: 9, at: Self.time) } == "PDF-XFA")
  }

  @Test("is refused where one object is the form's fields and the page's annotations")
  func shared() throws {
    let bytes = PDFSample([
      1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields 5 0 R >> >>",
      3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots 5 0 R >>",
      4: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /Rect [0 0 1 1] >>", 5: "[4 0 R]",
    ]).bytes
    let carrier = try PDFCarrier(bytes).signing(size: 9, at: Self.time)
    #expect(refused { try carrier.reserve(100, insisting: false) } == "PDF-SHARED")
  }

  @Test("is refused for a message that is longer than its room")
  func tooLong() throws {
    let carrier = try PDFCarrier(PDFSample().bytes).signing(size: 4, at: Self.time)
    let placement = try carrier.reserve(100, insisting: false)
    #expect(throws: DocumentError.self) {
      try carrier.signatureFill(Self.message, for: placement)
    }
  }

  @Test("is read up to a size, and of very many signatures the newest are")
  func limits() throws {
    func signature(_ size: Int) -> String {
      "<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /Contents <30"
        + String(repeating: "01", count: size - 1) + "> >>"
    }
    func document(_ values: [String]) throws -> [DocumentSignature] {
      var objects: [Int: String] = [:]
      for (index, value) in values.enumerated() {
        objects[10 + index] = value
        objects[1_000 + index] = "<< /FT /Sig /T (\(index)) /V \(10 + index) 0 R >>"
      }
      let fields = values.indices.map { "\(1_000 + $0) 0 R" }.joined(separator: " ")
      objects[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [\(fields)] >> >>"
      return try PDFCarrier(PDFSample(objects).bytes).signatures()
    }
    let limit = PDFLimits.maximumSignatureSize
    let sizes = try document([signature(limit), signature(limit + 1)])
    #expect(sizes.map { $0.value != nil } == [true, false])
    let many = PDFLimits.maximumSignatures + 3
    let read = try document([String](repeating: signature(5), count: many))
    #expect(read.count == many && read.prefix(3).allSatisfy { $0.value == nil })
    #expect(read.dropFirst(3).allSatisfy { $0.value != nil })
    #expect(read.map(\.field) == (0..<many).map(String.init))
  }

  @Test("is clean for qpdf, which finds the field", .enabled(if: Tool.qpdf.isInstalled))
  func qpdf() throws {
    let scratch = Scratch()
    for row in Self.cases {
      let path = scratch.write(try joint(row.bytes).bytes, to: "joint.pdf")
      let outcome = Tool.qpdf.run(["--check", path])
      #expect(
        outcome.status == 0, "\(row.name): \(String(decoding: outcome.output, as: UTF8.self))")
    }
  }

  @Test(
    "works in encrypted and in linearised documents, with Contents in the clear",
    .enabled(if: Tool.qpdf.isInstalled),
    arguments: [
      ["--encrypt", "", "owner", "256", "--"],
      ["--encrypt", "", "owner", "128", "--use-aes=y", "--"], ["--linearize"],
      ["--object-streams=generate"],
    ])
  func dialects(_ options: [String]) throws {
    let scratch = Scratch()
    let plain = scratch.write(PDFSample().bytes, to: "plain.pdf")
    try #require(Tool.qpdf.run(options + [plain, scratch("other.pdf")]).status == 0)
    let base = try #require(scratch.read("other.pdf"))
    let path = scratch.write(try joint(base).bytes, to: "joint.pdf")
    #expect(Tool.qpdf.run(["--check", path]).status == 0)
    let shown = Tool.qpdf.run(["--json", path])
    let text = String(decoding: shown.output, as: UTF8.self)
    #expect(shown.status == 0 && text.contains("Signature1") && text.contains("D:20261120090000Z"))
    #expect(text.contains("3003020107"))
  }

  private func refused(_ body: () throws -> some Any) -> String? {
    do {
      _ = try body()
      return nil
    } catch DocumentError.refused(let refusal) { return refusal.code.name } catch {
      return "\(error)"
    }
  }
}
