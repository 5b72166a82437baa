import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-74 and T-76: government lists that take their word back, and lists that are not what they seem.
enum ListThreats {
  static let rows: [ThreatRow] = withdrawals + signatures + recognitions

  private static let withdrawals: [ThreatRow] = [
    ThreatRow(
      .withdrawnLeaf, "the signer's key is withdrawn from before the stamp on",
      .unofficial(.unrecognised, ["OFF-7-WITHDRAWN"], .valid)
    ) { try ThreatCase(TestManifest($0), trust: TimeThreats.withdrawn($0, from: $0.demo.start)) },
    ThreatRow(
      .withdrawnLeaf, "a plain label about AI by a key that is withdrawn",
      .unofficial(.unrecognised, ["OFF-6-NOT-OFFICIAL", "OFF-7-WITHDRAWN"], .valid)
    ) { pki in
      var manifest = TestManifest(pki)
      manifest.label = TestManifest.label(official: false)
      return try ThreatCase(manifest, trust: TimeThreats.withdrawn(pki, from: pki.demo.start))
    },
    ThreatRow(
      .withdrawnLeaf, "the signer's certificate is withdrawn by its number",
      .unofficial(.unrecognised, ["OFF-7-WITHDRAWN"], .valid)
    ) { pki in
      try withdrawn(pki, .serial(pki.demo.us.signer.certificate.serialHex), from: TestPKI.now)
    },
    ThreatRow(
      .withdrawnLeaf, "the whole issuer is withdrawn from its start on",
      .unofficial(.unrecognised, ["OFF-7-WITHDRAWN"], .valid)
    ) { pki in
      try withdrawn(
        pki, .authority(pki.demo.us.issuing.key.publicKey.spkiSHA256), from: pki.demo.start)
    },
    ThreatRow(
      .withdrawnLeaf, "the key is withdrawn from tomorrow on, and the signature bears no stamp",
      .unofficial(.unrecognised, ["OFF-7-NO-STAMP", "OFF-7-WITHDRAWN"])
    ) { pki in
      var item = try withdrawn(
        pki, .key(pki.demo.us.signer.key.publicKey.spkiSHA256),
        from: TestPKI.now.adding(seconds: 86_400))
      var manifest = TestManifest(pki)
      manifest.authority = nil
      item.sidecar = try manifest.sidecar(for: item.content)
      return item
    },
  ]

  private static func withdrawn(
    _ pki: TestPKI, _ subject: Invalidation.Subject, from date: UTCTime
  ) throws -> ThreatCase {
    let invalidation = Invalidation(subject, date: date, reason: .caCompromise)
    return try ThreatCase(
      TestManifest(pki),
      trust: .list(pki, scope: DemoAgency.us.scope(invalidSince: [invalidation])))
  }

  /// A genuine document under trust that is refused.
  private static func refused(
    _ attack: String, _ kind: TrustError.Kind,
    _ trust: @escaping @Sendable (TestPKI) throws -> ThreatTrust
  ) -> ThreatRow {
    ThreatRow(.lists, attack, .refused(kind)) { pki in
      try ThreatCase(TestManifest(pki), trust: trust(pki))
    }
  }

  /// The list of the United States with a text of its JSON replaced, signed by its own keys.
  private static func edited(_ pki: TestPKI, _ text: String, _ other: String) throws -> ThreatTrust
  {
    var trust = ThreatTrust.demo(pki)
    let list = try ListMaker().edited(text, other)
    // Its operators would refuse to sign it; a forger who has their keys would not.
    let payload = Base64.encode(list, alphabet: .url)
    let keys = pki.demo.us.listKeys.prefix(2)
    let signatures = try keys.map { key -> JSON.Value in
      let algorithm = key.publicKey.kind == .ec(.p384) ? "ES384" : "ES256"
      let header = Base64.encode(
        Array(#"{"alg":"\#(algorithm)"}"#.utf8), alphabet: .url)
      let signature = try key.sign(
        Array("\(header).\(payload)".utf8), with: algorithm == "ES384" ? .es384 : .es256)
      return [
        "protected": .string(header),
        "signature": .string(Base64.encode(signature, alphabet: .url)),
      ]
    }
    let signed: JSON.Value = ["payload": .string(payload), "signatures": .array(signatures)]
    trust.lists[0] = ThreatTrust.List(
      name: "us", list: JSON.Writer.bytes(of: signed), keys: pki.demo.us.pinned.pem)
    return trust
  }

  private static let signatures: [ThreatRow] = [
    ThreatRow(.lists, "a list that is out of date", .refused(.stale)) { pki in
      try ThreatCase(TestManifest(pki), trust: .demo(pki), at: pki.demo.nextUpdate)
    },
    refused("one signature below the threshold", .notEnoughSignatures) { pki in
      try .list(pki, ListMaker().content(), keys: [pki.demo.us.listKeys[1]])
    },
    refused("keys of a forger", .notEnoughSignatures) { pki in
      try .list(pki, ListMaker().content(), keys: pki.impostor.listKeys)
    },
    refused("a list without signatures", .unsigned) { pki in
      var trust = ThreatTrust.demo(pki)
      trust.lists[0] = ThreatTrust.List(
        name: "us", list: try ListMaker().content().json, keys: pki.demo.us.pinned.pem)
      return trust
    },
    refused("the list of Japan in place of the United States'", .notEnoughSignatures) { pki in
      var trust = ThreatTrust.demo(pki)
      trust.lists = [
        ThreatTrust.List(name: "us", list: pki.demo.jpList, keys: pki.demo.us.pinned.pem)
      ]
      return trust
    },
    refused("a list of another scheme, signed by the right keys", .wrongScheme) { pki in
      try .list(
        pki,
        pki.demo.jp.listContent(
          issued: pki.demo.start, nextUpdate: pki.demo.nextUpdate,
          tsa: pki.demo.tsaRoot.certificate))
    },
    refused("two lists of one scheme", .malformed) { pki in
      var trust = ThreatTrust.demo(pki)
      trust.lists.append(
        ThreatTrust.List(
          name: "old",
          list: try TrustListSigner.sign(
            ListMaker().content(sequence: 2), keys: pki.demo.us.listKeys, name: "old.json"),
          keys: pki.demo.us.pinned.pem))
      return trust
    },
    refused("a member twice, with other content", .malformed) {
      try edited(
        $0, "\"LoTESequenceNumber\": 1", "\"LoTESequenceNumber\": 9, \"LoTESequenceNumber\": 1")
    },
    refused("a rule that nobody knows in a scope", .malformed) {
      try edited($0, "\"jurisdiction\": \"US\"", "\"jurisdiction\": \"US\", \"also\": \"JP\"")
    },
    refused("an agency of another country on the list", .malformed) {
      try edited($0, "\"jurisdiction\": \"US\"", "\"jurisdiction\": \"JP\"")
    },
    refused("a list of more bytes than are read", .tooLarge) { pki in
      var trust = ThreatTrust.demo(pki)
      trust.lists[0] = ThreatTrust.List(
        name: "us",
        list: [UInt8](repeating: UInt8(ascii: " "), count: TrustLimits.maximumFileSize + 1),
        keys: pki.demo.us.pinned.pem)
      return trust
    },
    refused("a list without pinned keys, which nobody recognises", .keysMissing) { pki in
      var trust = ThreatTrust.demo(pki)
      trust.lists = [ThreatTrust.List(name: "us", list: pki.demo.usList, keys: nil)]
      return trust
    },
  ]

  /// A document of Japan, where the United States' list recognises Japan's as `grants` says.
  static func recognised(
    _ pki: TestPKI, _ grants: [Recognition], others: [ThreatTrust.List] = []
  ) throws -> ThreatCase {
    let maker = try ListMaker()
    var trust = try ThreatTrust.list(
      pki, maker.content(recognises: grants, further: [maker.authority()]))
    trust.anchors = []
    trust.lists.append(ThreatTrust.List(name: "jp", list: pki.demo.jpList, keys: nil))
    trust.lists += others
    var manifest = TestManifest(pki, signer: pki.demo.jp.signer)
    manifest.label = TestManifest.label(jurisdiction: "JP", agency: "demo.jp.public-relations")
    return try ThreatCase(manifest, trust: trust)
  }

  /// The United States' word for Japan, dated in days from now.
  static func grant(
    _ pki: TestPKI, from: Int64 = -10, to: Int64 = 10, labels: Set<LabelKind> = [.official],
    jurisdictions: [Jurisdiction] = [DemoAgency.jp.jurisdiction], keys: ListKeys? = nil
  ) -> Recognition {
    Recognition(
      keys: keys ?? pki.demo.jp.pinned, labels: labels, jurisdictions: jurisdictions,
      from: TestPKI.now.adding(seconds: from * 86_400),
      to: TestPKI.now.adding(seconds: to * 86_400))
  }

  private static func recognition(
    _ attack: String, _ expected: ThreatOutcome,
    _ grants: @escaping @Sendable (TestPKI) throws -> [Recognition]
  ) -> ThreatRow {
    ThreatRow(.lists, attack, expected) { try recognised($0, grants($0)) }
  }

  private static let recognitions: [ThreatRow] = [
    recognition(
      "a recognition that has ended", .unofficial(.unrecognised, ["OFF-9-RECOGNITION"], .valid)
    ) { [grant($0, from: -20, to: 0)] },
    recognition(
      "a recognition that has not begun",
      .unofficial(.unrecognised, ["OFF-9-RECOGNITION"], .valid)
    ) { [grant($0, from: 1, to: 20)] },
    recognition(
      "a recognition for another country",
      .unofficial(.unrecognised, ["OFF-5-RECOGNITION", "OFF-6-LABEL"])
    ) { [grant($0, jurisdictions: [DemoAgency.us.jurisdiction])] },
    recognition(
      "a recognition of other statements only", .unofficial(.unrecognised, ["OFF-6-LABEL"])
    ) { [grant($0, labels: [.aiGenerated])] },
    recognition("a recognition of other keys", .refused(.notEnoughSignatures)) { pki in
      [
        grant(
          pki,
          keys: try ListKeys(
            scheme: pki.demo.jp.pinned.scheme, threshold: 2, keys: pki.demo.us.pinned.keys,
            name: "grant"))
      ]
    },
    ThreatRow(
      .lists, "a list that only a recognised list recognises (A to B, B to C)",
      .refused(.keysMissing)
    ) { pki in
      let maker = try ListMaker()
      let third = try ListKeys(
        scheme: "A third list", threshold: 2, keys: pki.impostor.pinned.keys, name: "third")
      let japan = try TrustListSigner.sign(
        pki.demo.jp.listContent(
          issued: pki.demo.start, nextUpdate: pki.demo.nextUpdate,
          tsa: pki.demo.tsaRoot.certificate, recognises: [grant(pki, keys: third)]),
        keys: pki.demo.jp.listKeys, name: "jp.json")
      let content = maker.content(further: [maker.authority()])
      let list = try TrustListSigner.sign(
        TrustListContent(
          sequence: 1, schemeNames: ["en": "A third list"], operatorNames: content.operatorNames,
          territory: "US", issued: content.issued, nextUpdate: content.nextUpdate,
          entities: content.entities), keys: pki.impostor.listKeys, name: "third.json")
      var item = try recognised(
        pki, [grant(pki)], others: [ThreatTrust.List(name: "third", list: list, keys: nil)])
      item.trust.lists[1] = ThreatTrust.List(name: "jp", list: japan, keys: nil)
      return item
    },
  ]
}
