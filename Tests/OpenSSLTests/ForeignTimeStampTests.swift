import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

/// Tokens that the openssl command makes, good and bad.
@Suite("Time stamps made elsewhere")
struct ForeignTimeStampTests {
  let pki: LocalPKI
  let key: PrivateKey
  static let message = Array("what was signed".utf8)

  init() throws {
    pki = try LocalPKI()
    key = try PrivateKey.generate(.es256)
  }

  private func stampingCertificate(
    _ change: (inout CertificateBuilder) -> Void = { _ in }
  ) throws -> Certificate {
    try pki.issue(key.publicKey) { builder in
      builder.extendedKeyUsage = [Purpose.timeStamping]
      builder.extendedKeyUsageIsCritical = true
      change(&builder)
    }
  }

  /// A folder with a good TSTInfo in `info`, and the key and certificate to sign it with.
  private func workshop(_ certificate: Certificate) throws -> Scratch {
    let folder = Scratch()
    let token = try TimeStampAuthority(key: key, certificate: stampingCertificate())
      .stamp(Digest.of(Self.message, .sha256), at: pki.now)
    folder.write(token.der, to: "good.der")
    folder.write(try key.pem(), to: "key.pem")
    folder.write(certificate.pem, to: "cert.pem")
    try folder.openssl(
      ["cms", "-verify", "-noverify", "-inform", "DER", "-in", "good.der", "-out", "info"])
    return folder
  }

  private func sign(_ folder: Scratch, _ options: [String]) throws -> TimeStampToken {
    try folder.openssl(
      ["cms", "-sign", "-binary", "-nodetach", "-in", "info", "-inkey", "key.pem"]
        + ["-signer", "cert.pem", "-outform", "DER", "-out", "token.der"] + options)
    return try TimeStampToken(tokenDER: folder.bytes("token.der"))
  }

  private static let contentType = ["-econtent_type", "1.2.840.113549.1.9.16.1.4"]

  private func error(_ token: TimeStampToken) -> TimeStampError? {
    do throws(TimeStampError) {
      try token.verifySignature()
      return nil
    } catch { return error }
  }

  @Test("a token signed by the openssl command is proved")
  func good() throws {
    let folder = try workshop(stampingCertificate())
    let token = try sign(folder, Self.contentType + ["-cades", "-md", "sha384"])
    try token.verifySignature()
    try token.verifyImprint(of: Self.message)
    #expect(token.generated == pki.now)
  }

  @Test("our token is proved by the openssl command")
  func ours() throws {
    let folder = Scratch()
    let token = try TimeStampAuthority(
      key: key, certificate: stampingCertificate(), chain: [pki.authority]
    ).stamp(Digest.of(Self.message, .sha512), at: pki.now)
    folder.write(token.der, to: "token.der")
    folder.write(Self.message, to: "message")
    folder.write(pki.root.pem, to: "root.pem")
    try folder.openssl(
      ["ts", "-verify", "-in", "token.der", "-token_in", "-data", "message", "-CAfile", "root.pem"]
        + ["-attime", String(pki.now.secondsSinceEpoch)])
  }

  @Test("without the identifier of its certificate a token is malformed")
  func noIdentifier() throws {
    let folder = try workshop(stampingCertificate())
    #expect(error(try sign(folder, Self.contentType))?.kind == .malformed)
  }

  @Test("a token that signs something else than a TSTInfo is malformed")
  func otherContent() throws {
    let folder = try workshop(stampingCertificate())
    let error = #expect(throws: TimeStampError.self) { try sign(folder, ["-cades"]) }
    #expect(error?.kind == .malformed)
    folder.write([1, 2, 3], to: "info")
    let broken = #expect(throws: TimeStampError.self) {
      try sign(folder, Self.contentType + ["-cades"])
    }
    #expect(broken?.kind == .malformed)
  }

  @Test("SHA-1 is not believed")
  func weakHash() throws {
    let folder = try workshop(stampingCertificate())
    let token = try sign(folder, Self.contentType + ["-cades", "-md", "sha1"])
    #expect(error(token)?.kind == .untrusted)
  }

  @Test("a token without its signer's certificate is not believed")
  func noCertificate() throws {
    let folder = try workshop(stampingCertificate())
    let token = try sign(folder, Self.contentType + ["-cades", "-nocerts"])
    #expect(token.signer == nil)
    #expect(error(token)?.kind == .untrusted)
    let result = token.chain(to: try AnchorStore([pki.root, pki.authority]))
    guard case .failure(let failure) = result else {
      Issue.record("a chain without a leaf")
      return
    }
    #expect(failure.kind == .untrusted)
  }

  @Test("another certificate of the same name, number and key cannot take the signer's place")
  func substituted() throws {
    let folder = try workshop(stampingCertificate { $0.serial = [7] })
    let twin = try stampingCertificate {
      $0.serial = [7]
      $0.policies = ["1.3.6.1.4.1.32473.2"]
    }
    folder.write(twin.pem, to: "twin.pem")
    let token = try sign(
      folder, Self.contentType + ["-cades", "-nocerts", "-certfile", "twin.pem"])
    #expect(token.signer == twin)
    #expect(
      error(token)
        == TimeStampError(.untrusted, "the token was signed for another certificate"))
  }

  @Test(
    "a certificate that may do more or other than stamping is invalid",
    arguments: [
      ([Purpose.timeStamping], false), ([Purpose.timeStamping, Purpose.documentSigning], true),
      ([Purpose.claimSigning], true), ([], false), ([Purpose.any], true),
    ])
  func purposes(_ purposes: [String], _ isCritical: Bool) throws {
    let certificate = try stampingCertificate {
      $0.extendedKeyUsage = purposes
      $0.extendedKeyUsageIsCritical = isCritical
    }
    let folder = try workshop(certificate)
    let token = try sign(folder, Self.contentType + ["-cades"])
    #expect(error(token)?.kind == .credentialInvalid)
    let refusal = #expect(throws: TimeStampError.self) {
      try TimeStampAuthority(key: key, certificate: certificate)
    }
    #expect(refusal?.kind == .credentialInvalid)
  }

  @Test("a token with two signers is malformed")
  func twoSigners() throws {
    let folder = try workshop(stampingCertificate())
    folder.write(try stampingCertificate().pem, to: "second.pem")
    let error = #expect(throws: TimeStampError.self) {
      try sign(
        folder, Self.contentType + ["-cades", "-signer", "second.pem", "-inkey", "key.pem"])
    }
    #expect(error?.kind == .malformed)
  }
}
