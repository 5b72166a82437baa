import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-74 and T-75: a list withdraws a key where nobody looks for it. Each list is judged alone, without
/// anchors beside it, but where a row says so.
enum WithdrawalThreats {
  static let rows: [ThreatRow] = signers + [otherForm] + paths + lists + authorities

  /// What comes of a withdrawn signer, whom no other anchors know.
  private static let withdrawn = ThreatOutcome.unofficial(
    .unrecognised, ["OFF-7-WITHDRAWN"], .valid)

  private static func row(
    _ attack: String, threat: Threat = .withdrawnLeaf, _ expected: ThreatOutcome = withdrawn,
    _ trust: @escaping @Sendable (TestPKI) throws -> ThreatTrust
  ) -> ThreatRow {
    ThreatRow(threat, attack, expected) { try ThreatCase(TestManifest($0), trust: trust($0)) }
  }

  /// The signer's key, compromised before the stamp.
  private static func signersKey(_ pki: TestPKI) -> Invalidation {
    compromise(pki, .key(pki.demo.us.signer.key.publicKey.spkiSHA256))
  }

  static func compromise(
    _ pki: TestPKI, _ subject: Invalidation.Subject,
    _ reason: Invalidation.Reason = .keyCompromise
  ) -> Invalidation {
    Invalidation(subject, date: pki.demo.start, reason: reason)
  }

  private static let signers: [ThreatRow] = [
    row("the signer's key is withdrawn at another service of the agency") { pki in
      try Places(pki).trust(
        [
          [Places.service(pki.demo.us.issuing.certificate), try Places.authority()],
          [Places.service(try Places.otherCA(), Places.scope([signersKey(pki)]))],
        ], together: true)
    },
    row("the signer's key is withdrawn at another entity of the list") { pki in
      try Places(pki).trust([
        [Places.service(pki.demo.us.issuing.certificate), try Places.authority()],
        [Places.service(try Places.otherCA(), Places.scope([signersKey(pki)]))],
      ])
    },
    row("the signer's key is withdrawn at a time-stamping service") { pki in
      try Places(pki).trust([
        [
          Places.service(pki.demo.us.issuing.certificate),
          try ListMaker().authority(invalidSince: [signersKey(pki)]),
        ]
      ])
    },
    row("the signer's key is withdrawn at the root, and the CA below stands on the list too") {
      pki in
      try Places(pki).trust([
        [Places.service(pki.demo.us.issuing.certificate), try Places.authority()],
        [
          Places.service(
            pki.demo.us.root.certificate,
            Places.scope([signersKey(pki)], maximumPathLength: 1))
        ],
      ])
    },
    row("the CA's key is withdrawn at the root above it, as a CA") { pki in
      let ca = pki.demo.us.issuing.key.publicKey.spkiSHA256
      return try Places(pki).trust([
        [Places.service(pki.demo.us.issuing.certificate), try Places.authority()],
        [
          Places.service(
            pki.demo.us.root.certificate,
            Places.scope(
              [compromise(pki, .authority(ca), .caCompromise)], maximumPathLength: 1))
        ],
      ])
    },
    row("the CA's key is withdrawn as a key (spki), not as a CA") { pki in
      let ca = pki.demo.us.issuing.key.publicKey.spkiSHA256
      return try Places(pki).trust([
        [
          Places.service(
            pki.demo.us.issuing.certificate, Places.scope([compromise(pki, .key(ca))])),
          try Places.authority(),
        ]
      ])
    },
  ]

  private static let otherForm = ThreatRow(
    .withdrawnLeaf, "the withdrawn key stands in a new certificate, its point compressed", withdrawn
  ) { pki in
    var manifest = TestManifest(pki)
    manifest.chain = try CertificateSurgery.reissued(pki.demo.us.signer, by: pki.demo.us.issuing) {
      let (algorithm, point) = (Array($0.key[2..<23]), $0.key.suffix(64))
      let sign = 2 + (point.last ?? 0) & 1
      $0.key = CertificateSurgery.sequence(
        algorithm, CertificateSurgery.element(0x03, [0, sign] + point.prefix(32)))
    }
    return try ThreatCase(
      manifest,
      trust: Places(pki).trust([
        [
          Places.service(
            pki.demo.us.issuing.certificate, Places.scope([signersKey(pki)])),
          try Places.authority(),
        ]
      ]))
  }

  private static let paths: [ThreatRow] = [
    row("the root above the listed CA is withdrawn; it stands on the list for another agency") {
      pki in
      let root = pki.demo.us.root
      return try Places(pki).trust([
        [Places.service(pki.demo.us.issuing.certificate), try Places.authority()],
        [
          Places.service(
            root.certificate,
            Places.scope(
              [compromise(pki, .authority(root.key.publicKey.spkiSHA256))],
              agency: Places.otherAgency, maximumPathLength: 1))
        ],
      ])
    },
    row("a root that certifies the CA on another way is withdrawn") { pki in
      let (root, cross) = try crossed(pki)
      return try Places(pki).trust([
        [Places.service(pki.demo.us.issuing.certificate), try Places.authority()],
        [
          Places.service(cross, Places.scope(agency: Places.otherAgency)),
          Places.service(
            root.certificate,
            Places.scope(
              [compromise(pki, .authority(root.key.publicKey.spkiSHA256))],
              agency: Places.otherAgency, maximumPathLength: 1)),
        ],
      ])
    },
    row("the root above the listed CA is withdrawn, and stands nowhere but beside its withdrawal") {
      pki in
      try Places(pki).trust([
        [
          Places.service(
            pki.demo.us.issuing.certificate, Places.scope([above(pki.demo.us.root, pki)])),
          try Places.authority(),
        ]
      ])
    },
    row("the root is withdrawn with its certificate on another list, which knows nobody below it") {
      pki in
      var trust = try Places(pki).trust([
        [Places.service(pki.demo.us.issuing.certificate), try Places.authority()]
      ])
      trust.lists += try Places(pki).second([
        [Places.service(try Places.otherCA(), Places.scope([above(pki.demo.us.root, pki)]))]
      ]).lists
      return trust
    },
    row("the listed CA's own number, long and random, is withdrawn at its own entry") { pki in
      let number = pki.demo.us.issuing.certificate.serialHex
      return try Places(pki).trust([
        [
          Places.service(
            pki.demo.us.issuing.certificate,
            Places.scope([compromise(pki, .serial(number), .caCompromise)])),
          try Places.authority(),
        ]
      ])
    },
    row("the number of the signer's certificate is withdrawn at the CA's renewed certificate") {
      pki in
      let number = pki.demo.us.signer.certificate.serialHex
      return try Places(pki).trust([
        [Places.service(pki.demo.us.issuing.certificate), try Places.authority()],
        [
          Places.service(
            try Places.renewed(pki.demo.us.issuing, by: pki.demo.us.root),
            Places.scope([compromise(pki, .serial(number))], agency: Places.otherAgency))
        ],
      ])
    },
  ]

  /// The withdrawal of a CA that stands on no list, as `trust withdraw --certificate` writes it.
  private static func above(_ authority: DemoCredential, _ pki: TestPKI) -> Invalidation {
    Invalidation(
      .authority(authority.key.publicKey.spkiSHA256), date: pki.demo.start, reason: .caCompromise,
      certificate: authority.certificate)
  }

  /// A root of somebody else, and its certificate of the agency's CA.
  private static func crossed(
    _ pki: TestPKI
  ) throws -> (root: DemoCredential, certificate: Certificate) {
    let root = pki.impostor.root
    return (root, try Places.renewed(pki.demo.us.issuing, by: root))
  }

  private static let lists: [ThreatRow] =
    [true, false].map { isFirst in
      row("one of two pinned lists withdraws the key, given \(isFirst ? "first" : "last")") {
        pki in
        let own = try Places(pki).trust([
          [Places.service(pki.demo.us.issuing.certificate), try Places.authority()]
        ])
        let other = try Places(pki).second([
          [Places.service(try Places.otherCA(), Places.scope([signersKey(pki)]))]
        ])
        var trust = ThreatTrust()
        trust.lists = isFirst ? other.lists + own.lists : own.lists + other.lists
        return trust
      }
    } + [
      row("a list that is only recognised withdraws the key") { pki in
        let maker = try ListMaker()
        var trust = try ThreatTrust.list(
          pki,
          maker.content(recognises: [ListThreats.grant(pki)], further: [maker.authority()]))
        trust.anchors = []
        trust.authorities = []
        trust.lists.append(
          ThreatTrust.List(
            name: "jp", list: try Places(pki).japan(withdrawing: [signersKey(pki)]), keys: nil))
        return trust
      }
    ]

  private static let untrusted = ThreatOutcome.unofficial(
    .unrecognised, ["OFF-7-AUTHORITY-WITHDRAWN"])

  private static let authorities: [ThreatRow] =
    [
      row(
        "the authority's key is withdrawn at another time-stamping service",
        threat: .withdrawnAuthority, untrusted
      ) { pki in
        try Places(pki).trust([
          [Places.service(pki.demo.us.issuing.certificate), try Places.authority()],
          [Places.stamping(try Places.otherCA(), [authoritysKey(pki)])],
        ])
      },
      row(
        "the authority's key is withdrawn in the scope of an agency",
        threat: .withdrawnAuthority, untrusted
      ) { pki in
        try Places(pki).trust([
          [
            Places.service(
              pki.demo.us.issuing.certificate, Places.scope([authoritysKey(pki)])),
            try Places.authority(),
          ]
        ])
      },
      row(
        "the root above the listed authority is withdrawn, and stands nowhere but beside its withdrawal",
        threat: .withdrawnAuthority, untrusted
      ) { pki in
        try Places(pki).trust([
          [
            Places.service(
              pki.demo.us.issuing.certificate, Places.scope([above(pki.demo.tsaRoot, pki)])),
            Places.stamping(pki.demo.tsa.certificate),
          ]
        ])
      },
      row(
        "the authority's key is withdrawn on another pinned list",
        threat: .withdrawnAuthority, untrusted
      ) { pki in
        var trust = try Places(pki).trust([
          [Places.service(pki.demo.us.issuing.certificate), try Places.authority()]
        ])
        trust.lists += try Places(pki).second([
          [Places.stamping(try Places.otherCA(), [authoritysKey(pki)])]
        ]).lists
        return trust
      },
    ]
    + [true, false].map { isOldFirst in
      row(
        "the authority's root is withdrawn at its old certificate, the renewed one with the same "
          + "key is listed \(isOldFirst ? "last" : "first")",
        threat: .withdrawnAuthority, untrusted
      ) { pki in
        let root = pki.demo.tsaRoot
        let old = Places.stamping(
          root.certificate, [compromise(pki, .key(root.key.publicKey.spkiSHA256))])
        let new = Places.stamping(try Places.renewed(root, by: nil))
        return try Places(pki).trust([
          [Places.service(pki.demo.us.issuing.certificate)]
            + (isOldFirst ? [old, new] : [new, old])
        ])
      }
    }

  private static func authoritysKey(_ pki: TestPKI) -> Invalidation {
    compromise(pki, .key(pki.demo.tsa.key.publicKey.spkiSHA256))
  }
}
