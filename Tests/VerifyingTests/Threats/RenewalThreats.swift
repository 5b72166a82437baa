import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport

/// Seals whose time a later time stamp of the document proves, and what is done to that renewal. The list
/// wants the time proved, so that the seal alone is not official.
enum RenewalThreats {
  static let rows: [ThreatRow] = [
    row("somebody's own proofs are added after the renewal", official, isHarmless: true) { pki in
      let none = try list(of: pki.impostor.issuing)
      return LaterRevision.adding(
        ApprovedPDF.store([none]).merging([1: catalog]) { $1 }, to: try renewed(pki))
    },
    row("the time stamp of the document is cut off", unproved(["SEAL-7-NO-STAMP"])) { pki in
      try sealed(pki)
    },
    row("the time stamp of the document is taken out", altered(["PDF-SIGNATURE-EMPTY"])) { pki in
      try emptied(renewed(pki))
    },
    row(
      "the answers under the time stamp are swapped", altered(["PDF-SIGNATURE-BROKEN"])
    ) { pki in
      let (own, other) = (try list(of: pki.demo.jp.issuing), try list(of: pki.impostor.issuing))
      var file = try renewed(pki, lists: [own])
      // The same place, and room enough: hexadecimal text takes blanks.
      let text = Array(Hex.encode(own).utf8)
      let swapped = Array(Hex.encode(other).utf8)
      guard let place = file.firstRange(of: text) else { return file }
      let padding = [UInt8](repeating: 0x20, count: max(0, text.count - swapped.count))
      file.replaceSubrange(place, with: (swapped + padding).prefix(text.count))
      return file
    },
    row(
      "answers by the attacker's CA take the place of the CA's own, and revocation has to be known good",
      unproved(["SEAL-8-UNKNOWN"]), isStrict: true
    ) { pki in
      let own = try list(of: pki.demo.jp.issuing)
      let other = try list(of: pki.impostor.issuing)
      return LaterRevision.adding(
        ApprovedPDF.store([other]).merging([1: catalog]) { $1 }, to: try renewed(pki, lists: [own]))
    },
    row(
      "a renewal with a list by which the key was revoked before the stamp",
      unproved(["SEAL-8-REVOKED"])
    ) { pki in
      var maker = CRLMaker(issuer: pki.demo.jp.issuing, number: 9, thisUpdate: stampTime)
      maker.revoked = [(pki.demo.jp.signer.certificate, TestPKI.now, 4)]
      return try renewed(pki, lists: [maker.bytes()])
    },
    row(
      "a renewal that comes after the key's time by the list", unproved(["SEAL-7-OUTSIDE-PERIOD"]),
      to: TestPKI.now.adding(seconds: 600)
    ) { pki in try renewed(pki) },
    row(
      "a renewal by an authority on no list", unproved(["SEAL-7-AUTHORITY-UNLISTED"])
    ) { pki in try renewed(pki, by: try stranger(pki)) },
    row(
      "the renewal's authority was revoked as stolen later, by a list that the document brings",
      unproved(["SEAL-7-AUTHORITY-REVOKED"])
    ) { pki in try renewed(pki, lists: [revoked(pki.demo.tsa, 1, at: 600, by: pki.demo.tsaRoot)]) },
    row(
      "the renewal's authority ceased to work before", unproved(["SEAL-7-AUTHORITY-REVOKED"])
    ) { pki in
      try renewed(pki, lists: [revoked(pki.demo.tsa, 5, at: -600, by: pki.demo.tsaRoot)])
    },
    row("the renewal's authority ceased to work later", official, isHarmless: true) { pki in
      try renewed(pki, lists: [revoked(pki.demo.tsa, 5, at: 600, by: pki.demo.tsaRoot)])
    },
    row("a renewal over a page that was changed", altered([])) { pki in
      let page = "<< /Type /Pages /Kids [3 0 R] /Count 1 /Rotate 90 >>"
      return try ApprovedPDF.renewed(
        LaterRevision.adding([2: page], to: try sealed(pki)), by: pki.demo.tsa, at: stampTime)
    },
    row("a renewal that changes a page itself", altered([])) { pki in
      try ApprovedPDF.renewed(
        sealed(pki), by: pki.demo.tsa, at: stampTime,
        also: [2: "<< /Type /Pages /Kids [3 0 R] /Count 1 /Rotate 90 >>"])
    },
    row(
      "the signature gives rights of use (UR3), and seals nothing",
      ThreatOutcome(integrity: "no-label", origin: "", state: "", reasons: [], exit: 4)
    ) { pki in
      let file = try ApprovedPDF.bytes(
        by: pki.demo.jp.signer,
        [
          1: "<< /Type /Catalog /Pages 2 0 R /Perms << /UR3 5 0 R >> >>",
          3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>",
          4: "<< /Unused true >>",
        ], message: { try ApprovedPDF.plain($0, by: $1) })
      return try ApprovedPDF.renewed(file, by: pki.demo.tsa, at: stampTime)
    },
    ThreatRow(
      .renewal, "the key stands on a list that is only recognised by one that was pinned",
      unproved(["SEAL-6-SCOPE"])
    ) { pki in
      let maker = try ListMaker()
      let seals = try ThreatTrust.seals(pki, scope(pki))
      let grant = ListThreats.grant(pki, keys: try SealLists.keys())
      var trust = try ThreatTrust.list(
        pki, maker.content(recognises: [grant], further: [maker.authority()]))
      trust.lists += seals.lists.suffix(1).map {
        ThreatTrust.List(name: $0.name, list: $0.list, keys: nil)
      }
      return ThreatCase("approved.pdf", try renewed(pki), trust: trust, at: later)
    },
  ]

  private static let official = ThreatOutcome(
    integrity: "no-label", origin: "official", state: "", reasons: [], exit: 4)
  private static let stampTime = TestPKI.now.adding(seconds: 3_600)
  private static let later = TestPKI.now.adding(seconds: 7_200)
  private static let catalog =
    "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 6 0 R] /SigFlags 3 >> /DSS 20 0 R >>"

  private static func unproved(_ reasons: [String]) -> ThreatOutcome {
    ThreatOutcome(
      integrity: "no-label", origin: "unrecognised", state: "", reasons: reasons, exit: 4)
  }

  private static func altered(_ codes: [String]) -> ThreatOutcome {
    let isStamped = codes.isEmpty
    return ThreatOutcome(
      integrity: "altered", origin: "none", state: "",
      reasons: ["SEAL-3-CHANGED"] + (isStamped ? [] : ["SEAL-7-NO-STAMP"]),
      codes: ["PDF-SIGNATURE-CHANGED"] + codes, exit: 1)
  }

  private static func row(
    _ attack: String, _ outcome: ThreatOutcome, to end: UTCTime? = nil, isStrict: Bool = false,
    isHarmless: Bool = false, _ make: @escaping @Sendable (TestPKI) throws -> [UInt8]
  ) -> ThreatRow {
    var row = ThreatRow(.renewal, attack, outcome) { pki in
      var made = ThreatCase(
        "approved.pdf", try make(pki), trust: try .seals(pki, scope(pki, to: end)), at: later)
      made.isStrict = isStrict
      return made
    }
    row.isHarmless = isHarmless
    return row
  }

  private static func scope(_ pki: TestPKI, to end: UTCTime? = nil) -> SealScope {
    let certificate = pki.demo.jp.signer.certificate
    let key = SealKey(
      certificate.publicKey.spkiSHA256, from: certificate.notBefore,
      to: end ?? certificate.notAfter)
    return SealScope(
      scope: Scope(
        jurisdiction: DemoAgency.jp.jurisdiction, agency: DemoAgency.jp.agency,
        subject: SubjectRule(), labels: [], pins: [key.digest], requiresTimeStamp: true),
      keys: [key], purposes: DemoPKI.signerPurposes)
  }

  private static func sealed(_ pki: TestPKI) throws -> [UInt8] {
    try ApprovedPDF.bytes(by: pki.demo.jp.signer, message: { try ApprovedPDF.plain($0, by: $1) })
  }

  private static func renewed(
    _ pki: TestPKI, by authority: DemoCredential? = nil, lists: [[UInt8]] = []
  ) throws -> [UInt8] {
    try ApprovedPDF.renewed(
      sealed(pki), by: authority ?? pki.demo.tsa, at: stampTime, lists: lists)
  }

  private static func list(of issuer: DemoCredential) throws -> [UInt8] {
    try CRLMaker(issuer: issuer, number: 7, thisUpdate: TestPKI.now).bytes()
  }

  /// A list that revokes a certificate, `seconds` after the stamp.
  private static func revoked(
    _ credential: DemoCredential, _ reason: UInt8, at seconds: Int64, by issuer: DemoCredential
  ) throws -> [UInt8] {
    let time = stampTime.adding(seconds: seconds)
    var maker = CRLMaker(issuer: issuer, number: 7, thisUpdate: time)
    maker.revoked = [(credential.certificate, time, reason)]
    return try maker.bytes()
  }

  /// An authority whose certificate is of the right kind, and on nobody's list.
  private static func stranger(_ pki: TestPKI) throws -> DemoCredential {
    var builder = DemoPeriod(now: pki.demo.start).signer(
      TestPKI.subject(organization: "Stamps of a stranger"), years: 3)
    builder.extendedKeyUsage = [Purpose.timeStamping]
    builder.extendedKeyUsageIsCritical = true
    return try DemoCredential(builder, issuer: pki.impostor.root)
  }

  /// The file with zeros in the place of its last signature.
  private static func emptied(_ file: [UInt8]) -> [UInt8] {
    let word = Array("/Contents <".utf8)
    var (bytes, start) = (file, 0)
    while let next = bytes[start...].firstRange(of: word)?.upperBound { start = next }
    guard start > 0, let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else {
      return file
    }
    bytes.replaceSubrange(
      start..<end, with: [UInt8](repeating: UInt8(ascii: "0"), count: end - start))
    return bytes
  }
}
