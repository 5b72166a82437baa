import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

@testable import BroadsealSigning

@Suite("A PDF signature together with the label")
struct PAdESTests {
  private static let kinds: [SignatureAlgorithm] = [.es256, .es384, .es512, .ps256, .ps384]

  /// Signs the press release as PDF too; the output is `out.pdf`.
  private func sign(
    _ fixture: Fixture, _ algorithm: SignatureAlgorithm = .es256,
    stamping: TimeStamping? = nil, sample: String = "press-release.pdf",
    to output: String = "out.pdf"
  ) throws -> SigningResult {
    var request = fixture.request(sample, to: output)
    request.pades = true
    return try fixture.signer(algorithm, stamping: stamping).sign(request)
  }

  /// The one PDF signature of a file, as it stands there.
  static func located(_ fixture: Fixture, _ name: String = "out.pdf") throws -> DocumentSignature {
    let carrier = try #require(try Document.open(FilePath(fixture.scratch(name))).carrier)
    let found = try carrier.signatures()
    #expect(found.count == 1)
    return try #require(found.first)
  }

  @Test("holds beside the label, with every algorithm that PDF readers know", arguments: kinds)
  func algorithms(_ algorithm: SignatureAlgorithm) throws {
    let fixture = try Fixture()
    let result = try sign(fixture, algorithm)
    #expect(result.pdfSignature == PDFSignature(level: "B-T", field: "Signature1"))
    let verdict = fixture.verdict("out.pdf")
    #expect(verdict.integrity == .intact && verdict.c2pa.state == .trusted)
    #expect(
      verdict.c2pa.informational.map(\.code).contains(
        "assertion.dataHash.additionalExclusionsPresent"))
    let signature = try #require(verdict.pdfSignatures.first)
    #expect(verdict.pdfSignatures.count == 1)
    #expect(signature.status == .intact && signature.coverage == .file && signature.isWithLabel)
    #expect(signature.isLabelSigner == true && signature.level == "B-T")
    #expect(signature.time == Fixture.time && signature.field == "Signature1")
    // The list of the demonstration takes this algorithm alone.
    if algorithm == .es256 { #expect(verdict.origin?.status == .official) }
    #expect(verdict.findings.map(\.code.name) == ["AI-OTHER-EDITS"])
  }

  @Test("is one that OpenSSL verifies over the file without its hole", arguments: kinds)
  func openssl(_ algorithm: SignatureAlgorithm) throws {
    let fixture = try Fixture()
    _ = try sign(fixture, algorithm, stamping: TimeStamping.none)
    let signature = try Self.located(fixture)
    let bytes = try #require(fixture.scratch.read("out.pdf"))
    fixture.scratch.write(try #require(signature.value), to: "cms.der")
    fixture.scratch.write(signature.covered.flatMap { bytes[$0.bounds] }, to: "content")
    fixture.scratch.write(fixture.pki.demo.claimAnchors.flatMap(\.pem), to: "anchors.pem")
    let outcome = Command.shell(
      "cd '\(fixture.scratch.path)' && openssl cms -verify -cades -binary -inform DER -in cms.der "
        + "-content content -CAfile anchors.pem -purpose any -attime "
        + "\(Fixture.time.secondsSinceEpoch) -out /dev/null")
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let dump = Command.shell(
      "cd '\(fixture.scratch.path)' && openssl cms -cmsout -print -inform DER -in cms.der")
    let text = String(decoding: dump.output, as: UTF8.self)
    #expect(dump.code == 0 && !text.contains("signingTime"))
    for name in ["id-smime-aa-signingCertificateV2", "contentType", "messageDigest"] {
      #expect(text.contains(name), "\(name)")
    }
  }

  @Test("is of level B-B without a time stamp, and of B-B where the authority failed")
  func levels() throws {
    let fixture = try Fixture()
    #expect(try sign(fixture, stamping: TimeStamping.none).pdfSignature?.level == "B-B")
    let found = try #require(fixture.verdict("out.pdf").pdfSignatures.first)
    #expect(found.status == .intact && found.level == "B-B" && found.time == nil)
    let dead = TimeStampSource.remote(url: "http://127.0.0.1:1/tsa")
    let result = try sign(
      fixture, stamping: .authorities([dead], allowMissing: true), to: "dead.pdf")
    #expect(result.pdfSignature?.level == "B-B")
    #expect(result.notes.map(\.code.name) == ["TSA-FAILED", "TSA-FAILED"])
  }

  @Test("is refused for documents of other types, with a key of another kind, and for a sidecar")
  func refusals() throws {
    let fixture = try Fixture()
    for sample in ["river.jpg", "press-release.txt", "press-release.docx"] {
      let error = #expect(throws: SigningError.self) {
        try sign(fixture, sample: sample, to: "out" + sample)
      }
      #expect(error?.code?.name == "PADES-NOT-PDF")
    }
    let key = #expect(throws: SigningError.self) { try sign(fixture, .ed25519) }
    #expect(key?.code?.name == "PADES-KEY")
    var request = fixture.request("press-release.pdf", to: "out.pdf")
    (request.pades, request.form) = (true, .sidecar)
    let sidecar = #expect(throws: SigningError.self) { try fixture.signer().sign(request) }
    #expect(sidecar?.kind == .request)
    #expect(fixture.scratch.names == [])
  }

  @Test("stands in the plan, which then differs from one without")
  func plan() throws {
    let fixture = try Fixture()
    var request = fixture.request("press-release.pdf", to: "out.pdf")
    let certificate = fixture.pki.demo.us.signer.certificate
    let without = try SigningPlan(request, inputs: [request.input], certificate: certificate)
    request.pades = true
    let with = try SigningPlan(request, inputs: [request.input], certificate: certificate)
    #expect(with.difference(from: without) == .options)
    #expect(String(decoding: with.bytes, as: UTF8.self).contains("\"pades\": true"))
  }

  @Test("can be made again and again; the earlier ones stay intact")
  func repeated() throws {
    let fixture = try Fixture()
    _ = try sign(fixture)
    var request = fixture.request("press-release.pdf", to: "again.pdf")
    (request.input, request.pades) = (FilePath(fixture.scratch("out.pdf")), true)
    #expect(try fixture.signer().sign(request).pdfSignature?.field == "Signature2")
    (request.input, request.pades) = (FilePath(fixture.scratch("again.pdf")), false)
    request.destination = .file(FilePath(fixture.scratch("plain.pdf")))
    _ = try fixture.signer().sign(request)
    let verdict = fixture.verdict("plain.pdf")
    #expect(verdict.integrity == .intact && verdict.origin?.status == .official)
    #expect(verdict.pdfSignatures.map(\.status) == [.intact, .intact])
    #expect(verdict.pdfSignatures.map(\.coverage) == [.revision, .revision])
    #expect(verdict.pdfSignatures.allSatisfy { !$0.isWithLabel && $0.isLabelSigner == true })
    #expect(
      verdict.findings.map(\.code.name) == [
        "PDF-SIGNATURE-PARTIAL", "PDF-SIGNATURE-CHANGED", "PDF-SIGNATURE-PARTIAL",
        "PDF-SIGNATURE-CHANGED", "AI-OTHER-EDITS",
      ])
  }

  @Test("whose room was emptied is missed, and the document is not official")
  func emptied() throws {
    let fixture = try Fixture()
    _ = try sign(fixture)
    let room = try Self.located(fixture).room
    var bytes = try #require(fixture.scratch.read("out.pdf"))
    for index in room.start + 1..<room.end - 1 { bytes[index] = UInt8(ascii: "0") }
    fixture.scratch.write(bytes, to: "empty.pdf")
    let verdict = fixture.verdict("empty.pdf")
    #expect(verdict.pdfSignatures.map(\.status) == [.empty])
    #expect(verdict.origin?.status != .official)
    #expect(verdict.origin?.reasons.map(\.code.name).contains("OFF-1-PDF-SIGNATURE") == true)
    #expect(
      verdict.findings.contains { $0.code.name == "PDF-SIGNATURE-EMPTY" && $0.severity == .error })
  }

  @Test("of somebody else in the label's room is told apart")
  func replaced() throws {
    let fixture = try Fixture()
    _ = try sign(fixture)
    let signature = try Self.located(fixture)
    var bytes = try #require(fixture.scratch.read("out.pdf"))
    let other = fixture.pki.demo.jp.signer
    let content = signature.covered.flatMap { bytes[$0.bounds] }
    let certificates = other.chain.map(\.der)
    let attributes = try DetachedSignature.attributes(
      digest: try Digest.of(content, .sha256), certificates: certificates)
    let raw = try other.key.sign(DetachedSignature.signedBytes(of: attributes), with: .es256)
    let message = DetachedSignature(
      algorithm: .es256, certificates: certificates, attributes: attributes,
      signature: try #require(DetachedSignature.form(of: raw, .es256)))
    let der = try #require(message.der)
    let zeros = [UInt8](repeating: 0, count: (signature.room.length - 2) / 2 - der.count)
    bytes.replaceSubrange(signature.room.bounds, with: Array("<\(Hex.encode(der + zeros))>".utf8))
    fixture.scratch.write(bytes, to: "other.pdf")
    let verdict = fixture.verdict("other.pdf")
    #expect(verdict.integrity == .intact)
    let found = try #require(verdict.pdfSignatures.first)
    #expect(found.status == .intact && found.isLabelSigner == false && found.level == "B-B")
    #expect(verdict.findings.map(\.code.name) == ["PDF-SIGNATURE-OTHER-SIGNER", "AI-OTHER-EDITS"])
  }

  @Test("is made again with more room when the authority's token is larger than was thought")
  func largeToken() throws {
    let fixture = try Fixture()
    let verbose = try TimeStampTests.authority(in: fixture, extra: 20_000)
    let server = try LocalAuthorityServer(requests: 8) { request in
      (try? verbose.respond(to: request, at: Fixture.time)).map {
        LocalAuthorityServer.response($0)
      }
    }
    let result = try sign(
      fixture,
      stamping: .authorities(
        [.remote(url: "http://127.0.0.1:\(server.port)/tsa")], allowMissing: false))
    #expect(result.pdfSignature?.level == "B-T")
    #expect(try #require(Self.located(fixture).value).count > 20_000)
    let found = try #require(fixture.verdict("out.pdf").pdfSignatures.first)
    #expect(found.status == .intact && found.time == Fixture.time)
  }

  @Test("is made by a key that only a program has")
  func program() throws {
    let fixture = try Fixture()
    let signer = fixture.pki.demo.us.signer
    let key = fixture.scratch.write(try signer.key.pem(), to: "key.pem")
    let command = try SignerCommand(words: ["openssl", "dgst", "-sha256", "-sign", key])
    let credential = try Credential(
      key: .command(command, signer.key.publicKey), certificates: signer.chain)
    var request = fixture.request("press-release.pdf", to: "out.pdf")
    request.pades = true
    let made = try Signer(
      credential: credential, timeStamping: fixture.stamping(), inspection: fixture.inspection,
      environment: Fixture.environment
    ).sign(request)
    #expect(made.pdfSignature?.level == "B-T")
    #expect(fixture.verdict("out.pdf").pdfSignatures.map(\.status) == [.intact])
  }
}
