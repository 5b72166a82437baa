import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

/// T-74, T-75: what a list takes back.
struct InvalidationTests {
  enum Target: CaseIterable, Sendable {
    case signerKey, signerSerial, issuingKey, issuingKeyAsKey, signerAsAuthority
    case otherKey, otherSerial

    func subject(_ pki: TestPKI) -> Invalidation.Subject {
      let us = pki.demo.us
      return switch self {
      case .signerKey: .key(us.signer.key.publicKey.spkiSHA256)
      case .signerSerial: .serial(us.signer.certificate.serialHex)
      case .issuingKey: .authority(us.issuing.key.publicKey.spkiSHA256)
      case .issuingKeyAsKey: .key(us.issuing.key.publicKey.spkiSHA256)
      case .otherKey: .key(us.responder.key.publicKey.spkiSHA256)
      case .otherSerial: .serial(us.responder.certificate.serialHex)
      case .signerAsAuthority: .authority(us.signer.key.publicKey.spkiSHA256)
      }
    }

    /// A key is a key, whatever the list calls it.
    var hits: Bool { ![.otherKey, .otherSerial].contains(self) }
  }

  @Test(
    "Signatures from the date on are not believed, earlier ones are, those without time are not",
    arguments: Target.allCases)
  func dates(_ target: Target) throws {
    let maker = try ListMaker()
    let invalidation = Invalidation(
      target.subject(maker.pki), date: TestPKI.now, reason: .keyCompromise)
    let scope = Scope(
      jurisdiction: DemoAgency.us.jurisdiction, agency: DemoAgency.us.agency,
      subject: SubjectRule(organizations: [DemoAgency.us.organization]),
      invalidSince: [invalidation])
    let list = try maker.proved(maker.content(scope: scope))
    let chain = try #require(maker.pki.chain(of: maker.pki.demo.us.signer, to: list.claimAnchors))
    let withdrawals = Withdrawals([list])
    let expected = target.hits ? invalidation : nil
    let rows: [(UTCTime?, Invalidation?)] = [
      (TestPKI.now.adding(seconds: -1), nil), (TestPKI.now, expected),
      (TestPKI.now.adding(seconds: 1), expected), (nil, expected),
    ]
    for (time, found) in rows {
      #expect(withdrawals.withdrawal(from: chain, signedAt: time) == found)
    }
  }

  @Test("A time stamp counts while its authority is on the list and not withdrawn")
  func timeStamps() throws {
    let maker = try ListMaker()
    let demo = maker.pki.demo
    let chain = [demo.tsa.certificate, demo.tsaRoot.certificate]
    let start = demo.start
    func list(_ invalidSince: [Invalidation]) throws -> GovernmentTrustList {
      let content = maker.content()
      let service = TrustedService(
        names: ["en": "A time-stamping authority"], type: .timeStampAuthority,
        certificates: [demo.tsaRoot.certificate], current: StatusPeriod(.granted, from: start),
        invalidSince: invalidSince)
      return try maker.proved(
        TrustListContent(
          sequence: 1, schemeNames: content.schemeNames, operatorNames: content.operatorNames,
          territory: "US", issued: start, nextUpdate: demo.nextUpdate,
          entities: content.entities
            + [.addressed(["en": "A time-stamping authority"], services: [service])]))
    }
    let plain = try list([])
    #expect(plain.tsaAnchors?.certificates == [demo.tsaRoot.certificate])
    let anchor = demo.tsaRoot.certificate
    #expect(plain.believes(timeStampAnchor: anchor, at: TestPKI.now))
    #expect(!plain.believes(timeStampAnchor: anchor, at: start.adding(seconds: -1)))
    #expect(!plain.believes(timeStampAnchor: demo.us.issuing.certificate, at: TestPKI.now))
    for (reason, isDated) in [
      (Invalidation.Reason.superseded, true), (.cessationOfOperation, true),
      (.keyCompromise, false), (.caCompromise, false), (.unspecified, false),
    ] {
      // The authority's own certificate, or the listed one above it.
      for subject: Invalidation.Subject in [
        .key(demo.tsa.key.publicKey.spkiSHA256), .key(demo.tsaRoot.key.publicKey.spkiSHA256),
        .authority(demo.tsaRoot.key.publicKey.spkiSHA256),
        .serial(demo.tsaRoot.certificate.serialHex.lowercased()),
      ] {
        let withdrawn = Withdrawals([
          try list([Invalidation(subject, date: TestPKI.now, reason: reason)])
        ])
        let before = TestPKI.now.adding(seconds: -1)
        #expect((withdrawn.withdrawal(fromStampBy: chain, at: before) == nil) == isDated)
        #expect(withdrawn.withdrawal(fromStampBy: chain, at: TestPKI.now) != nil)
      }
    }
  }
}
