import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-77: bundles of evidence, which anybody can make, against what the reader knows himself.
enum ArchiveThreats {
  static let rows: [ThreatRow] = [
    row(
      "evidence with the old list of Japan, whose new one the reader believes by recognition: it "
        + "withdraws the key", .unofficial(.unrecognised, ["OFF-7-WITHDRAWN"], .valid)
    ) { pki in try reading(pki, own: Places(pki).japan(withdrawing: [signersKey(pki)], sequence: 2))
    },
    row(
      "the same, the reader's list of after the moment that is judged",
      .unofficial(.unrecognised, ["OFF-7-WITHDRAWN"], .valid)
    ) { pki in
      try reading(
        pki,
        own: Places(pki).japan(
          withdrawing: [signersKey(pki)], sequence: 2,
          issued: TestPKI.now.adding(seconds: 86_400)))
    },
    row(
      "the same, the reader's list pinned",
      .unofficial(.unrecognised, ["OFF-7-WITHDRAWN"], .valid)
    ) { pki in
      var item = try reading(
        pki, own: Places(pki).japan(withdrawing: [signersKey(pki)], sequence: 2))
      item.trust.lists[1] = ThreatTrust.List(
        name: "jp", list: item.trust.lists[1].list, keys: pki.demo.jp.pinned.pem)
      return item
    },
    row(
      "evidence beside a list of the reader's that a forger has signed",
      .refused(.notEnoughSignatures)
    ) { pki in
      try reading(
        pki,
        own: Places(pki).japan(withdrawing: [], sequence: 2, keys: pki.impostor.listKeys))
    },
    row("evidence beside a list of the reader's that nothing proves", .refused(.keysMissing)) {
      pki in
      var item = try reading(pki, own: Places(pki).japan(withdrawing: [], sequence: 2))
      item.trust.lists.append(
        ThreatTrust.List(
          name: "third", list: try Places(pki).second([[Places.authority()]]).lists[0].list,
          keys: nil))
      return item
    },
  ]

  /// The other side: evidence that says nothing else than the reader's own list.
  static let genuine: [ThreatRow] = [
    ThreatRow(
      nil, "a document of Japan by evidence, beside a newer recognised list of the reader's",
      .official()
    ) { pki in try reading(pki, own: Places(pki).japan(withdrawing: [], sequence: 2)) },
    ThreatRow(
      nil, "the same, the reader's list of after the moment that is judged", .official()
    ) { pki in
      try reading(
        pki,
        own: Places(pki).japan(
          withdrawing: [], sequence: 2, issued: TestPKI.now.adding(seconds: 86_400)))
    },
  ]

  private static func row(
    _ attack: String, _ expected: ThreatOutcome,
    _ make: @escaping @Sendable (TestPKI) throws -> ThreatCase
  ) -> ThreatRow { ThreatRow(.archives, attack, expected, make) }

  private static func signersKey(_ pki: TestPKI) -> Invalidation {
    WithdrawalThreats.compromise(pki, .key(pki.demo.jp.signer.key.publicKey.spkiSHA256))
  }

  /// A document of Japan, Japan's first list kept with it, and a reader who has the United States' list,
  /// which recognises Japan's, and `own`.
  private static func reading(_ pki: TestPKI, own: [UInt8]) throws -> ThreatCase {
    var item = try ListThreats.recognised(pki, [ListThreats.grant(pki)])
    item.trust.authorities = []
    item.trust.lists[1] = ThreatTrust.List(name: "jp", list: own, keys: nil)
    item.kept = [EvidenceBundle.List(name: "jp.json", bytes: pki.demo.jpList)]
    return item
  }
}
