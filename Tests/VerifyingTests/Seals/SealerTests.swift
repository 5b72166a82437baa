import BroadsealBytes
import BroadsealReporting
import BroadsealTrust
import TestSupport
import Testing

@testable import BroadsealOpenSSL
@testable import BroadsealVerifying

@Suite("Who sealed, and when")
struct SealerTests {
  private static func pki() throws -> TestPKI { try TestPKI.shared() }

  /// The codes of the last seal's reasons; empty when it is official.
  private static func reasons(
    _ file: [UInt8], _ services: [TrustedService], lists: [RevocationList] = []
  ) throws -> [String] {
    let scratch = Scratch()
    scratch.write(file, to: "sealed.pdf")
    let trust = try TrustContext(
      anchors: TrustAnchors(), government: [try SealLists.proved(services)])
    let verdict = Verifier(
      trust: trust, at: TestPKI.now.adding(seconds: 7_200),
      evidence: RevocationEvidence(lists: lists)
    ).session().verify(FilePath(scratch("sealed.pdf")))
    let seal = try #require(verdict.pdfSignatures.last?.seal)
    return seal.reasons.map(\.code.name)
  }

  private static func sealed(_ changes: [Int: String] = [:]) throws -> [UInt8] {
    try ApprovedPDF.bytes(
      by: pki().demo.jp.signer, changes, message: { try ApprovedPDF.plain($0, by: $1) })
  }

  /// A service of the signer's own certificate or of its CA.
  private static func service(
    isOfSigner: Bool = false, ending: SealKey.Ending? = nil, invalidSince: [Invalidation] = []
  ) throws -> TrustedService {
    let jp = try pki().demo.jp
    return SealLists.service(
      isOfSigner ? jp.signer.certificate : jp.issuing.certificate,
      SealLists.scope(of: jp.signer, ending: ending, invalidSince: invalidSince))
  }

  private static func crl(at time: UTCTime, revokes reason: UInt8? = nil) throws -> CRLMaker {
    let jp = try pki().demo.jp
    var maker = CRLMaker(issuer: jp.issuing, number: 7, thisUpdate: time)
    if let reason { maker.revoked = [(jp.signer.certificate, time, reason)] }
    return maker
  }

  @Test("A certificate that stands on the list itself can be revoked like any other")
  func listedLeaf() throws {
    let list = try Self.crl(at: TestPKI.now, revokes: 1).list()
    for isOfSigner in [false, true] {
      let service = try Self.service(isOfSigner: isOfSigner)
      #expect(try Self.reasons(Self.sealed(), [service]) == [])
      #expect(
        try Self.reasons(Self.sealed(), [service], lists: [list]) == ["SEAL-8-REVOKED"])
    }
  }

  private static func words(
    _ verdict: Verdict, _ language: Language = .english
  ) -> String { Wording(language).origin(of: verdict).sentence.text }

  private static func verdict(
    _ file: [UInt8], named name: String, by list: GovernmentTrustList
  ) throws -> Verdict {
    let trust = try TrustContext(anchors: TrustAnchors(), government: [list])
    return Verifier(trust: trust, at: TestPKI.now.adding(seconds: 7_200)).session()
      .verify(bytes: file, named: name)
  }

  @Test(
    "A key that a list knows for labels is no seal's, nor the other way, and the list is not silent"
  )
  func otherPurpose() throws {
    let jp = try Self.pki().demo.jp
    let labels = try ParsedTrustList(parsing: Self.pki().demo.jpList, name: "jp.json")
      .verified(keys: jp.pinned, at: TestPKI.now)
    let sealed = try Self.verdict(Self.sealed(), named: "sealed.pdf", by: labels)
    #expect(
      sealed.pdfSignatures.last?.seal?.reasons.map(\.code.name) == ["SEAL-4-LABELS-ONLY"])
    #expect(Self.words(sealed).hasSuffix("knows for labels, and not for seals."))
    #expect(Self.words(sealed, .japanese).contains("ラベルの署名者として登録"))
    let file = try TestFile.jpeg.signed(TestManifest(Self.pki(), signer: jp.signer))
    let labelled = try Self.verdict(
      file, named: "a.jpg", by: SealLists.proved([Self.service()]))
    #expect(labelled.origin?.reasons.first?.code.name == "OFF-3-SEALS-ONLY")
    #expect(Self.words(labelled).contains("knows for seals, and not for labels."))
    #expect(Self.words(labelled, .japanese).contains("eシールの付与者として登録"))
  }

  @Test("An agency whose seal nobody can judge is named with its country")
  func countryOfUnjudged() throws {
    let verdict = try Self.verdict(
      Self.sealed() + Array("x\n".utf8), named: "sealed.pdf",
      by: SealLists.proved([Self.service()]))
    let words = Self.words(verdict)
    #expect(words.hasPrefix("Sealed by: ") && words.contains(" (Japan), "), "\(words)")
  }

  @Test("A superseded key proves no stated time, unless the list says it ended in order")
  func superseded() throws {
    let later = TestPKI.now.adding(seconds: 3_600)
    for reason in [UInt8(4), 5] {
      let list = try Self.crl(at: later, revokes: reason).list()
      for isOfSigner in [false, true] {
        let service = try Self.service(isOfSigner: isOfSigner)
        #expect(
          try Self.reasons(Self.sealed(), [service], lists: [list]) == ["SEAL-8-REVOKED"])
        let retired = try Self.service(isOfSigner: isOfSigner, ending: .inOrder)
        #expect(try Self.reasons(Self.sealed(), [retired], lists: [list]) == [])
      }
    }
    // What tells of a stolen key counts whatever the list says of its end.
    let stolen = try Self.crl(at: later, revokes: 1).list()
    #expect(
      try Self.reasons(Self.sealed(), [Self.service(ending: .inOrder)], lists: [stolen])
        == ["SEAL-8-REVOKED"])
  }

  @Test("A number at the entry that lists the certificate itself withdraws it")
  func listedNumber() throws {
    let certificate = try Self.pki().demo.jp.signer.certificate
    let withdrawn = Invalidation(
      .serial(certificate.serialHex.lowercased()), date: TestPKI.now,
      reason: .keyCompromise)
    let service = try Self.service(isOfSigner: true, invalidSince: [withdrawn])
    #expect(try Self.reasons(Self.sealed(), [service]) == ["SEAL-7-WITHDRAWN"])
  }

  @Test("A key that ended compromised in one entry is withdrawn in all")
  func compromisedElsewhere() throws {
    let jp = try Self.pki().demo.jp
    let digest = jp.signer.certificate.publicKey.spkiSHA256
    let key = SealKey(
      digest, from: jp.signer.certificate.notBefore, to: TestPKI.now.adding(seconds: 60),
      ending: .compromised)
    let other = SealScope(
      scope: Scope(
        jurisdiction: DemoAgency.jp.jurisdiction, agency: DemoAgency.jp.agency,
        subject: SubjectRule(), labels: [], pins: [digest]), keys: [key])
    let services = [
      try Self.service(), SealLists.service(try Self.pki().demo.gazette.issuing.certificate, other),
    ]
    for services in [services, services.reversed()] {
      #expect(try Self.reasons(Self.sealed(), services) == ["SEAL-7-WITHDRAWN"])
    }
  }

  @Test(
    "A stated time lies in the time of a service that was withdrawn since, or counts for nothing")
  func withdrawnService() throws {
    let jp = try Self.pki().demo.jp
    func reasons(withdrawn time: UTCTime) throws -> [String] {
      try Self.reasons(
        Self.sealed(),
        [
          SealLists.service(
            jp.issuing.certificate, SealLists.scope(of: jp.signer),
            history: [StatusPeriod(.granted, from: UTCTime(year: 2000, month: 1, day: 1))],
            current: StatusPeriod(.withdrawn, from: time))
        ])
    }
    #expect(try reasons(withdrawn: TestPKI.now.adding(seconds: 60)) == [])
    #expect(try reasons(withdrawn: TestPKI.now.adding(seconds: -60)) == ["SEAL-7-NOT-GRANTED"])
  }

  @Test("A stated time is not before an answer in the security store that was sealed")
  func sealedAnswer() throws {
    func file(_ seconds: Int64) throws -> [UInt8] {
      let list = try Self.crl(at: TestPKI.now.adding(seconds: seconds)).bytes()
      let hex = Hex.encode(list) + ">"
      return try Self.sealed([
        1: "<< /Type /Catalog /Pages 2 0 R /DSS 6 0 R "
          + "/AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>",
        6: "<< /Type /DSS /CRLs [7 0 R] >>",
        7: "<< /Filter /ASCIIHexDecode /Length \(hex.utf8.count) >>\nstream\n\(hex)\nendstream",
      ])
    }
    #expect(try Self.reasons(file(-60), [Self.service()]) == [])
    #expect(try Self.reasons(file(60), [Self.service()]) == ["SEAL-7-BEFORE-ANSWER"])
  }

  @Test("A stated time is not before a stranger's time stamp of the document that was sealed")
  func sealedStamp() throws {
    func file(_ seconds: Int64) throws -> [UInt8] {
      let stamped = try ApprovedPDF.stamped(
        by: Self.pki().demo.tsa, at: TestPKI.now.adding(seconds: seconds))
      return try ApprovedPDF.sealedAgain(stamped, by: Self.pki().demo.jp.signer)
    }
    #expect(try Self.reasons(file(-60), [Self.service()]) == [])
    #expect(try Self.reasons(file(60), [Self.service()]) == ["SEAL-7-BEFORE-ANSWER"])
  }

  /// `value` with other parts of its signed data.
  private static func message(
    _ value: [UInt8], _ change: (inout [[UInt8]]) -> Void
  ) throws -> ReceivedMessage {
    var outer = BERReader(value[...])
    var info = try outer.enter()
    let name = Array(try info.next().raw)
    var wrapper = try info.enter(DERTag.context(0))
    var fields = try wrapper.enter()
    var parts: [[UInt8]] = []
    while !fields.isAtEnd { parts.append(Array(try fields.next().raw)) }
    change(&parts)
    let content = DERWriter.element(DERTag.context(0), DERWriter.sequence(parts))
    return try ReceivedMessage(DERWriter.sequence([name, content]))
  }

  @Test("Revocation lists beside the signature are not what it covers")
  func unsignedLists() throws {
    let value = try ApprovedPDF.plain([1], by: Self.pki().demo.jp.signer)
    let list = try Self.crl(at: TestPKI.now).bytes()
    let message = try Self.message(value) { parts in
      parts.insert(DERWriter.element(DERTag.context(1), list), at: parts.count - 1)
    }
    #expect(message.revocationLists == [list])
    #expect(message.signedRevocationData.lists.isEmpty)
  }

  @Test("A certificate that somebody adds neither breaks a message nor takes its place")
  func addedCertificate() throws {
    let signer = try Self.pki().demo.jp.signer
    let content = try Digest.of([1], .sha256)
    let value = try ApprovedPDF.plain([1], by: signer)
    let message = try Self.message(value) { $0.removeAll { $0.first == DERTag.context(0) } }
    #expect(message.certificates.isEmpty)
    let key = try Self.pki().signer().certificate.publicKey.spki
    // Issuer and number of the signer's, and another key.
    let twins = try CertificateSurgery.reissued(signer, by: Self.pki().demo.jp.issuing) {
      $0.key = key
    }
    let twin = try #require(twins.first)
    // Its signed attributes name the signer's by its hash: however many twins there are, it is found.
    let crowd = Array(repeating: twin, count: 400) + [signer.certificate]
    for others in [[twin, signer.certificate], [signer.certificate, twin], crowd] {
      let proof = message.proved(ofHash: content.bytes, among: others)
      #expect(proof.outcome == .holds && proof.signer == signer.certificate)
    }
    guard case .unknown = message.proved(ofHash: content.bytes, among: [twin]).outcome else {
      Issue.record("a certificate of anybody's broke the message")
      return
    }
  }

  @Test("Few of the certificates that fit are tried, one after the other until the message holds")
  func trials() throws {
    let signer = try Self.pki().demo.jp.signer
    // Without attributes nothing says which certificate is meant.
    let message = try ReceivedMessage(
      NamelessMessage.bytes(
        by: signer, issuer: Self.pki().demo.jp.issuing))
    #expect(!message.bindsCertificate)
    let keys = try (0..<40).map { _ in try Self.pki().signer().certificate.publicKey.spki }
    let twins = try keys.flatMap { key in
      try CertificateSurgery.reissued(signer, by: Self.pki().demo.jp.issuing) { $0.key = key }
        .prefix(1)
    }
    #expect(message.signers(among: twins).count == ReceivedMessage.maximumSigners)
    func trials(_ others: [Certificate]) -> (count: Int, proof: ReceivedMessage.Proof) {
      var count = 0
      let proof = message.proved(among: others) { certificate in
        if certificate != nil { count += 1 }
        return certificate == signer.certificate
          ? .holds : .unknown("nobody has its signer's certificate")
      }
      return (count, proof)
    }
    let first = trials([signer.certificate] + twins)
    #expect(first.count == 1 && first.proof.outcome == .holds)
    let last = trials(Array(twins.prefix(15)) + [signer.certificate])
    #expect(last.count == 16 && last.proof.outcome == .holds)
    let never = trials(twins + [signer.certificate])
    #expect(never.count == 16)
    guard case .unknown = never.proof.outcome else {
      Issue.record("certificates of anybody's broke the message")
      return
    }
  }

  @Test("Forty twins of a CA do not hide the one that leads to an anchor")
  func twins() throws {
    let pki = try Self.pki()
    let (issuing, impostor) = (pki.demo.jp.issuing, pki.impostor.root)
    let twins = try (0..<40).compactMap { number in
      try CertificateSurgery.reissued(issuing, by: impostor) { parts in
        parts.serial = DERWriter.integer([1, UInt8(number)])
        parts.issuer = impostor.certificate.subjectDER
      }.first
    }
    let line = SignerChains.line(
      of: pki.demo.jp.signer.certificate, among: twins + [issuing.certificate],
      below: [pki.demo.jp.root.certificate], by: ChainProver(among: []))
    #expect(line.dropFirst().first == issuing.certificate)
    #expect(line.count == SignerCredential.maximumChainLength)
  }
}
