import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@testable import BroadsealVerifying

@Suite("A stranger's file does not decide how many signatures are checked")
struct FileBudgetTests {
  @Test("a file that would cost too much is not judged to the end, and is not called broken")
  func limit() throws {
    let pki = try TestPKI.shared()
    func verdict(_ budget: Int) throws -> Verdict {
      var options = VerifierOptions()
      options.signatureBudget = budget
      return try OfficialTests.verdict(
        on: TestManifest(pki), trust: try pki.context(), options: options)
    }
    let poor = try verdict(3)
    #expect(poor.integrity == .unreadable)
    #expect(poor.unjudged == .partial)
    #expect(poor.limits.count == 1)
    #expect(poor.origin == nil && poor.findings.isEmpty)
    #expect(poor.conclusion(for: .official) == .incomplete)
    #expect(try verdict(2_000).origin?.status == .official)
  }

  @Test("what was found without the means to prove it is kept for no other file")
  func kept() throws {
    let key = try PrivateKey.generate(.es256)
    let signature = try key.sign([1], with: .es256)
    let cache = ChainCache<Int, Bool>()
    func holds() -> Bool {
      cache.value(for: 1) { key.publicKey.verify(signature, of: [1], with: .es256) }
    }
    #expect(!SignatureBudget(0).spending(holds))
    #expect(holds())
  }

  @Test("certificates of one holder are proved once for all of them, and each is there")
  func twins() throws {
    let pki = try TestPKI.shared()
    let holder = pki.demo.us.issuing
    let leaf = pki.demo.us.signer.certificate
    let twins = try (1...14).map { number in
      var builder = CertificateBuilder(
        authority: holder.certificate.subject, notBefore: holder.certificate.notBefore,
        notAfter: holder.certificate.notAfter)
      builder.serial = [UInt8(number)]
      return try builder.selfSigned(by: holder.key)
    }
    let credential = try #require(SignerCredential([leaf] + twins, digest: [1]))
    let budget = SignatureBudget()
    let ancestry = budget.spending { Ancestry(of: credential, among: []) }
    #expect(Set(ancestry.certificates) == Set([leaf] + twins))
    #expect(Set(ancestry.issuers(at: 0)) == Set(twins))
    #expect(SignatureBudget.ofFile - budget.rest == 15, "one check for each certificate")
  }

  @Test("a claim's chain is not helped by a key that C2PA does not know")
  func foreignKeys() throws {
    let pki = try TestPKI.shared()
    let chain = pki.demo.us.signer.chain
    let context = ValidationContext(trust: try pki.context(), time: TestPKI.now)
    let credential = try #require(context.chains.credential(of: chain.map(\.der)))
    #expect(credential.helpers == credential.intermediates)
    let curve = Command.shell(
      "cd \"$(mktemp -d)\" && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:brainpoolP512r1 "
        + "-nodes -keyout key.pem -subj /CN=other -days 3650 -outform DER")
    let foreign = try Certificate(der: curve.output)
    let mixed = try #require(
      context.chains.credential(of: (chain + [foreign]).map(\.der)))
    #expect(mixed.intermediates.contains(foreign) && !mixed.helpers.contains(foreign))
    // A seal may be made with any.
    let seal = try #require(context.chains.credential(of: chain + [foreign]))
    #expect(seal.helpers.contains(foreign) && seal.digest != mixed.digest)
  }
}
