import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying
import Glibc
import TestSupport
import Testing

/// Signed in 2002 and renewed a month later: signer, issuing CA, root, the authority that stamped and its root
/// have all expired since. Only the authority of the renewal lives.
@Suite(.enabled(if: Witness.isWanted, Witness.reason))
struct ExpiredWitnessTests {
  private static let sample = Corpus.packageFolder + "/Samples/press-release.pdf"
  private static let day: Int64 = 86_400
  private static let signing = UTCTime(secondsSinceEpoch: 1_011_096_000)
  private static let renewal = signing.adding(seconds: 31 * day)

  /// Everybody, each with a certificate of 2001.
  private struct Houses {
    let root, issuing, signer, responder: DemoCredential
    let first, second: (root: DemoCredential, authority: DemoCredential)

    init() throws {
      let period = DemoPeriod(now: ExpiredWitnessTests.signing.adding(seconds: -200 * day))
      func house(_ name: String, years: Int64, length: Int = 0) throws -> DemoCredential {
        try DemoCredential(
          period.authority(TestPKI.subject(organization: name), years: years, pathLength: length))
      }
      func clock(of root: DemoCredential, years: Int64) throws -> DemoCredential {
        var builder = period.signer(
          TestPKI.subject(organization: "\(years) years of stamps (invented)"), years: years)
        builder.extendedKeyUsage = [Purpose.timeStamping]
        builder.extendedKeyUsageIsCritical = true
        return try DemoCredential(builder, issuer: root)
      }
      root = try house("A government (invented)", years: 15, length: 1)
      issuing = try DemoCredential(
        period.authority(
          TestPKI.subject(organization: "Its CA (invented)"), years: 10, pathLength: 0),
        issuer: root)
      var builder = period.signer(TestPKI.subject(organization: "Its office (invented)"), years: 2)
      builder.extendedKeyUsage = DemoPKI.signerPurposes
      // pyHanko asks for an answer only where the certificate names a responder.
      builder.ocspURL = "http://127.0.0.1:9/ocsp"
      signer = try DemoCredential(builder, issuer: issuing)
      builder = period.signer(TestPKI.subject(organization: "Its answers (invented)"), years: 2)
      builder.keyUsage = .digitalSignature
      builder.extendedKeyUsage = [Purpose.ocspSigning]
      // id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1): an ASN.1 NULL.
      builder.extraExtensions = [
        CertificateExtension("1.3.6.1.5.5.7.48.1.5", value: [0x05, 0x00])
      ]
      responder = try DemoCredential(builder, issuer: issuing)
      let (old, new) = (
        try house("First stamps (invented)", years: 15),
        try house("Second stamps (invented)", years: 46)
      )
      first = (old, try clock(of: old, years: 3))
      second = (new, try clock(of: new, years: 45))
    }

    private let day: Int64 = 86_400

    /// What everybody says of revoked certificates at a moment: lists, and of the signer an answer.
    func source(at time: UTCTime) throws -> RevocationSource {
      let (start, end) = (time.adding(seconds: -3_600), time.adding(seconds: 7 * day))
      let answer = try Witness.run(
        "answer.py",
        [
          "issuer": .string(String(decoding: issuing.certificate.pem, as: UTF8.self)),
          "responder": .string(String(decoding: responder.certificate.pem, as: UTF8.self)),
          "key": .string(String(decoding: try responder.key.pem(), as: UTF8.self)),
          "subject": .string(String(decoding: signer.certificate.pem, as: UTF8.self)),
          "from": .string(start.rfc3339), "to": .string(end.rfc3339),
        ])
      let der = try #require(answer.string.flatMap { Base64.decode($0) })
      return RevocationSource(
        known: [root.certificate, first.root.certificate, second.root.certificate],
        responses: [try OCSPResponse(der: der)],
        lists: try [root, first.root, second.root].map {
          try $0.revocationList(from: start, to: end)
        })
    }

    /// How outputs are read back.
    func inspection(at time: UTCTime) throws -> Inspection {
      let anchors = try TrustAnchors(
        claimAnchors: [root.certificate],
        tsaAnchors: [first.root.certificate, second.root.certificate])
      return SignedByUs.inspection(
        by: Verifier(trust: try TrustContext(anchors: anchors), at: time))
    }
  }

  private static func stamping(_ authority: DemoCredential) throws -> TimeStamping {
    .authorities(
      [.local(try LocalTimeStampAuthority(key: authority.key, certificates: authority.chain))],
      allowMissing: false)
  }

  @Test(
    "a renewed signature is proved to pyHanko when all that signed it has expired, and an unrenewed one not"
  )
  func expired() throws {
    let houses = try Houses()
    let scratch = Scratch()
    let (signing, renewal) = (Self.signing, Self.renewal)
    let signer = try Signer(
      credential: try Credential(key: houses.signer.key, certificates: houses.signer.chain),
      timeStamping: Self.stamping(houses.first.authority),
      inspection: houses.inspection(at: signing), environment: Environment(now: { signing })
    ).keeping(houses.source(at: signing))
    var request = SigningRequest(
      input: FilePath(Self.sample), destination: .file(FilePath(scratch("lt.pdf"))),
      label: SignedByUs.official)
    request.pades = true
    #expect(try signer.sign(request).pdfSignature?.level == "B-LT")
    let renewer = DocumentRenewer(
      timeStamping: try Self.stamping(houses.second.authority),
      source: try houses.source(at: renewal), inspection: try houses.inspection(at: renewal),
      environment: Environment(now: { renewal }))
    _ = try renewer.renew(
      StampingRequest(
        input: FilePath(scratch("lt.pdf")), destination: .file(FilePath(scratch("lta.pdf")))))
    // pyHanko reads the machine's clock, whatever it is told.
    let now = UTCTime(secondsSinceEpoch: Int64(time(nil)))
    let fresh = try houses.second.root.revocationList(
      from: now.adding(seconds: -3_600), to: now.adding(seconds: Self.day))
    func pem(_ certificates: DemoCredential...) -> JSON.Value {
      .string(String(decoding: certificates.flatMap(\.certificate.pem), as: UTF8.self))
    }
    // The CA that issued to the signer is what is believed in, as a government list names it: above an expired CA
    // pyHanko looks no further.
    let verdicts =
      try Witness.run(
        "longterm.py",
        [
          "anchors": pem(houses.issuing), "stamps": pem(houses.first.root, houses.second.root),
          "time": .string(now.rfc3339), "lists": [.string(Base64.encode(fresh.der))],
          "paths": [.string(scratch("lta.pdf")), .string(scratch("lt.pdf"))],
        ]
      ).array ?? []
    try #require(verdicts.count == 2)
    let (renewed, bare) = (verdicts[0], verdicts[1])
    #expect(renewed["adesLTA"]?.string == "OK" && renewed["bottom"] == true, "\(renewed)")
    #expect(renewed["level"]?.string == "LTA_UPDATES" && renewed["lt"] == true, "\(renewed)")
    // Without the document time stamp.
    #expect(bare["adesLTA"]?.string == "NO_POE" && bare["bottom"] == false, "\(bare)")
  }
}
