import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-73: certificates that were revoked, and answers that prove nothing.
enum RevocationThreats {
  static let rows: [ThreatRow] = answers + strangers + forms + ways + lists

  /// The cases of `RevocationCheckTests` that speak against a signer or not for it, stapled to a
  /// signature that is judged strictly.
  private static let answers: [ThreatRow] = RevocationCheckTests.cases
    .filter { $0.outcome != .notRevoked }
    .map { item in
      let noStamp = item.isStamped ? [] : ["OFF-7-NO-STAMP"]
      let expected: ThreatOutcome =
        item.outcome == .revoked
        ? .unofficial(
          .unrecognised, ["OFF-1-INVALID"] + noStamp + ["OFF-8-REVOKED"], .invalid,
          also: ["signingCredential.ocsp.revoked"])
        : .unofficial(
          .recognisedTool, noStamp + ["OFF-8-UNKNOWN"],
          also: ["signingCredential.ocsp.unknown"])
      return ThreatRow(.revocation, item.name, expected) { pki in
        try stapled(
          [RevocationCheckTests.maker(item, pki).response()], isStamped: item.isStamped, pki)
      }
    }

  /// A good answer, for what follows.
  private static func good(_ pki: TestPKI) -> OCSPMaker {
    RevocationCheckTests.maker(RevocationCheckTests.cases[0], pki)
  }

  private static let unknown = ThreatOutcome.unofficial(
    .recognisedTool, ["OFF-1-SIGNATURE-FORM", "OFF-8-UNKNOWN"],
    also: ["signingCredential.ocsp.unknown"])

  /// Responses that prove nothing beside what they say: judged without strictness, so that nothing but
  /// their form is in the way.
  private static func loose(
    _ attack: String, _ responses: @escaping @Sendable (TestPKI) throws -> [[UInt8]]
  ) -> ThreatRow {
    ThreatRow(
      .revocation, attack, .unofficial(.recognisedTool, ["OFF-1-SIGNATURE-FORM"])
    ) { pki in
      var item = try stapled(responses(pki), pki)
      item.isStrict = false
      return item
    }
  }

  private static let forms: [ThreatRow] = [
    loose("a stranger's response beside the good one") { pki in
      var stranger = good(pki)
      stranger.responder = pki.impostor.responder
      return [try good(pki).response(), try stranger.response()]
    },
    loose("a stranger's response alone") { pki in
      var stranger = good(pki)
      stranger.responder = pki.impostor.responder
      return [try stranger.response()]
    },
    loose("the good response twice") { pki in
      let response = try good(pki).response()
      return [response, response]
    },
    loose("two responses about one certificate") { pki in
      var later = good(pki)
      later.producedAt = later.producedAt.adding(seconds: 1)
      return [try good(pki).response(), try later.response()]
    },
    loose("a certificate of a stranger's in the good response, which nothing covers") { pki in
      var maker = good(pki)
      maker.further = [pki.impostor.signer.certificate]
      return [try maker.response()]
    },
    loose("the responder's certificate twice in the good response") { pki in
      var maker = good(pki)
      maker.further = [maker.responder.certificate]
      return [try maker.response()]
    },
    loose("the good response with a longer form of a length") { pki in
      let response = try good(pki).response()
      // 30 82 hh ll becomes 30 83 00 hh ll.
      return [[0x30, 0x83, 0x00] + response[2...]]
    },
  ]

  private static func changed(
    _ attack: String, _ expected: ThreatOutcome = unknown,
    _ change: @escaping @Sendable (inout OCSPMaker, TestPKI) throws -> Void
  ) -> ThreatRow {
    ThreatRow(.revocation, attack, expected) { pki in
      var maker = good(pki)
      try change(&maker, pki)
      return try stapled([maker.response()], pki)
    }
  }

  /// A CA on the signer's way was revoked in good order before the stamp, or speaks in a stapled response: what
  /// else the reader knows of it changes nothing.
  static let ways: [ThreatRow] =
    [
      way("the list knows the root, which revoked the CA below", revoked) { try listed($0) },
      way(
        "the same, and the reader's anchors know the CA",
        .unofficial(.recognisedTool, ["OFF-8-REVOKED"])
      ) { pki in
        var trust = try listed(pki)
        trust.anchors = pki.demo.us.issuing.certificate.pem + pki.impostor.root.certificate.pem
        return trust
      },
      way(
        "the same, and another list knows the CA, for another agency",
        .unofficial(.unrecognised, ["OFF-8-REVOKED"])
      ) { pki in
        var trust = try listed(pki)
        trust.lists += try Places(pki).second([
          [
            Places.service(
              pki.demo.us.issuing.certificate, Places.scope(agency: Places.otherAgency))
          ]
        ]).lists
        return trust
      },
      stapledTwice("and the root is not known", .unrecognised) { _ in [] },
      stapledTwice("and the reader's anchors know the root", .recognisedTool) {
        $0.demo.us.root.certificate.pem
      },
    ] + [
      harmless("the list names the CA that its root revoked, and the reader knows the root") {
        pki in
        var item = try ThreatCase(
          TestManifest(pki),
          trust: Places(pki).trust([
            [Places.service(pki.demo.us.issuing.certificate), try Places.authority()]
          ]), at: later)
        item.trust.anchors = pki.demo.us.root.certificate.pem
        item.lists = [try ceased(pki)]
        return item
      },
      harmless("the list names the root, whose word about the CA is stapled") { pki in
        var item = try twice(pki)
        item.trust = try listed(pki)
        return item
      },
    ]

  private static let later = TestPKI.now.adding(seconds: 7_200)

  private static let revoked = ThreatOutcome.unofficial(
    .unrecognised, ["OFF-1-INVALID", "OFF-8-REVOKED"], .invalid,
    also: ["signingCredential.ocsp.revoked"])

  private static func harmless(
    _ attack: String, _ make: @escaping @Sendable (TestPKI) throws -> ThreatCase
  ) -> ThreatRow {
    var row = ThreatRow(.revocation, attack, .official(), make)
    row.isHarmless = true
    return row
  }

  /// A label judged with the root's list, on which the CA ceased to work before the stamp.
  private static func way(
    _ attack: String, _ expected: ThreatOutcome,
    _ trust: @escaping @Sendable (TestPKI) throws -> ThreatTrust
  ) -> ThreatRow {
    ThreatRow(.revocation, attack, expected) { pki in
      var item = try ThreatCase(TestManifest(pki), trust: trust(pki), at: later)
      item.lists = [try ceased(pki)]
      return item
    }
  }

  /// A list that names the root alone.
  private static func listed(_ pki: TestPKI) throws -> ThreatTrust {
    try Places(pki).trust([
      [
        Places.service(pki.demo.us.root.certificate, Places.scope(maximumPathLength: 1)),
        try Places.authority(),
      ]
    ])
  }

  private static func ceased(_ pki: TestPKI) throws -> [UInt8] {
    var maker = CRLMaker(
      issuer: pki.demo.us.root, number: 1, thisUpdate: TestPKI.now.adding(seconds: -60))
    maker.revoked = [(pki.demo.us.issuing.certificate, TestPKI.now.adding(seconds: -120), 5)]
    return try maker.bytes()
  }

  /// A label with a good response about the signer and one about its CA, by the root: of a root that is neither
  /// listed nor in the chain nobody can tell.
  private static func stapledTwice(
    _ attack: String, _ status: Origin.Status,
    anchors: @escaping @Sendable (TestPKI) -> [UInt8]
  ) -> ThreatRow {
    ThreatRow(
      .revocation, "a response about the listed CA, by the root above it, " + attack,
      .unofficial(status, ["OFF-1-SIGNATURE-FORM"])
    ) { pki in
      var item = try twice(pki)
      item.trust = try Places(pki).trust([
        [Places.service(pki.demo.us.issuing.certificate), try Places.authority()]
      ])
      item.trust.anchors = anchors(pki)
      return item
    }
  }

  private static func twice(_ pki: TestPKI) throws -> ThreatCase {
    var above = good(pki)
    above.responder = pki.demo.us.root
    above.subject = pki.demo.us.issuing.certificate
    above.issuer = pki.demo.us.root.certificate
    var item = try stapled([good(pki).response(), above.response()], pki)
    item.isStrict = false
    return item
  }

  private static let strangers: [ThreatRow] = [
    ThreatRow(
      .revocation, "a good answer by a responder whose key the list withdrew as stolen",
      .unofficial(
        .recognisedTool, ["OFF-8-UNKNOWN"], also: ["signingCredential.ocsp.unknown"])
    ) { try disowned($0) },
    ThreatRow(
      .revocation, "its answer that the certificate is superseded later, which says it was good",
      .unofficial(
        .recognisedTool, ["OFF-8-UNKNOWN"], also: ["signingCredential.ocsp.unknown"])
    ) { pki in
      try disowned(pki) {
        $0.thisUpdate = TestPKI.now.adding(seconds: 120)
        $0.status = .revoked(at: TestPKI.now.adding(seconds: 60), reason: 4)
      }
    },
    changed("a good answer about another certificate") { $0.subject = try $1.signer().certificate },
    changed("a good answer by a stranger") { maker, pki in
      maker.responder = pki.impostor.responder
    },
    changed("a good answer by the signer itself, who is no responder") { maker, pki in
      maker.responder = pki.demo.us.signer
    },
    ThreatRow(
      .revocation, "bytes that are no answer",
      .unofficial(
        .recognisedTool, ["OFF-1-SIGNATURE-FORM", "OFF-8-UNKNOWN"],
        also: ["signingCredential.ocsp.unknown"])
    ) { try stapled([[0x30, 0x00]], $0) },
    ThreatRow(
      .revocation, "one revocation among good answers",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-1-SIGNATURE-FORM", "OFF-8-REVOKED"], .invalid,
        also: ["signingCredential.ocsp.revoked"])
    ) { pki in
      var revoked = good(pki)
      revoked.status = .revoked(at: TestPKI.now.adding(seconds: -60), reason: 1)
      let others = try good(pki).response()
      return try stapled([others, revoked.response(), others], pki)
    },
    ThreatRow(
      .revocation, "a revocation that is given to the run, and a good answer in the file",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-8-REVOKED"], .invalid,
        also: ["signingCredential.ocsp.revoked"])
    ) { pki in
      var revoked = good(pki)
      revoked.status = .revoked(at: TestPKI.now.adding(seconds: -60), reason: 1)
      var item = try stapled([good(pki).response()], pki)
      item.responses = [try revoked.response()]
      return item
    },
    ThreatRow(
      .revocation, "no answer at all, judged strictly",
      .unofficial(
        .recognisedTool, ["OFF-8-UNKNOWN"])
    ) { try stapled([], $0) },
  ]

  /// An official document with an answer by a responder whose key the list withdrew.
  private static func disowned(
    _ pki: TestPKI, _ change: (inout OCSPMaker) -> Void = { _ in }
  ) throws -> ThreatCase {
    var maker = good(pki)
    change(&maker)
    var item = try stapled([maker.response()], pki)
    let digest = pki.demo.us.responder.key.publicKey.spkiSHA256
    item.trust = try .list(
      pki,
      scope: DemoAgency.us.scope(invalidSince: [
        Invalidation(.key(digest), date: pki.demo.start, reason: .keyCompromise)
      ]))
    return item
  }

  /// An official document whose signature brings these responses, judged two hours later.
  static func stapled(
    _ responses: [[UInt8]], isStamped: Bool = true, _ pki: TestPKI
  ) throws -> ThreatCase {
    var manifest = TestManifest(pki)
    manifest.signatureSize = 12_000
    if !isStamped { manifest.authority = nil }
    if !responses.isEmpty {
      let list = CBOR.Value.array(responses.map(CBOR.Value.bytes))
      manifest.headers = [(HeaderLabel.revocationValues, .map(["ocspVals": list]))]
    }
    var item = try ThreatCase(
      manifest, trust: .demo(pki), at: TestPKI.now.adding(seconds: 7_200))
    item.isStrict = true
    return item
  }
}
