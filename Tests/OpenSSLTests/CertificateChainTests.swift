import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@Suite("Chains")
struct CertificateChainTests {
  let pki: LocalPKI
  let key: PrivateKey

  init() throws {
    pki = try LocalPKI()
    key = try PrivateKey.generate(.es256)
  }

  private func validate(
    _ leaf: Certificate, _ intermediates: [Certificate], _ anchors: [Certificate],
    at time: UTCTime? = nil, ignoringTime: Bool = false
  ) throws -> Result<[Certificate], ChainFailure> {
    CertificateChain.validate(
      leaf: leaf, intermediates: intermediates, anchors: try AnchorStore(anchors),
      at: time ?? pki.now, ignoringTime: ignoringTime)
  }

  private func kind(_ result: Result<[Certificate], ChainFailure>) -> ChainFailure.Kind? {
    if case .failure(let failure) = result { failure.kind } else { nil }
  }

  @Test("a chain ends at a root, at an intermediate, or at the leaf itself, as anchors say")
  func anchors() throws {
    let leaf = try pki.issue(key.publicKey)
    #expect(
      try validate(leaf, [pki.authority], [pki.root]) == .success([leaf, pki.authority, pki.root]))
    #expect(try validate(leaf, [], [pki.authority]) == .success([leaf, pki.authority]))
    #expect(
      try validate(leaf, [pki.root], [pki.authority, pki.root])
        == .success([leaf, pki.authority]))
    #expect(try validate(leaf, [], [leaf]) == .success([leaf]))
    let lone = try pki.signerBuilder().selfSigned(by: key)
    #expect(try validate(lone, [], [lone]) == .success([lone]))
  }

  @Test("no anchor, no trust: not the system's, not one in the file")
  func untrusted() throws {
    let leaf = try pki.issue(key.publicKey)
    let other = try LocalPKI()
    let lone = try pki.signerBuilder().selfSigned(by: key)
    #expect(kind(try validate(leaf, [pki.authority, pki.root], [])) == .untrusted)
    #expect(kind(try validate(leaf, [pki.authority, pki.root], [other.root])) == .untrusted)
    #expect(kind(try validate(leaf, [], [pki.root])) == .untrusted)
    #expect(kind(try validate(lone, [lone], [pki.root])) == .untrusted)
  }

  @Test("an anchor with the same name and another key is no anchor")
  func sameName() throws {
    let leaf = try pki.issue(key.publicKey)
    let impostor = try CertificateBuilder(
      authority: pki.root.subject, notBefore: pki.from, notAfter: pki.to
    ).selfSigned(by: PrivateKey.generate(.es256))
    #expect(kind(try validate(leaf, [pki.authority], [impostor])) != nil)
  }

  @Test("validity is judged at the time given and only there")
  func times() throws {
    let leaf = try pki.issue(key.publicKey) { $0.notAfter = pki.now.adding(seconds: 1) }
    let chain: Result<[Certificate], ChainFailure> = .success([leaf, pki.authority, pki.root])
    #expect(try validate(leaf, [pki.authority], [pki.root], at: pki.now) == chain)
    #expect(try validate(leaf, [pki.authority], [pki.root], at: pki.from) == chain)
    let after = try validate(leaf, [pki.authority], [pki.root], at: pki.now.adding(seconds: 2))
    #expect(kind(after) == .expired)
    let before = try validate(leaf, [pki.authority], [pki.root], at: pki.from.adding(seconds: -1))
    #expect(kind(before) == .notYetValid)
    let never = try validate(
      leaf, [pki.authority], [pki.root], at: pki.now.adding(seconds: 2), ignoringTime: true)
    #expect(never == chain)
  }

  @Test("only an authority issues, no deeper than it may, and only with the right key usage")
  func authorities() throws {
    let subKey = try PrivateKey.generate(.es256)
    func issue(
      by issuer: Certificate, _ issuerKey: PrivateKey, _ change: (inout CertificateBuilder) -> Void
    ) throws -> Result<[Certificate], ChainFailure> {
      var builder = CertificateBuilder(
        authority: LocalPKI.name("Sub"), notBefore: pki.from, notAfter: pki.to)
      change(&builder)
      let sub = try builder.issued(to: subKey.publicKey, by: issuer, key: issuerKey)
      let leaf = try pki.signerBuilder().issued(to: key.publicKey, by: sub, key: subKey)
      return try validate(leaf, [sub, pki.authority], [pki.root])
    }
    #expect(kind(try issue(by: pki.root, pki.rootKey) { _ in }) == nil)
    #expect(kind(try issue(by: pki.root, pki.rootKey) { $0.isCA = false }) == .invalid)
    let noSign = try issue(by: pki.root, pki.rootKey) { $0.keyUsage = [.digitalSignature] }
    #expect(kind(noSign) != nil)
    let tooDeep = try issue(by: pki.authority, pki.authorityKey) { _ in }
    #expect(kind(tooDeep) == .invalid)
  }

  @Test("an unknown critical extension anywhere in the chain refuses it")
  func criticalExtension() throws {
    let odd = CertificateExtension("1.3.6.1.4.1.32473.9", isCritical: true, value: [5, 0])
    let leaf = try pki.issue(key.publicKey) { $0.extraExtensions = [odd] }
    #expect(kind(try validate(leaf, [pki.authority], [pki.root])) == .invalid)
  }

  @Test(
    "name constraints bind the issued names",
    arguments: [("JP", false), ("US", true)])
  func nameConstraints(_ country: String, _ isPermitted: Bool) throws {
    // permittedSubtrees: a directory name with the country US.
    let subKey = try PrivateKey.generate(.es256)
    var builder = CertificateBuilder(
      authority: LocalPKI.name("Constrained"), notBefore: pki.from, notAfter: pki.to)
    builder.extraExtensions = [
      CertificateExtension(
        "2.5.29.30", isCritical: true,
        value: [
          0x30, 0x15, 0xA0, 0x13, 0x30, 0x11, 0xA4, 0x0F, 0x30, 0x0D, 0x31, 0x0B, 0x30, 0x09,
          0x06, 0x03, 0x55, 0x04, 0x06, 0x13, 0x02, 0x55, 0x53,
        ])
    ]
    let sub = try builder.issued(to: subKey.publicKey, by: pki.root, key: pki.rootKey)
    var signer = pki.signerBuilder()
    signer.subject = DistinguishedName([NameAttribute(NameAttribute.country, country)])
    let leaf = try signer.issued(to: key.publicKey, by: sub, key: subKey)
    let result = try validate(leaf, [sub], [pki.root])
    #expect(kind(result) == (isPermitted ? nil : .invalid))
  }

  @Test("a policy constraint that is not met refuses the chain")
  func policyConstraints() throws {
    let subKey = try PrivateKey.generate(.es256)
    var builder = CertificateBuilder(
      authority: LocalPKI.name("Policy"), notBefore: pki.from, notAfter: pki.to)
    builder.policies = ["1.3.6.1.4.1.32473.1"]
    // requireExplicitPolicy 0 (RFC 5280 §4.2.1.11).
    builder.extraExtensions = [
      CertificateExtension("2.5.29.36", isCritical: true, value: [0x30, 3, 0x80, 1, 0])
    ]
    let sub = try builder.issued(to: subKey.publicKey, by: pki.root, key: pki.rootKey)
    for (policies, isGood) in [(["1.3.6.1.4.1.32473.1"], true), (["1.3.6.1.4.1.32473.2"], false)] {
      var signer = pki.signerBuilder()
      signer.policies = policies
      let leaf = try signer.issued(to: key.publicKey, by: sub, key: subKey)
      let result = try validate(leaf, [sub], [pki.root])
      #expect(kind(result) == (isGood ? nil : .invalid), "\(policies): \(result)")
    }
  }

  @Test(
    "weak keys and hashes in a chain refuse it", arguments: ["rsa:1024 sha256", "rsa:2048 sha1"])
  func weak(_ kind: String) throws {
    let folder = Scratch()
    let words = kind.split(separator: " ").map(String.init)
    folder.write(pki.root.pem, to: "root.pem")
    folder.write(try pki.rootKey.pem(), to: "root.key")
    try folder.openssl(
      ["req", "-newkey", words[0], "-nodes", "-keyout", "k", "-subj", "/CN=weak", "-out", "r"])
    try folder.openssl(
      ["x509", "-req", "-in", "r", "-CA", "root.pem", "-CAkey", "root.key", "-out", "c"]
        + ["-days", "3650", "-set_serial", "7", "-" + words[1]])
    let leaf = try #require(Certificate.list(pem: folder.bytes("c")).first)
    let result = try validate(leaf, [], [pki.root], ignoringTime: true)
    #expect(self.kind(result) == .invalid)
  }

  @Test("a changed byte in the certificate's signature refuses it")
  func forged() throws {
    var der = try pki.issue(key.publicKey).der
    der[der.count - 1] ^= 1
    let leaf = try Certificate(der: der)
    #expect(kind(try validate(leaf, [pki.authority], [pki.root])) == .invalid)
  }

  @Test("one store serves many threads")
  func shared() async throws {
    let leaf = try pki.issue(key.publicKey)
    let (pki, anchors) = (pki, try AnchorStore([pki.root]))
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<64 {
        group.addTask {
          let result = CertificateChain.validate(
            leaf: leaf, intermediates: index % 2 == 0 ? [pki.authority] : [], anchors: anchors,
            at: pki.now)
          return ((try? result.get()) != nil) == (index % 2 == 0)
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
