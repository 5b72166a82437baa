import BroadsealBytes
import BroadsealCBOR
import BroadsealDocuments
import BroadsealFiles
import BroadsealJUMBF
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

/// A store that proves nothing, and what is said of it.
struct UnprovedRow: Sendable, CustomStringConvertible {
  let description: String
  let failure: String
  let integrity: Integrity
  let make: @Sendable (TestPKI) throws -> [UInt8]

  init(
    _ description: String, _ failure: String, _ integrity: Integrity = .malformed,
    _ make: @escaping @Sendable (TestPKI) throws -> [UInt8]
  ) {
    self.description = description
    self.failure = failure
    self.integrity = integrity
    self.make = make
  }

  /// A row whose manifest differs from a sound one by `change`.
  static func changed(
    _ description: String, _ failure: String, _ integrity: Integrity = .malformed,
    _ change: @escaping @Sendable (inout TestManifest) -> Void
  ) -> UnprovedRow {
    UnprovedRow(description, failure, integrity) { pki in
      var manifest = TestManifest(pki)
      change(&manifest)
      return try manifest.sidecar(for: OfficialTests.content)
    }
  }
}

@Suite("What was not proved is never called unchanged")
struct UnprovedTests {
  static let rows: [UnprovedRow] = [
    UnprovedRow("no signature at all", "claimSignature.missing") { pki in
      try StoreSurgery.rebuilding(try TestManifest(pki).sidecar(for: OfficialTests.content)) {
        Array($0.dropLast())
      }
    },
    .changed("a signature over something else", "claimSignature.mismatch", .altered) {
      $0.breaksSignature = true
    },
    .changed("no certificate", "signingCredential.invalid") { $0.certificates = [] },
    .changed("a certificate that is none", "signingCredential.invalid") {
      $0.certificates = [[0x30, 0x00]]
    },
    .changed("a certificate too many", "signingCredential.invalid") {
      $0.certificates = $0.chain.map(\.der) + [[UInt8]](repeating: $0.chain[1].der, count: 15)
      $0.signatureSize = 20_000
    },
    .changed("a hundred thousand certificates", "signingCredential.invalid") {
      $0.certificates = [[UInt8]](repeating: [0x30, 0x00], count: 100_000)
      $0.signatureSize = 400_000
    },
    .changed("a certificate of another key", "claimSignature.mismatch", .altered) {
      $0.certificates = (try? TestPKI.shared().impostor.signer.certificate).map { [$0.der] }
    },
    .changed("an assertion that the claim lists twice", "claim.malformed") {
      $0.rewriteClaim = { claim in
        UnprovedTests.rewriting(claim, "created_assertions") { $0 + [$0[0]] }
      }
    },
    .changed("an assertion that both lists of the claim hold", "claim.malformed") {
      $0.rewriteClaim = { claim in
        let first = claim["created_assertions"]?.array?.first ?? .null
        return UnprovedTests.rewriting(claim, "gathered_assertions") { $0 + [first] }
      }
    },
    .changed("a hard binding that is only passed on", "claim.hardBindings.missing") {
      $0.bindingList = .gathered
    },
    .changed("no hard binding", "claim.hardBindings.missing", .altered) {
      $0.rewriteClaim = { claim in
        UnprovedTests.rewriting(claim, "created_assertions") { Array($0.dropLast()) }
      }
    },
  ]

  /// The claim with another list under `key`.
  private static func rewriting(
    _ claim: CBOR.Value, _ key: String, _ change: ([CBOR.Value]) -> [CBOR.Value]
  ) -> CBOR.Value {
    let list = CBOR.Value.array(change(claim[key]?.array ?? []))
    let others = (claim.map?.entries ?? []).filter { $0.key.text != key }
    return .map(CBOR.Map(others + [CBOR.Map.Entry(key: .text(key), value: list)]))
  }

  @Test("A manifest that does not hold says nothing of the file", arguments: rows)
  func unproved(_ row: UnprovedRow) throws {
    let verdict = try StoreSurgery.verdict(on: try row.make(try TestPKI.shared()))
    #expect(verdict.c2pa.failure.map(\.code).contains(row.failure), "\(verdict.c2pa.failure)")
    #expect(verdict.c2pa.state == .invalid)
    #expect(verdict.integrity == row.integrity)
    #expect(verdict.origin?.status == Origin.Status.none)
    #expect(verdict.ai == nil)
  }

  @Test("A stamp may run ahead of the moment of judgement by a clock's error, and no more")
  func stampFromTheFuture() throws {
    let pki = try TestPKI.shared()
    for (seconds, reasons) in [(300, []), (301, ["OFF-7-STAMP-UNTRUSTED"])] as [(Int64, [String])] {
      var manifest = TestManifest(pki)
      manifest.stampTime = TestPKI.now.adding(seconds: seconds)
      let verdict = try StoreSurgery.verdict(
        on: try manifest.sidecar(for: OfficialTests.content))
      #expect(verdict.origin?.reasons.map(\.code.name) == reasons, "\(seconds) s ahead")
      #expect((verdict.time?.trusted == nil) == (seconds > 300))
      #expect(verdict.integrity == .intact)
    }
  }

  @Test("A run that lasts an hour believes stamps of that hour: its clock runs on")
  func stampDuringTheRun() throws {
    let pki = try TestPKI.shared()
    var manifest = TestManifest(pki)
    manifest.stampTime = TestPKI.now.adding(seconds: 3_000)
    let document = try Document(ByteSource(bytes: OfficialTests.content), path: "release.txt")
    let sidecar = try manifest.sidecar(for: OfficialTests.content)
    for (passed, isOfficial) in [(3_600, true), (60, false)] as [(Int64, Bool)] {
      let verifier = Verifier(
        trust: try pki.context(), at: TestPKI.now,
        clock: { TestPKI.now.adding(seconds: passed) })
      let verdict = verifier.session().verify(document, sidecar: sidecar)
      #expect((verdict.origin?.status == .official) == isOfficial, "\(passed) s into the run")
    }
  }
}
