import BroadsealBytes
import TestSupport
import Testing

@testable import BroadsealOpenSSL

/// What revokes and what clears are asked of a list apart (RFC 5280 §5.2, §6.3.3).
@Suite("A revocation list revokes whatever it names, and clears only what it speaks of")
struct RevocationReadingTests {
  private let pki: LocalPKI
  private let leaf: Certificate
  /// The same with a distribution point in its certificate.
  private let placed: Certificate

  init() throws {
    pki = try LocalPKI(.es256)
    leaf = try pki.issue(PrivateKey.generate(.es256).publicKey)
    placed = try pki.issue(PrivateKey.generate(.es256).publicKey) { $0.crlURL = Self.address }
  }

  private static let address = "http://crl.test/1.crl"

  /// An `IssuingDistributionPoint` of those fields.
  private static func point(
    _ fields: [UInt8]..., isCritical: Bool = true
  ) -> CertificateExtension {
    CertificateExtension(
      "2.5.29.28", isCritical: isCritical, value: DERWriter.sequence(fields))
  }

  /// A distribution point of one full name.
  private static func name(_ tag: UInt8, _ contents: some Collection<UInt8>) -> [UInt8] {
    let name = DERWriter.element(tag, contents)
    return DERWriter.element(DERTag.context(0), DERWriter.element(DERTag.context(0), name))
  }

  private static func flag(_ number: UInt8, _ value: UInt8 = 0xFF) -> [UInt8] {
    DERWriter.element(DERTag.contextPrimitive(number), [value])
  }

  private static let uri = name(DERTag.contextPrimitive(6), address.utf8)
  private static let delta = CertificateExtension(
    "2.5.29.27", isCritical: true, value: DERWriter.integer(1))

  private func list(
    _ extensions: [CertificateExtension], revokes certificate: Certificate? = nil,
    reason: Int? = 1, owner: Certificate? = nil, by authority: (Certificate, PrivateKey)? = nil
  ) throws -> RevocationList {
    var builder = RevocationListBuilder(
      thisUpdate: pki.now, nextUpdate: pki.now.adding(seconds: 86_400))
    builder.extensions = extensions
    if let certificate {
      var entry = RevocationListBuilder.Entry(certificate, at: pki.from, reason: reason)
      entry.owner = owner
      builder.revoked = [entry]
    }
    let (certificate, key) = authority ?? (pki.authority, pki.authorityKey)
    return try builder.list(of: certificate, key: key)
  }

  /// Lists by their extensions, and why each says nothing of the leaf that it does not name; nil: it clears it.
  private static let scopes: [(name: String, [CertificateExtension], RevocationLimit?)] = [
    ("the whole list", [], nil),
    ("users alone", [point(flag(1))], nil),
    ("users alone, not critical", [point(flag(1), isCritical: false)], nil),
    ("flags that are off", [point(flag(1, 0), flag(2, 0), flag(5, 0))], nil),
    ("an indirect list of the issuer's own", [point(flag(4))], nil),
    (
      "every reason",
      [point(DERWriter.element(DERTag.contextPrimitive(3), [7, 0x7F, 0x80]))], nil
    ),
    ("authorities alone", [point(flag(2))], .authorities),
    ("authorities alone, not critical", [point(flag(2), isCritical: false)], .authorities),
    ("attributes alone", [point(flag(5), isCritical: false)], .attributes),
    ("a point", [point(uri)], .point),
    (
      "some reasons", [point(DERWriter.element(DERTag.contextPrimitive(3), [6, 0x40]))],
      .reasons
    ),
    ("a delta", [delta], .delta),
    (
      "a delta, not critical", [CertificateExtension("2.5.29.27", value: DERWriter.integer(1))],
      .delta
    ),
    ("users and authorities alone", [point(flag(1), flag(2))], .unknown),
    ("an unknown field", [point(flag(7))], .unknown),
    ("two points", [point(flag(1)), point(flag(1))], .unknown),
    (
      "no sequence", [CertificateExtension("2.5.29.28", value: [0x05, 0x00])], .unknown
    ),
    (
      "an unknown critical extension",
      [CertificateExtension("2.999.1", isCritical: true, value: [0x05, 0x00])], .unknown
    ),
    ("an unknown extension", [CertificateExtension("2.999.1", value: [0x05, 0x00])], nil),
  ]

  @Test("What it leaves out is good only where it speaks of it; what it names is revoked")
  func scopes() throws {
    for (name, extensions, limit) in Self.scopes {
      let silent = try list(extensions).reading(of: leaf, issuer: pki.authority)
      if let limit {
        #expect(silent == .silent(limit), "\(name)")
      } else {
        guard case .said(let answer, isOwn: true) = silent else {
          Issue.record("\(name): \(silent)")
          continue
        }
        #expect(answer.status == .good && !answer.onlyRevokes, "\(name)")
      }
      let revoking = try list(extensions, revokes: leaf)
        .answer(for: leaf, issuer: pki.authority)
      #expect(revoking?.status == .revoked(at: pki.from, reason: 1), "\(name)")
      #expect(revoking?.onlyRevokes == (limit != nil), "\(name)")
      // What a partial list takes off another is for whoever has the other.
      let removed = try list(extensions, revokes: leaf, reason: 8)
        .reading(of: leaf, issuer: pki.authority)
      if let limit { #expect(removed == .silent(limit), "\(name)") }
    }
  }

  @Test("A list of a point clears the certificates that name the point")
  func points() throws {
    let own = try list([Self.point(Self.uri, Self.flag(1))])
    #expect(own.answer(for: placed, issuer: pki.authority)?.status == .good)
    let other = Self.name(DERTag.contextPrimitive(6), "http://crl.test/2.crl".utf8)
    #expect(
      try list([Self.point(other)]).reading(of: placed, issuer: pki.authority)
        == .silent(.point))
    // A certificate without a point is of the point by its issuer's name.
    let named = Self.name(DERTag.context(4), pki.authority.subjectDER)
    #expect(
      try list([Self.point(named)]).answer(for: leaf, issuer: pki.authority)?.status == .good)
    // A name relative to the issuer's is not looked up.
    let relative = DERWriter.element(
      DERTag.context(0), DERWriter.element(DERTag.context(1), []))
    #expect(
      try list([Self.point(relative)]).reading(of: leaf, issuer: pki.authority)
        == .silent(.point))
  }

  @Test("A list about users says nothing of an authority, and one about authorities does")
  func authorities() throws {
    let root = (pki.root, pki.rootKey)
    #expect(
      try list([Self.point(Self.flag(1))], by: root)
        .reading(of: pki.authority, issuer: pki.root) == .silent(.users))
    #expect(
      try list([Self.point(Self.flag(2))], by: root)
        .answer(for: pki.authority, issuer: pki.root)?.status == .good)
  }

  @Test("An indirect list revokes nobody else's certificate of the same number")
  func indirect() throws {
    let indirect = Self.point(Self.flag(4))
    #expect(
      try list([indirect], revokes: leaf, owner: pki.authority)
        .answer(for: leaf, issuer: pki.authority)?.status == .revoked(at: pki.from, reason: 1))
    for extensions in [[indirect], []] {
      #expect(
        try list(extensions, revokes: leaf, owner: pki.root)
          .answer(for: leaf, issuer: pki.authority)?.status == .good)
    }
    // By another authority, which names this one's certificate.
    #expect(
      try list([indirect], revokes: leaf, owner: pki.authority, by: (pki.root, pki.rootKey))
        .reading(of: leaf, issuer: pki.authority) == .strange)
  }

  /// The authority's name and another key, certified by `issuer`.
  private func namesake(
    by issuer: (Certificate, PrivateKey)? = nil
  ) throws -> (Certificate, PrivateKey) {
    let key = try PrivateKey.generate(.es256)
    let builder = CertificateBuilder(
      authority: pki.authority.subject, notBefore: pki.from, notAfter: pki.to, pathLength: 0)
    guard let issuer else { return (try builder.selfSigned(by: key), key) }
    return (try builder.issued(to: key.publicKey, by: issuer.0, key: issuer.1), key)
  }

  @Test("An authority that rolled its key revokes with the new one, and clears nothing with it")
  func rolled() throws {
    let stranger = try LocalPKI(.es256)
    let own = pki.authority
    let sister = try namesake(by: (pki.root, pki.rootKey))
    let child = try namesake(by: (pki.authority, pki.authorityKey))
    let alien = try namesake(by: (stranger.root, stranger.rootKey))
    let root = try namesake()
    let cases: [(String, (Certificate, PrivateKey), KnownAuthorities, Bool)] = [
      (
        "one root signed both", sister,
        KnownAuthorities(given: [pki.root], proved: [own, sister.0]), true
      ),
      (
        "the old key signed the new", child, KnownAuthorities(given: [own], proved: [child.0]),
        true
      ),
      ("the user gave both", root, KnownAuthorities(given: [own, root.0]), true),
      ("nobody knows the other", sister, KnownAuthorities(given: [own, pki.root]), false),
      ("the root is not known", sister, KnownAuthorities(given: [own], proved: [sister.0]), false),
      (
        "a stranger of the same name", alien,
        KnownAuthorities(given: [own, pki.root, stranger.root], proved: [alien.0]), false
      ),
      (
        "the issuer is not known itself", sister,
        KnownAuthorities(given: [pki.root], proved: [sister.0]), false
      ),
    ]
    for (name, signer, known, isKnown) in cases {
      let revoking = try list([], revokes: leaf, by: signer)
        .reading(of: leaf, issuer: own, among: known)
      let silent = try list([], by: signer).reading(of: leaf, issuer: own, among: known)
      if isKnown {
        guard case .said(let answer, isOwn: false) = revoking else {
          Issue.record("\(name): \(revoking)")
          continue
        }
        #expect(
          answer.status == .revoked(at: pki.from, reason: 1) && answer.onlyRevokes, "\(name)")
        #expect(silent == .silent(.otherKey), "\(name)")
      } else {
        #expect(revoking == .unproved && silent == .unproved, "\(name)")
      }
    }
  }
}
