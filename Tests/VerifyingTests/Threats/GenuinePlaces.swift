import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// What stays official because one place of several fits: the first of them decides nothing.
enum GenuinePlaces {
  static let rows: [ThreatRow] =
    [true, false].flatMap { places(isFittingFirst: $0) } + shared + unwanted + numbers

  private static func row(
    _ description: String, isStamped: Bool = true, at time: UTCTime? = nil,
    _ trust: @escaping @Sendable (TestPKI) throws -> ThreatTrust
  ) -> ThreatRow {
    ThreatRow(nil, "a document " + description, .official()) { pki in
      var manifest = TestManifest(pki)
      if !isStamped { manifest.authority = nil }
      if let time { manifest.stampTime = time }
      return try ThreatCase(
        manifest, trust: trust(pki), at: time?.adding(seconds: 60) ?? TestPKI.now)
    }
  }

  private static func places(isFittingFirst: Bool) -> [ThreatRow] {
    let order = isFittingFirst ? "first" : "last"
    @Sendable func two<Item>(_ fitting: Item, _ other: Item) -> [Item] {
      isFittingFirst ? [fitting, other] : [other, fitting]
    }
    @Sendable func services(_ pki: TestPKI, _ other: Scope) throws -> ThreatTrust {
      let ca = pki.demo.us.issuing.certificate
      return try Places(pki).trust([
        two(Places.service(ca), Places.service(ca, other)) + [try Places.authority()]
      ])
    }
    return [
      row("on two lists, of which one lets the agency say it; that one is given \(order)") { pki in
        try lists(
          pki, isFittingFirst,
          [
            Places.service(pki.demo.us.issuing.certificate, Places.scope(labels: [.aiGenerated])),
            try Places.authority(),
          ])
      },
      row("on two lists, of which one knows the time-stamp authority; it is given \(order)") {
        pki in
        try lists(pki, isFittingFirst, [Places.service(pki.demo.us.issuing.certificate)])
      },
      row("of an agency that stands there twice, once for other statements; it fits \(order)") {
        try services($0, Places.scope(labels: [.aiAltered]))
      },
      row("of an agency that stands there twice, once for a part of the country; it fits \(order)")
      {
        try services($0, Places.scope(jurisdiction: Jurisdiction("US-CA")))
      },
      row(
        "without a stamp, of an agency that stands there twice, once without need of one; it fits "
          + order, isStamped: false
      ) { pki in
        let ca = pki.demo.us.issuing.certificate
        return try Places(pki).trust([
          two(
            Places.service(ca, Places.scope(requiresTimeStamp: false)), Places.service(ca))
        ])
      },
      row(
        "stamped after the authority's root was renewed with the same key; the new one is listed "
          + order, at: turn.adding(seconds: 60)
      ) { pki in
        let root = pki.demo.tsaRoot
        let old = Places.stamping(
          root.certificate, current: StatusPeriod(.withdrawn, from: turn),
          history: [Places.granted])
        let new = Places.stamping(
          try Places.renewed(root, by: nil), current: StatusPeriod(.granted, from: turn))
        return try Places(pki).trust([
          [Places.service(pki.demo.us.issuing.certificate)] + two(new, old)
        ])
      },
      row("of an agency below a root; the CA between is another's, listed \(order)") { pki in
        try Places(pki).trust([
          two(
            Places.service(
              pki.demo.us.root.certificate, Places.scope(maximumPathLength: 1)),
            Places.service(
              pki.demo.us.issuing.certificate, Places.scope(agency: Places.otherAgency)))
            + [try Places.authority()]
        ])
      },
    ]
  }

  private static let turn = TestPKI.now.adding(seconds: 3_600)

  /// A list on which everything fits, and another with `other` alone.
  private static func lists(
    _ pki: TestPKI, _ isFittingFirst: Bool, _ other: [TrustedService]
  ) throws -> ThreatTrust {
    let fitting = try Places(pki).trust([
      [Places.service(pki.demo.us.issuing.certificate), try Places.authority()]
    ]).lists
    let second = try Places(pki).second([other]).lists
    var trust = ThreatTrust()
    trust.lists = isFittingFirst ? fitting + second : second + fitting
    return trust
  }

  private static let shared: [ThreatRow] = [
    row("of an agency whose CA is not in the file, but on the list for another") { pki in
      try Places(pki).trust([
        [
          Places.service(pki.demo.us.root.certificate, Places.scope(maximumPathLength: 1)),
          Places.service(
            pki.demo.us.issuing.certificate, Places.scope(agency: Places.otherAgency)),
          try Places.authority(),
        ]
      ])
    }
  ]

  private static let unwanted: [ThreatRow] = [true, false].map { isGiven in
    row(
      "with a stamp that its list does not ask for, whose authority is "
        + (isGiven ? "believed beside the list" : "known to nobody")
    ) { pki in
      var trust = try Places(pki).trust([
        [
          Places.service(
            pki.demo.us.issuing.certificate, Places.scope(requiresTimeStamp: false))
        ]
      ])
      if isGiven { trust.authorities = pki.demo.tsaAnchors.flatMap(\.pem) }
      return trust
    }
  }

  private static let numbers: [ThreatRow] = [
    row("whose certificate has the number of another CA's, which is withdrawn") { pki in
      let number = Invalidation.Subject.serial(pki.demo.us.signer.certificate.serialHex)
      return try Places(pki).trust([
        [Places.service(pki.demo.us.issuing.certificate), try Places.authority()],
        [
          Places.service(
            pki.demo.us.root.certificate,
            Places.scope(
              [WithdrawalThreats.compromise(pki, number)], agency: Places.otherAgency,
              maximumPathLength: 1)),
          Places.service(
            try Places.otherCA(),
            Places.scope([WithdrawalThreats.compromise(pki, number)])),
        ],
      ])
    }
  ]
}
