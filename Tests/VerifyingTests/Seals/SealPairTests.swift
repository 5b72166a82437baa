import BroadsealBytes
import BroadsealReporting
import BroadsealTrust
import TestSupport
import Testing

@testable import BroadsealOpenSSL
@testable import BroadsealVerifying

@Suite("Two signatures of one document")
struct SealPairTests {
  /// Whose key a list names.
  private enum Listed { case agency, gazette }

  /// The verdict on a file, by a list that names the agency's key, the gazette's, both or neither.
  private static func verdict(
    _ file: [UInt8], listing agencies: [Listed], gazetteWantsStamp: Bool = false
  ) throws -> Verdict {
    let demo = try TestPKI.shared().demo
    var services: [TrustedService] = []
    if agencies.contains(.agency) {
      services.append(
        SealLists.service(demo.jp.issuing.certificate, SealLists.scope(of: demo.jp.signer)))
    }
    if agencies.contains(.gazette) {
      services.append(
        SealLists.service(
          demo.gazette.issuing.certificate,
          SealLists.scope(
            of: demo.gazette.signer, agency: .gazette, requiresTimeStamp: gazetteWantsStamp)))
    }
    let lists = services.isEmpty ? [] : [try SealLists.proved(services)]
    let trust = try TrustContext(anchors: TrustAnchors(), government: lists)
    return Verifier(trust: trust, at: TestPKI.now.adding(seconds: 7_200)).session()
      .verify(bytes: file, named: "sealed.pdf")
  }

  private static func words(_ verdict: Verdict, _ language: Language = .english) -> AxisLine {
    Wording(language).integrity(of: verdict)
  }

  /// Sealed by the agency, changed or not, and then sealed by the gazette.
  private static func file(isChanged: Bool) throws -> [UInt8] {
    let demo = try TestPKI.shared().demo
    var file = try ApprovedPDF.bytes(
      by: demo.jp.signer, message: { try ApprovedPDF.plain($0, by: $1) })
    if isChanged {
      file = LaterRevision.adding(
        [2: "<< /Type /Pages /Kids [3 0 R] /Count 1 /Rotate 90 >>"], to: file)
    }
    return try ApprovedPDF.sealedAgain(file, by: demo.gazette.signer)
  }

  @Test("A listed seal of a document that was changed makes it altered, whoever sealed it later")
  func changedBetween() throws {
    let file = try Self.file(isChanged: true)
    for wantsStamp in [false, true] {
      let verdict = try Self.verdict(
        file, listing: [.agency, .gazette], gazetteWantsStamp: wantsStamp)
      #expect(verdict.pdfSignatures.map(\.status) == [.intact, .intact])
      #expect(verdict.pdfSignatures.map { $0.later?.change } == [.changed, .nothing])
      #expect(verdict.speakingSeal?.field == "seal")
      #expect(verdict.integrity == .altered && verdict.origin?.status == Origin.Status.none)
      #expect(verdict.conclusion(for: .sealed) == .failed)
      #expect(verdict.sealState == .changed)
      let line = Self.words(verdict)
      #expect(line.symbol == "✗")
      #expect(
        line.sentence.text
          == "The file was changed after the earlier seal: the document was changed.")
      #expect(Self.words(verdict, .japanese).sentence.text.hasPrefix("以前のeシール"))
    }
    // Whom no list knows is nobody whose document it could be.
    let late = try Self.verdict(file, listing: [.gazette])
    #expect(late.integrity == .noLabel && late.origin?.status == .official)
    let early = try Self.verdict(file, listing: [.agency])
    #expect(early.integrity == .altered && early.speakingSeal?.field == "approval")
  }

  @Test("The earlier seal is called so, once something else came after it")
  func earlier() throws {
    let verdict = try Self.verdict(Self.file(isChanged: false), listing: [.agency, .gazette])
    #expect(verdict.integrity == .noLabel && verdict.origin?.status == .official)
    let lines = Wording(.english).blocks(of: verdict, explains: false).map { "\($0)" }
    #expect(lines.contains { $0.contains("The earlier seal: by ") }, "\(lines)")
  }

  @Test("A time stamp that does not hold says nothing of the file beside a seal that does")
  func brokenStamp() throws {
    let demo = try TestPKI.shared().demo
    var file = try ApprovedPDF.stamped(by: demo.tsa, at: TestPKI.now)
    // A digit of the page that was stamped, in a place that nothing reads.
    let place = try #require(file.firstRange(of: Array("/F 132".utf8)))
    file[place.upperBound - 1] = UInt8(ascii: "3")
    let sealed = try ApprovedPDF.sealedAgain(file, by: demo.jp.signer)
    let unlisted = try Self.verdict(sealed, listing: [])
    #expect(unlisted.pdfSignatures.map(\.status) == [.broken, .intact])
    #expect(unlisted.integrity == .noLabel)
    #expect(
      Self.words(unlisted).sentence.text
        == "The file has not changed since it got its PDF signature.")
    let listed = try Self.verdict(sealed, listing: [.agency])
    #expect(listed.origin?.status == .official)
  }

  @Test("What does not match is named by what is known of it")
  func broken() throws {
    var file = try Self.file(isChanged: false)
    let place = try #require(file.firstRange(of: Array("/F 132".utf8)))
    file[place.upperBound - 1] = UInt8(ascii: "3")
    let nobody = try Self.verdict(file, listing: [])
    #expect(nobody.integrity == .altered && nobody.sealState == .broken)
    #expect(
      Self.words(nobody).sentence.text == "The file does not match its PDF signature.")
    let known = try Self.verdict(file, listing: [.agency, .gazette])
    #expect(known.integrity == .altered)
    #expect(Self.words(known).sentence.text == "The file does not match its seal.")
  }

  @Test("What holds of a seal is told beside what fails")
  func held() throws {
    let verdict = try Self.verdict(Self.file(isChanged: false), listing: [.gazette])
    let held = Wording(.english).blocks(of: verdict, explains: true).compactMap { block in
      if case .held(let sentence) = block { sentence.text } else { nil as String? }
    }
    #expect(held.count == 8, "\(held)")
    #expect(held.first == "It is of a kind and in a form that two readers take alike.")
    #expect(held.contains("Nothing was added after it."))
    #expect(held.contains { $0.hasPrefix("Its signer states the time 2026-11-20 09:00") })
    let unstamped = try Self.verdict(
      Self.file(isChanged: false), listing: [.gazette], gazetteWantsStamp: true)
    let rest = Wording(.japanese).blocks(of: unstamped, explains: true).compactMap { block in
      if case .held(let sentence) = block { sentence.text } else { nil as String? }
    }
    #expect(rest.count == 7, "\(rest)")
  }
}
