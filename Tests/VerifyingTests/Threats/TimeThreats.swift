import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-69 … T-72, T-75: when a signature was made, and who says so.
enum TimeThreats {
  static let rows: [ThreatRow] = broken + others + periods + claimed + authorities

  /// A stamp that is ignored: the document is signed and not official.
  private static func ignored(
    _ attack: String, _ code: String, also reasons: [String] = [],
    _ change: @escaping @Sendable (inout TestManifest, TestPKI) throws -> Void
  ) -> ThreatRow {
    .changed(
      .brokenStamps, attack,
      .unofficial(.recognisedTool, reasons + ["OFF-7-STAMP-UNTRUSTED"], also: [code]), change)
  }

  private static let broken: [ThreatRow] = [
    .changed(.brokenStamps, "no stamp", .unofficial(.recognisedTool, ["OFF-7-NO-STAMP"])) {
      manifest, _ in manifest.authority = nil
    },
    ignored("the time in the token changed", "timeStamp.mismatch") { manifest, _ in
      manifest.stampHeader = {
        TimeStampHeader.value(
          of: TokenSurgery.replaced("20261120090000Z", by: "20261119090000Z", in: $0))
      }
    },
    ignored("a token over another claim's signature", "timeStamp.mismatch") { manifest, pki in
      let other = try stamp(of: [1, 2, 3], by: pki.demo.tsa)
      manifest.stampHeader = { _ in TimeStampHeader.value(of: other) }
    },
    .changed(
      .brokenStamps, "a stamp of the old form, over the claim",
      .unofficial(.recognisedTool, ["OFF-1-SIGNATURE-FORM"])
    ) { manifest, _ in manifest.stampsClaim = true },
    ignored(
      "two tokens", "timeStamp.malformed", also: ["OFF-1-SIGNATURE-FORM"]
    ) { manifest, _ in
      manifest.stampHeader = {
        ["tstTokens": [["val": .bytes($0)], ["val": .bytes($0)]]]
      }
    },
    ignored("no token", "timeStamp.malformed", also: ["OFF-1-SIGNATURE-FORM"]) { manifest, _ in
      manifest.stampHeader = { _ in ["tstTokens": []] }
    },
    ignored("a token in a response that refuses", "timeStamp.malformed") { manifest, _ in
      manifest.stampHeader = {
        TimeStampHeader.value(of: TokenSurgery.response(status: 2, $0))
      }
    },
    ignored("a token without its authority's certificate", "timeStamp.untrusted") {
      manifest, _ in
      manifest.stampHeader = {
        TimeStampHeader.value(of: (try? TokenSurgery.certificates([], in: $0)) ?? [])
      }
    },
    ignored(
      "a token with another certificate of the same key and number (ess-certid)",
      "timeStamp.untrusted"
    ) { manifest, pki in
      let twin = try twin(of: pki.demo.tsa, by: pki.demo.tsaRoot)
      manifest.stampHeader = {
        TimeStampHeader.value(of: (try? TokenSurgery.certificates([twin], in: $0)) ?? [])
      }
    },
    ignored("the authority's CA stands in the signer's list only", "timeStamp.untrusted") {
      manifest, pki in
      let ca = try DemoCredential(
        DemoPeriod(now: TestPKI.now).authority(
          DistinguishedName([NameAttribute(NameAttribute.commonName, "A stamping CA")]),
          years: 5, pathLength: 0), issuer: pki.demo.tsaRoot)
      let authority = try authority(by: ca)
      manifest.authority = authority
      manifest.chain += [ca.certificate]
      manifest.stampHeader = {
        TimeStampHeader.value(
          of: (try? TokenSurgery.certificates([authority.certificate], in: $0)) ?? [])
      }
    },
    ignored("an authority that is on no list", "timeStamp.untrusted") { manifest, pki in
      manifest.authority = try authority(by: pki.impostor.issuing)
    },
    ignored("bytes that are no token", "timeStamp.malformed") { manifest, _ in
      manifest.stampHeader = { _ in TimeStampHeader.value(of: [0x30, 0x00]) }
    },
    ignored("a stamp of the future", "timeStamp.outsideValidity") { manifest, _ in
      manifest.stampTime = TestPKI.now.adding(seconds: 301)
    },
    .changed(
      .brokenStamps, "words in the response around a token, which nothing signs",
      .unofficial(.recognisedTool, ["OFF-7-STAMP-FORM"])
    ) { manifest, _ in
      manifest.stampHeader = {
        TimeStampHeader.value(of: TokenSurgery.response(status: 0, $0, words: "anything"))
      }
    },
    .changed(
      .brokenStamps, "a certificate of somebody else in the token, which nothing signs",
      .unofficial(.recognisedTool, ["OFF-7-STAMP-FORM"])
    ) { manifest, pki in
      manifest.stampHeader = { token in
        TimeStampHeader.value(
          of: (try? TokenSurgery.certificates(
            [pki.demo.tsa.certificate, pki.impostor.root.certificate], in: token)) ?? [])
      }
    },
    .changed(
      .brokenStamps, "a token in a response that grants with changes",
      .unofficial(.recognisedTool, ["OFF-7-STAMP-FORM"])
    ) { manifest, _ in
      manifest.stampHeader = { TimeStampHeader.value(of: TokenSurgery.response(status: 1, $0)) }
    },
  ]

  private static let others: [ThreatRow] = [
    ThreatRow(
      .competingStamps, "a later valid stamp in place of the first, after the key was withdrawn",
      .unofficial(.unrecognised, ["OFF-7-WITHDRAWN"], .valid)
    ) { pki in
      var manifest = TestManifest(pki)
      manifest.stampTime = TestPKI.now.adding(seconds: 120)
      return try ThreatCase(
        manifest, trust: withdrawn(pki, from: TestPKI.now.adding(seconds: 60)),
        at: TestPKI.now.adding(seconds: 3_600))
    },
    .changed(
      .competingStamps, "a second token beside the first",
      .unofficial(
        .recognisedTool, ["OFF-1-SIGNATURE-FORM", "OFF-7-STAMP-UNTRUSTED"],
        also: ["timeStamp.malformed"])
    ) { manifest, pki in
      let later = try stamp(of: [1], by: pki.demo.tsa)
      manifest.stampHeader = { ["tstTokens": [["val": .bytes($0)], ["val": .bytes(later)]]] }
    },
    .changed(
      .competingStamps, "a stamp of the old form beside the new",
      .unofficial(.recognisedTool, ["OFF-1-SIGNATURE-FORM"])
    ) { manifest, pki in
      manifest.headers = [
        (HeaderLabel.timeStampV1, TimeStampHeader.value(of: try stamp(of: [1], by: pki.demo.tsa)))
      ]
    },
  ]

  private static let periods: [ThreatRow] = [
    ThreatRow(
      .stampPeriods, "a stamp from before the signer's certificate",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-7-OUTSIDE-VALIDITY"], .invalid,
        also: ["claimSignature.outsideValidity"])
    ) { pki in
      let signer = try pki.signer { $0.notBefore = TestPKI.now.adding(seconds: 60) }
      return try ThreatCase(TestManifest(pki, signer: signer), trust: .demo(pki))
    },
    ThreatRow(
      .stampPeriods, "a stamp from after the signer's certificate",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-7-OUTSIDE-VALIDITY"], .invalid,
        also: ["claimSignature.outsideValidity"])
    ) { pki in
      let signer = try pki.signer { $0.notAfter = TestPKI.now.adding(seconds: -60) }
      return try ThreatCase(TestManifest(pki, signer: signer), trust: .demo(pki))
    },
    ThreatRow(
      .stampPeriods, "a certificate that has expired, and no stamp",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-7-NO-STAMP", "OFF-7-OUTSIDE-VALIDITY"], .invalid,
        also: ["claimSignature.outsideValidity"])
    ) { pki in
      var manifest = TestManifest(
        pki, signer: try pki.signer { $0.notAfter = TestPKI.now.adding(seconds: 60) })
      manifest.authority = nil
      return try ThreatCase(manifest, trust: .demo(pki), at: TestPKI.now.adding(seconds: 3_600))
    },
    ThreatRow(
      .stampPeriods,
      "a certificate that has expired, and a stamp of before by an authority that nobody knows",
      .unofficial(
        .unrecognised,
        ["OFF-1-INVALID", "OFF-7-STAMP-UNTRUSTED", "OFF-7-UNDECIDED", "OFF-7-OUTSIDE-VALIDITY"],
        .invalid, also: ["claimSignature.outsideValidity", "timeStamp.untrusted"], exit: 5)
    ) { pki in
      try expired(pki, stamped: TestPKI.now) { $0 = try authority(by: pki.impostor.issuing) }
    },
    ThreatRow(
      .stampPeriods, "the same, a stamp of after the certificate had expired",
      .unofficial(
        .unrecognised,
        ["OFF-1-INVALID", "OFF-7-STAMP-UNTRUSTED", "OFF-7-OUTSIDE-VALIDITY"], .invalid,
        also: ["claimSignature.outsideValidity", "timeStamp.untrusted"])
    ) { pki in
      try expired(pki, stamped: TestPKI.now.adding(seconds: 120)) {
        $0 = try authority(by: pki.impostor.issuing)
      }
    },
    ThreatRow(
      .stampPeriods,
      "a forger's certificate that has expired, and a stamp of before by an authority that nobody knows",
      .unofficial(
        .unrecognised,
        ["OFF-1-INVALID", "OFF-3-UNLISTED", "OFF-7-STAMP-UNTRUSTED", "OFF-7-UNDECIDED"],
        .invalid, also: ["claimSignature.outsideValidity", "timeStamp.untrusted"], exit: 5)
    ) { pki in
      try expired(pki, stamped: TestPKI.now, by: pki.impostor.issuing) {
        $0 = try authority(by: pki.impostor.issuing)
      }
    },
    ThreatRow(
      .stampPeriods, "a certificate that is not valid yet, and no stamp",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-7-NO-STAMP", "OFF-7-OUTSIDE-VALIDITY"], .invalid,
        also: ["claimSignature.outsideValidity"])
    ) { pki in
      var manifest = TestManifest(
        pki, signer: try pki.signer { $0.notBefore = TestPKI.now.adding(seconds: 60) })
      manifest.authority = nil
      return try ThreatCase(manifest, trust: .demo(pki))
    },
    ThreatRow(
      .stampPeriods, "a stamp from before the list believed in the agency",
      .unofficial(.unrecognised, ["OFF-7-NOT-GRANTED"])
    ) { pki in
      try ThreatCase(
        TestManifest(pki),
        trust: .list(pki, current: StatusPeriod(.granted, from: TestPKI.now.adding(seconds: 1))),
        at: TestPKI.now.adding(seconds: 3_600))
    },
    ThreatRow(
      .stampPeriods, "a stamp from after the list withdrew the agency",
      .unofficial(.unrecognised, ["OFF-7-NOT-GRANTED"])
    ) { pki in
      try ThreatCase(
        TestManifest(pki),
        trust: .list(
          pki, current: StatusPeriod(.withdrawn, from: TestPKI.now),
          history: [StatusPeriod(.granted, from: pki.demo.start)]))
    },
    ThreatRow(
      .stampPeriods, "the clock is set back to before the list was issued", .refused(.notYetValid)
    ) { pki in
      try ThreatCase(
        TestManifest(pki), trust: .demo(pki), at: pki.demo.start.adding(seconds: -1))
    },
  ]

  /// A document of a signer whose certificate has expired a minute after it signed.
  private static func expired(
    _ pki: TestPKI, stamped time: UTCTime, by issuer: DemoCredential? = nil,
    _ change: (inout DemoCredential?) throws -> Void
  ) throws -> ThreatCase {
    var manifest = TestManifest(
      pki, signer: try pki.signer(by: issuer) { $0.notAfter = TestPKI.now.adding(seconds: 60) })
    try change(&manifest.authority)
    manifest.stampTime = time
    return try ThreatCase(manifest, trust: .demo(pki), at: TestPKI.now.adding(seconds: 3_600))
  }

  private static let claimed: [ThreatRow] = [
    .harmless(
      .claimedTimes, "the signer claims a time a year after the stamp",
      .official(also: ["TIME-CLAIMED-LATER"])
    ) { manifest, _ in
      manifest.actions = [
        Action(
          "c2pa.created", when: StatedTime(TestPKI.now.adding(seconds: 365 * 86_400)),
          digitalSourceType: .digitalCreation)
      ]
    },
    .harmless(
      .claimedTimes, "the signature says that it was made a year after the stamp (iat)",
      .official(also: ["TIME-CLAIMED-LATER"])
    ) { manifest, _ in
      let time = TestPKI.now.adding(seconds: 365 * 86_400)
      manifest.rewriteProtected = { header in
        CBOR.Map(
          header.entries + [
            CBOR.Map.Entry(key: "iat", value: CBOR.Value(Int(time.secondsSinceEpoch)))
          ])
      }
    },
    ThreatRow(
      .claimedTimes, "the signer claims a time at which its certificate was good, without a stamp",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-7-NO-STAMP", "OFF-7-OUTSIDE-VALIDITY"], .invalid)
    ) { pki in
      var manifest = TestManifest(
        pki, signer: try pki.signer { $0.notAfter = TestPKI.now.adding(seconds: 60) })
      manifest.actions = [
        Action(
          "c2pa.created", when: StatedTime(TestPKI.now), digitalSourceType: .digitalCreation)
      ]
      manifest.authority = nil
      return try ThreatCase(manifest, trust: .demo(pki), at: TestPKI.now.adding(seconds: 3_600))
    },
  ]

  private static let authorities: [ThreatRow] = [
    ThreatRow(
      .withdrawnAuthority, "a stolen key of the authority dates a stamp back to before the theft",
      .unofficial(.recognisedTool, ["OFF-7-AUTHORITY-WITHDRAWN"])
    ) { pki in
      try ThreatCase(
        TestManifest(pki),
        trust: authority(pki, .keyCompromise, from: TestPKI.now.adding(seconds: 60)),
        at: TestPKI.now.adding(seconds: 3_600))
    },
    ThreatRow(
      .withdrawnAuthority, "a stamp from after the authority ceased to work",
      .unofficial(.recognisedTool, ["OFF-7-AUTHORITY-WITHDRAWN"])
    ) { pki in
      try ThreatCase(
        TestManifest(pki), trust: authority(pki, .cessationOfOperation, from: TestPKI.now))
    },
    ThreatRow(
      .withdrawnAuthority, "a stamp from after the list's belief in the authority ended",
      .unofficial(.recognisedTool, ["OFF-7-AUTHORITY-NOT-GRANTED"])
    ) { pki in
      try ThreatCase(
        TestManifest(pki),
        trust: .list(
          pki,
          authority: ListMaker().authority(
            current: StatusPeriod(.withdrawn, from: TestPKI.now))))
    },
    ThreatRow(
      .withdrawnAuthority, "an authority that C2PA's anchors know and the list does not",
      .unofficial(.recognisedTool, ["OFF-7-AUTHORITY-UNLISTED"])
    ) { pki in
      try ThreatCase(TestManifest(pki), trust: .list(pki, ListMaker().content()))
    },
  ]

  /// The list of the United States, which withdraws the signer's key.
  static func withdrawn(_ pki: TestPKI, from date: UTCTime) throws -> ThreatTrust {
    let invalidation = Invalidation(
      .key(pki.demo.us.signer.key.publicKey.spkiSHA256), date: date, reason: .keyCompromise)
    return try .list(pki, scope: DemoAgency.us.scope(invalidSince: [invalidation]))
  }

  /// The list of the United States, which withdraws the time-stamping authority.
  static func authority(
    _ pki: TestPKI, _ reason: Invalidation.Reason, from date: UTCTime
  ) throws -> ThreatTrust {
    let digest = pki.demo.tsa.key.publicKey.spkiSHA256
    return try .list(
      pki,
      authority: ListMaker().authority(invalidSince: [
        Invalidation(.key(digest), date: date, reason: reason)
      ]))
  }

  private static func builder() -> CertificateBuilder {
    var builder = DemoPeriod(now: TestPKI.now).signer(
      DistinguishedName([NameAttribute(NameAttribute.commonName, "A stamping authority")]),
      years: 2)
    builder.extendedKeyUsage = [Purpose.timeStamping]
    builder.extendedKeyUsageIsCritical = true
    return builder
  }

  /// A stamping authority that `issuer` vouches for.
  static func authority(by issuer: DemoCredential) throws -> DemoCredential {
    try DemoCredential(builder(), issuer: issuer)
  }

  /// Another certificate of the same key, issuer and serial number.
  private static func twin(
    of authority: DemoCredential, by issuer: DemoCredential
  ) throws -> Certificate {
    var builder = builder()
    builder.serial = Hex.decode(authority.certificate.serialHex)
    return try builder.issued(
      to: authority.key.publicKey, by: issuer.certificate, key: issuer.key)
  }

  private static func stamp(of message: [UInt8], by authority: DemoCredential) throws -> [UInt8] {
    try TimeStampAuthority(
      key: authority.key, certificate: authority.certificate,
      chain: Array(authority.chain.dropFirst())
    ).stamp(Digest.of(message, .sha256), at: TestPKI.now).der
  }
}
