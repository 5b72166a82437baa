import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-75: a time-stamp authority whose own CA revoked it, and what a stamp that counts for nothing decides.
enum AuthorityThreats {
  static let rows: [ThreatRow] = revoked + superseded

  /// What the authority's own CA says of it.
  private static let revoked: [ThreatRow] =
    [
      ("as stolen after the stamp", 1, 60), ("without a reason after the stamp", nil, 60),
      ("because it ceased to work, before the stamp", 5, -60),
    ].map { (words: String, reason: UInt8?, seconds: Int64) in
      ThreatRow(
        .withdrawnAuthority, "the authority's certificate was revoked \(words)",
        .unofficial(
          .recognisedTool, ["OFF-7-AUTHORITY-REVOKED"], also: ["timeStamp.untrusted"])
      ) { try revoked($0, reason, after: seconds) }
    } + [
      {
        var row = ThreatRow(
          .withdrawnAuthority,
          "the authority's certificate was revoked when it ceased to work, later",
          .official()
        ) { try revoked($0, 5, after: 60) }
        row.isHarmless = true
        return row
      }()
    ]

  private static func revoked(
    _ pki: TestPKI, _ reason: UInt8?, after seconds: Int64
  ) throws -> ThreatCase {
    var item = try ThreatCase(
      TestManifest(pki), trust: .demo(pki), at: TestPKI.now.adding(seconds: 3_600))
    item.lists = [try list(of: pki.demo.tsa, by: pki.demo.tsaRoot, reason, after: seconds)]
    return item
  }

  /// A revocation list with one certificate, of `seconds` after the stamp.
  private static func list(
    of credential: DemoCredential, by issuer: DemoCredential, _ reason: UInt8?,
    after seconds: Int64
  ) throws -> [UInt8] {
    let time = TestPKI.now.adding(seconds: seconds)
    var maker = CRLMaker(issuer: issuer, number: 1, thisUpdate: time)
    maker.revoked = [(credential.certificate, time, reason)]
    return try maker.bytes()
  }

  /// A signer's certificate was superseded after a stamp that counts for nothing.
  private static let superseded: [ThreatRow] = [
    ThreatRow(
      .withdrawnAuthority,
      "a superseded key is dated back by a stolen key of an authority, where no stamp is asked for",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-8-REVOKED"], .invalid,
        also: ["timeStamp.untrusted", "signingCredential.ocsp.revoked"])
    ) { pki in
      let digest = pki.demo.tsa.key.publicKey.spkiSHA256
      let stolen = Invalidation(.key(digest), date: pki.demo.start, reason: .keyCompromise)
      return try superseded(pki, [ListMaker().authority(invalidSince: [stolen])])
    },
    ThreatRow(
      .withdrawnAuthority,
      "a superseded key is dated back by an authority that the reader knows and the list does not",
      .unofficial(.recognisedTool, ["OFF-8-REVOKED"])
    ) { try superseded($0, []) },
  ]

  private static func superseded(
    _ pki: TestPKI, _ authorities: [TrustedService]
  ) throws -> ThreatCase {
    let scope = Places.scope(requiresTimeStamp: false)
    var item = try ThreatCase(
      TestManifest(pki),
      trust: .list(pki, ListMaker().content(scope: scope, further: authorities)),
      at: TestPKI.now.adding(seconds: 3_600))
    item.lists = [try list(of: pki.demo.us.signer, by: pki.demo.us.issuing, 4, after: 60)]
    return item
  }
}
