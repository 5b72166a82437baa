import BroadsealBytes
import BroadsealOpenSSL
import Testing

@Suite("Time stamps")
struct TimeStampTests {
  let pki: LocalPKI
  let anchors: AnchorStore
  static let message = Array("what was signed".utf8)

  init() throws {
    pki = try LocalPKI()
    anchors = try AnchorStore([pki.root])
  }

  @Test(
    "a token of the local authority proves its time",
    arguments: [SignatureAlgorithm.es256, .es384, .ps256], DigestAlgorithm.allCases)
  func proves(_ key: SignatureAlgorithm, _ hash: DigestAlgorithm) throws {
    let authority = try pki.stamper(.generate(key, rsaBits: 2048))
    let digest = try Digest.of(Self.message, hash)
    let token = try authority.stamp(digest, at: pki.now, nonce: [0x81, 2, 3])
    #expect(token.generated == pki.now)
    #expect(token.nonce == [0x81, 2, 3])
    #expect(token.hashAlgorithm == hash)
    #expect(token.policy == TimeStampAuthority.defaultPolicy)
    try token.verifySignature()
    try token.verifyImprint(of: Self.message)
    let chain = try token.chain(to: anchors).get()
    #expect(chain == [token.signer, pki.authority, pki.root])
    #expect(!token.wasResponse)
    #expect(try TimeStampToken(tokenDER: token.der) == token)
  }

  @Test(
    "no bit of a token changes unnoticed: it cannot be read, does not hold, or has another form",
    arguments: [0x01, 0x20, 0x80] as [UInt8])
  func bits(_ mask: UInt8) throws {
    let digest = try Digest.of(Self.message, .sha256)
    let sound = try pki.stamper(.generate(.es256)).stamp(digest, at: pki.now)
    #expect(sound.hasStrictForm)
    for index in sound.der.indices {
      var changed = sound.der
      changed[index] ^= mask
      guard let token = try? TimeStampToken(tokenDER: changed), token.hasStrictForm,
        (try? token.verifySignature()) != nil, (try? token.verifyImprint(of: Self.message)) != nil,
        case .success = token.chain(to: anchors)
      else { continue }
      Issue.record("bit \(mask) of byte \(index) changed unnoticed")
    }
  }

  private func token(
    at time: UTCTime? = nil, _ change: (inout CertificateBuilder) -> Void = { _ in }
  ) throws -> TimeStampToken {
    try pki.stamper(.generate(.es256), change)
      .stamp(Digest.of(Self.message, .sha256), at: time ?? pki.now)
  }

  private func kind(_ body: () throws(TimeStampError) -> Void) -> TimeStampError.Kind? {
    do throws(TimeStampError) {
      try body()
      return nil
    } catch { return error.kind }
  }

  private func chainKind(_ token: TimeStampToken, _ anchors: AnchorStore) -> TimeStampError.Kind? {
    if case .failure(let failure) = token.chain(to: anchors) { failure.kind } else { nil }
  }

  @Test("a response is read as well as a bare token, and both are told apart")
  func envelopes() throws {
    let authority = try pki.stamper(.generate(.es256))
    let request = TimeStampRequest.der(try Digest.of(Self.message, .sha256))
    let response = try authority.respond(to: request, at: pki.now)
    let token = try TimeStampToken(response)
    #expect(token.wasResponse)
    try token.verifySignature()
    #expect(try TimeStampToken(token.der).der == token.der)
    #expect(try TimeStampToken(responseDER: response).nonce == nil)
    #expect(
      kind { () throws(TimeStampError) in _ = try TimeStampToken(tokenDER: response) } == .malformed
    )
    #expect(
      kind { () throws(TimeStampError) in _ = try TimeStampToken(responseDER: token.der) }
        == .malformed)
    #expect(
      kind { () throws(TimeStampError) in _ = try TimeStampToken(response + [0]) } == .malformed)
    #expect(
      kind { () throws(TimeStampError) in _ = try TimeStampToken(token.der + [0]) } == .malformed)
    #expect(kind { () throws(TimeStampError) in _ = try TimeStampToken([]) } == .malformed)
  }

  @Test("a stamp over something else is a mismatch")
  func otherMessage() throws {
    let token = try token()
    #expect(
      kind { () throws(TimeStampError) in try token.verifyImprint(of: Self.message + [0]) }
        == .mismatch)
  }

  @Test("an authority on no list is untrusted")
  func noAnchor() throws {
    let token = try token()
    #expect(chainKind(token, try AnchorStore([])) == .untrusted)
    #expect(chainKind(token, try AnchorStore([LocalPKI().root])) == .untrusted)
    #expect(chainKind(token, try AnchorStore([pki.authority])) == nil)
  }

  @Test("the chain is judged at the stamped time, whenever the authority's certificate ends")
  func expired() throws {
    let token = try token { $0.notAfter = pki.now.adding(seconds: 10) }
    #expect(chainKind(token, anchors) == nil)
    let late = try self.token(at: pki.now.adding(seconds: 20)) {
      $0.notAfter = pki.now.adding(seconds: 10)
    }
    #expect(chainKind(late, anchors) == .outsideValidity)
    let early = try self.token(at: pki.from.adding(seconds: -20))
    #expect(chainKind(early, anchors) == .outsideValidity)
  }

  @Test("an unusual certificate in the authority's chain is invalid")
  func oddCertificate() throws {
    let token = try token {
      $0.extraExtensions = [
        CertificateExtension("1.3.6.1.4.1.32473.9", isCritical: true, value: [5, 0])
      ]
    }
    #expect(chainKind(token, anchors) == .credentialInvalid)
  }

  @Test("no changed byte of a token yields another time, another imprint or another signer")
  func everyByte() throws {
    let token = try token()
    var survivors = 0
    for index in token.der.indices {
      var der = token.der
      der[index] ^= 0x01
      guard let changed = try? TimeStampToken(der), (try? changed.verifySignature()) != nil,
        (try? changed.verifyImprint(of: Self.message)) != nil,
        (try? changed.chain(to: anchors).get()) != nil
      else { continue }
      survivors += 1
      #expect(changed.generated == token.generated)
      #expect(changed.signer?.publicKey == token.signer?.publicKey)
    }
    // Versions, digest lists and the like stand outside the signature.
    #expect(survivors < 16)
  }

  @Test("a token cut at any place is malformed")
  func truncated() throws {
    let token = try token()
    for count in 0..<token.der.count {
      #expect(
        kind { () throws(TimeStampError) in _ = try TimeStampToken(Array(token.der[..<count])) }
          == .malformed)
    }
  }

  @Test("an authority needs its own key, of a kind that signs CMS")
  func badAuthority() throws {
    let key = try PrivateKey.generate(.es256)
    let certificate = try pki.issue(key.publicKey) {
      $0.extendedKeyUsage = [Purpose.timeStamping]
      $0.extendedKeyUsageIsCritical = true
    }
    let other = try PrivateKey.generate(.es256)
    #expect(
      kind { () throws(TimeStampError) in
        _ = try TimeStampAuthority(key: other, certificate: certificate)
      } == .unavailable)
    let edwards = try PrivateKey.generate(.ed25519)
    let error = #expect(throws: TimeStampError.self) { try pki.stamper(edwards) }
    #expect(error?.kind == .unavailable)
  }
}
