import BroadsealSigning
import TestSupport
import Testing

@Suite(
  "The agency's identity before foreign verifiers", .enabled(if: Witness.isWanted, Witness.reason))
struct IdentityWitnessTests {
  private static let files = [
    ("press-release.pdf", "application/pdf"), ("river-levels.png", "image/png"),
    ("river.jpg", "image/jpeg"),
  ]

  private func verdicts(
    _ encoding: OrganisationIdentity.Encoding
  ) throws -> [[Witness.Verifier: Witness.Verdict]] {
    let signed = try SignedByUs(identity: encoding)
    return try signed.judge(
      Self.files.map { name, format in
        _ = try signed.sign(Corpus.packageFolder + "/Samples/" + name, as: name)
        return Witness.Job(path: signed.scratch(name), format: format)
      })
  }

  @Test("both verifiers show the agency as the one who stands behind the file")
  func usual() throws {
    for (file, verdicts) in zip(Self.files, try verdicts(.c2paRS)) {
      for (verifier, verdict) in verdicts {
        #expect(verdict.isTrusted && verdict.isStamped, "\(file) \(verifier): \(verdict)")
        #expect(verdict.success.contains("cawg.x509.credential.trusted"), "\(file) \(verifier)")
        #expect(verdict.success.contains("cawg.x509.signature.validated"), "\(file) \(verifier)")
      }
    }
  }

  /// CAWG identity 1.3, 8.2.2: the payload is serialised in the core deterministic encoding.
  @Test("the order of the standard is read by one of them, and not yet by c2pa-rs")
  func deterministic() throws {
    for (file, verdicts) in zip(Self.files, try verdicts(.deterministic)) {
      let encypher = try #require(verdicts[.encypher])
      #expect(encypher.isTrusted && encypher.success.contains("cawg.identity.trusted"), "\(file)")
      let rust = try #require(verdicts[.c2pa])
      #expect(rust.failure == ["cawg.x509.signature.mismatch"], "\(file): \(rust)")
    }
  }
}
