import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL
import BroadsealTrust
import Synchronization
import TestSupport
import Testing

@testable import BroadsealSigning

@Suite("What a PDF signature brings along is found whatever the order, asked for once, and bounded")
struct LongTermProofsTests {
  private let demo: DemoPKI
  private let time = Fixture.time

  init() throws { demo = try TestPKI.shared().demo }

  private var subject: LongTermProofs.Subject {
    LongTermProofs.Subject(chain: [demo.us.signer.certificate])
  }

  private func lists() throws -> [RevocationList] {
    try [demo.us.root, demo.us.issuing].map {
      try $0.revocationList(from: demo.start, to: demo.nextUpdate)
    }
  }

  /// The issuing CA's key under its name, certified by somebody whom nobody knows.
  private func stray() throws -> Certificate {
    let stranger = try TestPKI.shared().impostor.root
    return try CertificateBuilder(
      authority: demo.us.issuing.certificate.subject, notBefore: demo.start,
      notAfter: demo.nextUpdate.adding(seconds: 86_400 * 4_000), pathLength: 0
    ).issued(
      to: demo.us.issuing.key.publicKey, by: stranger.certificate, key: stranger.key)
  }

  @Test("of two issuers of one name and key the one counts that leads to a root, in either order")
  func order() throws {
    let (right, wrong) = (demo.us.issuing.certificate, try stray())
    #expect(demo.us.signer.certificate.isIssued(by: wrong))
    let lists = try lists()
    var found: [ValidationData] = []
    for known in [[right, wrong], [wrong, right]] {
      let proofs = LongTermProofs(
        RevocationSource(known: known + [demo.us.root.certificate], lists: lists))
      found.append(try proofs.data(of: [subject], at: time))
    }
    #expect(found[0] == found[1])
    #expect(
      found[0].certificates
        == [demo.us.signer.certificate, right, demo.us.root.certificate].map(\.der))
  }

  @Test("somebody who does not answer is waited for once, and asked again after a minute")
  func silence() throws {
    let asked = Mutex(0)
    let proofs = LongTermProofs(
      RevocationSource(
        known: [demo.us.issuing.certificate, demo.us.root.certificate],
        inquiry: { _, _ in
          asked.withLock { $0 += 1 }
          return nil
        }))
    for (seconds, count) in [(0, 1), (0, 1), (59, 1), (61, 2), (62, 2)] as [(Int64, Int)] {
      let error = #expect(throws: SigningError.self) {
        try proofs.data(of: [subject], at: time.adding(seconds: seconds))
      }
      #expect(error?.kind == .revocation)
      #expect(asked.withLock { $0 } == count, "after \(seconds) seconds")
    }
  }

  @Test("an answer is kept for the next document")
  func kept() throws {
    let asked = Mutex(0)
    let lists = try lists()
    let (root, issuing) = (demo.us.root.certificate, demo.us.issuing.certificate)
    let proofs = LongTermProofs(
      RevocationSource(
        known: [issuing, root],
        inquiry: { certificate, _ in
          asked.withLock { $0 += 1 }
          return .list(lists[certificate == issuing ? 0 : 1])
        }))
    let first = try proofs.data(of: [subject], at: time)
    #expect(try proofs.data(of: [subject], at: time) == first)
    #expect(asked.withLock { $0 } == 2)
  }

  @Test("a partial list proves what it speaks of, revokes what it names, and is told by its limit")
  func partial() throws {
    let us = demo.us
    let root = try us.root.revocationList(from: demo.start, to: demo.nextUpdate)
    func data(_ builder: RevocationListBuilder) throws -> ValidationData {
      let list = try builder.list(of: us.issuing.certificate, key: us.issuing.key)
      return try LongTermProofs(
        RevocationSource(
          known: [us.issuing.certificate, us.root.certificate], lists: [root, list])
      ).data(of: [subject], at: time)
    }
    var builder = RevocationListBuilder(thisUpdate: demo.start, nextUpdate: demo.nextUpdate)
    builder.extensions = [
      CertificateExtension("2.5.29.28", isCritical: true, value: [0x30, 3, 0x81, 1, 0xFF])
    ]
    #expect(try data(builder).revocationLists.count == 2)
    builder.extensions = [CertificateExtension("2.5.29.27", isCritical: true, value: [2, 1, 1])]
    let silent = #expect(throws: SigningError.self) { try data(builder) }
    #expect(silent?.kind == .revocation)
    #expect(silent?.reason.hasSuffix(RevocationLimit.delta.explanation) == true)
    #expect(silent?.hint?.contains("the whole list") == true)
    builder.revoked = [
      RevocationListBuilder.Entry(us.signer.certificate, at: demo.start, reason: 1)
    ]
    let revoked = #expect(throws: SigningError.self) { try data(builder) }
    #expect(revoked?.kind == .certificate)
  }

  @Test("a document with hundreds of issuers of one name costs no more than a few looks")
  func bounded() throws {
    // Two CAs that certify each other over and over: no way ends.
    let (one, other) = (demo.us.issuing, demo.jp.issuing)
    var crowd: [Certificate] = []
    for number in 0..<300 {
      let (owner, issuer) = number % 2 == 0 ? (one, other) : (other, one)
      crowd.append(
        try CertificateBuilder(
          authority: owner.certificate.subject, notBefore: demo.start,
          notAfter: demo.nextUpdate.adding(seconds: Int64(number)), pathLength: 0
        ).issued(to: owner.key.publicKey, by: issuer.certificate, key: issuer.key))
    }
    let spent = ComputingTime.spent {
      #expect(!IssuerWay(of: demo.us.signer.certificate, among: crowd).isComplete)
    }
    #expect(spent < .seconds(20), "\(spent)")
    let subjects = try (0..<70).map { number in
      LongTermProofs.Subject(
        chain: [
          try CertificateBuilder(
            signer: demo.us.signer.certificate.subject, notBefore: demo.start,
            notAfter: demo.nextUpdate.adding(seconds: Int64(number))
          ).issued(to: demo.us.signer.key.publicKey, by: one.certificate, key: one.key)
        ])
    }
    let proofs = LongTermProofs(
      RevocationSource(known: [demo.us.root.certificate, one.certificate]))
    let error = #expect(throws: SigningError.self) { try proofs.data(of: subjects, at: time) }
    #expect(error?.reason == "more certificates are involved than are asked about")
  }
}
