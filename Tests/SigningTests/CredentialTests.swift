import BroadsealBytes
import BroadsealOpenSSL
import BroadsealSigning
import BroadsealTrust
import TestSupport
import Testing

@Suite struct CredentialTests {
  let pki: TestPKI
  let scratch = Scratch()

  init() throws { pki = try TestPKI.shared() }

  private func file(_ name: String, _ bytes: [UInt8]) -> FilePath {
    FilePath(scratch.write(bytes, to: name))
  }

  private func kind(_ body: () throws -> Credential) -> SigningError.Kind? {
    do {
      _ = try body()
      return nil
    } catch { return (error as? SigningError)?.kind }
  }

  @Test("key and certificates come from one file or two, and the root stays out")
  func loads() throws {
    let signer = pki.demo.us.signer
    let key = file("key.pem", try signer.key.pem())
    let root = pki.demo.us.root.certificate
    let chain = file("chain.pem", (signer.chain + [root]).flatMap(\.pem))
    let both = file("both.pem", try signer.key.pem() + signer.chain.flatMap(\.pem))
    for credential in [
      try Credential.load(key: key, certificates: chain), try Credential.load(key: both),
    ] {
      #expect(credential.certificates.first == signer.certificate)
      #expect(!credential.certificates.contains(root))
      #expect(credential.algorithm == .es256)
    }
  }

  @Test("an encrypted key wants its passphrase, and says when it is the wrong one")
  func passphrase() throws {
    let signer = pki.demo.us.signer
    let secret = Array("correct horse".utf8)
    let key = file(
      "key.pem", try signer.key.pem(passphrase: secret) + signer.chain.flatMap(\.pem))
    #expect(kind { try Credential.load(key: key, passphrase: secret) } == nil)
    #expect(kind { try Credential.load(key: key) } == .passphrase)
    #expect(kind { try Credential.load(key: key, passphrase: Array("wrong".utf8)) } == .passphrase)
  }

  @Test("what cannot sign is refused with its reason")
  func refused() throws {
    let (signer, other) = (pki.demo.us.signer, pki.demo.jp.signer)
    let key = file("key.pem", try signer.key.pem())
    let chain = file("chain.pem", signer.chain.flatMap(\.pem))
    let foreign = file("foreign.pem", other.chain.flatMap(\.pem))
    let junk = file("junk.pem", Array("nothing here".utf8))
    let missing = FilePath(scratch("missing.pem"))
    #expect(kind { try Credential.load(key: key, certificates: foreign) } == .certificate)
    #expect(kind { try Credential.load(key: key) } == .certificate)
    #expect(kind { try Credential.load(key: chain) } == .credential)
    #expect(kind { try Credential.load(key: junk) } == .credential)
    #expect(kind { try Credential.load(key: missing) } == .unreadable)
    #expect(
      kind { try Credential.load(key: key, certificates: chain, algorithm: .es384) }
        == .credential)
    #expect(
      kind {
        try Credential.load(
          key: key, certificates: chain, algorithm: try SigningAlgorithm(named: "rot13"))
      }
        == .credential)
  }

  @Test("a certificate that breaks the profile is refused by the rule it breaks")
  func profile() throws {
    let bad = try pki.signer { $0.extendedKeyUsage.append(Purpose.any) }
    let error = #expect(throws: SigningError.self) {
      try Credential(key: bad.key, certificates: bad.chain)
    }
    #expect(error?.kind == .certificate)
    #expect(
      error?.reason == "the C2PA profile refuses the certificate: it is good for any purpose")
  }

  @Test("a certificate signs only within its dates", arguments: [-10.0, 10.0])
  func dates(years: Double) throws {
    let signer = pki.demo.us.signer
    let credential = try Credential(key: signer.key, certificates: signer.chain)
    let then = TestPKI.now.adding(seconds: Int64(years * 365 * 86_400))
    let error = #expect(throws: SigningError.self) {
      try Signer(
        credential: credential, timeStamping: .none, inspection: .unchecked,
        environment: Environment(now: { then }))
    }
    #expect(error?.kind == .certificate)
  }
}
