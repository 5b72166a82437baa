import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// Worlds in which several things could be found first: every withdrawal and every choice of places of
/// the table, and what else has more than one way through it.
enum OrderWorlds {
  static let all: [ThreatRow] =
    WithdrawalThreats.rows + RevocationThreats.ways + GenuinePlaces.rows + GenuineRenewals.rows
    + ways
    + nearest

  private static let ways: [ThreatRow] = [
    ThreatRow(nil, "both of a CA's certificates come along, and both roots", .official()) { pki in
      let issuing = pki.demo.us.issuing
      let renewed = try Places.renewed(issuing, by: pki.demo.us.root)
      let cross = try Places.renewed(issuing, by: pki.impostor.root)
      var manifest = TestManifest(pki)
      manifest.chain = [
        pki.demo.us.signer.certificate, issuing.certificate, renewed, cross,
      ]
      manifest.signatureSize = 9_000
      return try ThreatCase(
        manifest,
        trust: Places(pki).trust([
          [
            Places.service(pki.demo.us.root.certificate, Places.scope(maximumPathLength: 1)),
            Places.service(
              pki.impostor.root.certificate,
              Places.scope(agency: Places.otherAgency, maximumPathLength: 1)),
            try Places.authority(),
          ]
        ]))
    },
    ThreatRow(nil, "two pinned lists recognise Japan's", .official()) { pki in
      var item = try ListThreats.recognised(pki, [ListThreats.grant(pki)])
      item.trust.authorities = []
      item.trust.lists += try Places(pki).second(
        [[try Places.authority()]], recognises: [ListThreats.grant(pki)]
      ).lists
      return item
    },
    ThreatRow(nil, "a document of Japan under both pinned lists", .official()) { pki in
      var manifest = TestManifest(pki, signer: pki.demo.jp.signer)
      manifest.label = TestManifest.label(
        jurisdiction: "JP", agency: "demo.jp.public-relations")
      return try ThreatCase(manifest, trust: .demo(pki))
    },
  ]

  private static let nearest: [ThreatRow] = [
    ThreatRow(
      nil, "two places, each with faults of its own",
      .unofficial(.unrecognised, ["OFF-6-LABEL"])
    ) { pki in
      let ca = pki.demo.us.issuing.certificate
      return try ThreatCase(
        TestManifest(pki),
        trust: Places(pki).trust([
          [
            Places.service(ca, Places.scope(labels: [.aiAltered])),
            Places.service(
              ca, Places.scope(agency: Places.otherAgency, jurisdiction: Jurisdiction("US-CA"))),
            try Places.authority(),
          ]
        ]))
    },
    ThreatRow(
      nil, "two places with the same fault on two lists",
      .unofficial(.unrecognised, ["OFF-6-LABEL"])
    ) { pki in
      let services = [
        Places.service(pki.demo.us.issuing.certificate, Places.scope(labels: [.aiAltered])),
        try Places.authority(),
      ]
      var trust = try Places(pki).trust([services])
      trust.lists += try Places(pki).second([services]).lists
      return try ThreatCase(TestManifest(pki), trust: trust)
    },
  ]
}
