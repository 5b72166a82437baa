import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealVerifying
import TestSupport
import Testing

@Suite("A labelled PDF that another tool added to")
struct LabelRevisionTests {
  private func verdict(_ bytes: [UInt8]) throws -> Verdict {
    let document = try Document(ByteSource(bytes: bytes), path: "release.pdf")
    return Verifier(trust: try TestPKI.shared().context(), at: TestPKI.now).session()
      .verify(document)
  }

  private func labelled() throws -> [UInt8] {
    try TestFile.pdf.signed(TestManifest(try TestPKI.shared()))
  }

  /// The file after a revision that adds proofs, and `objects`.
  private func adding(_ objects: [Int: String] = [:], to file: [UInt8]) -> [UInt8] {
    let catalog = LaterRevision.object(1, in: file)
      .replacing("/Pages", with: "/DSS << /Certs [90 0 R] >> /Pages")
    let proofs = [1: catalog, 90: "<< /Length 1 >>\nstream\nx\nendstream"]
    return LaterRevision.adding(proofs.merging(objects) { $1 }, to: file)
  }

  @Test("still says what was labelled when only proofs came later")
  func evidence() throws {
    let verdict = try verdict(adding(to: labelled()))
    #expect(verdict.integrity == .intactRevision)
    #expect(verdict.origin?.status == .official)
    #expect(verdict.c2pa.state == .invalid)
    #expect(verdict.c2pa.failure.map(\.code) == ["assertion.dataHash.mismatch"])
    #expect(verdict.label?.change == .evidence)
    #expect(verdict.label?.revision == 2)
    #expect(verdict.label?.revisions == 3)
    #expect(verdict.findings.contains { $0.code.name == "PDF-LATER-EVIDENCE" })
    #expect(verdict.conclusion(for: .official) == .unrecognised)
    #expect(verdict.conclusion(for: .valid) == .unrecognised)
  }

  @Test("still says what was labelled when nothing that it leads to was touched")
  func unreachable() throws {
    let labelled = try labelled()
    let verdict = try verdict(LaterRevision.adding([90: "<< /Other true >>"], to: labelled))
    #expect(verdict.label?.change == .nothing)
    #expect(verdict.integrity == .intactRevision)
    #expect(verdict.origin?.status == .official)
    #expect(verdict.conclusion(for: .valid) == .unrecognised)
    #expect(verdict.findings.allSatisfy { $0.code.name != "PDF-LATER-EVIDENCE" })
  }

  @Test("is altered when anything else came later, and the change is named")
  func changed() throws {
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 99] >>"
    let verdict = try verdict(adding([3: page], to: labelled()))
    #expect(verdict.integrity == .altered)
    #expect(verdict.label?.change == .changed)
    #expect(verdict.label?.rule == "OBJ-6")
    #expect(verdict.origin?.status == Origin.Status.none)
    #expect(verdict.conclusion(for: .valid) == .failed)
  }

  @Test("is altered when the labelled revision itself was changed")
  func alteredRevision() throws {
    let labelled = try labelled()
    let changed = try #require(labelled.firstRange(of: Array("72 72".utf8)))
    var file = adding(to: labelled)
    file[changed.lowerBound] = UInt8(ascii: "8")
    #expect(try verdict(file).integrity == .altered)
  }

  @Test("is altered when what looks like a time stamp of the document does not hold")
  func forgedStamp() throws {
    let labelled = try labelled()
    let catalog = LaterRevision.object(1, in: labelled)
      .replacing("/Pages", with: "/AcroForm << /Fields [91 0 R] /SigFlags 3 >> /Pages")
    let file = LaterRevision.adding(
      [
        1: catalog,
        91:
          "<< /Type /Annot /Subtype /Widget /FT /Sig /T (stamp) /Rect [0 0 0 0] /F 132 /V 92 0 R >>",
        92: "<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 "
          + "/ByteRange [0 10 30 10] /Contents <3003020105> >>",
      ], to: labelled)
    let verdict = try verdict(file)
    #expect(verdict.integrity == .altered)
    #expect(verdict.label?.rule == "SIG-1")
  }

  @Test("may get a line end after its %%EOF first")
  func lineEnd() throws {
    var bare = try labelled()
    while bare.last == 10 { bare.removeLast() }
    // Whoever signs without the line end covers none.
    let verdict = try verdict(adding(to: bare + [10]))
    #expect(verdict.label?.change == .evidence)
  }
}
