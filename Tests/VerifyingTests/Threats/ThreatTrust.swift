import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport

/// Whom the judge of a row believes: files, so that the library and the program read the same.
struct ThreatTrust: Sendable {
  /// A government list and the keys that are pinned for it, if any are.
  struct List: Sendable {
    let name: String
    let list: [UInt8]
    let keys: [UInt8]?
  }

  /// Anchors of claim signers in PEM.
  var anchors: [UInt8] = []
  /// Anchors of time-stamping authorities in PEM.
  var authorities: [UInt8] = []
  /// Certificates that are believed by hand, in PEM.
  var allowed: [UInt8] = []
  /// Government lists.
  var lists: [List] = []

  /// Both lists of the demonstration and all its anchors.
  static func demo(_ pki: TestPKI) -> ThreatTrust {
    var trust = anchors(pki)
    trust.lists = [
      List(name: "us", list: pki.demo.usList, keys: pki.demo.us.pinned.pem),
      List(name: "jp", list: pki.demo.jpList, keys: pki.demo.jp.pinned.pem),
    ]
    return trust
  }

  /// The anchors of the demonstration and no list.
  static func anchors(_ pki: TestPKI) -> ThreatTrust {
    ThreatTrust(
      anchors: pki.demo.claimAnchors.flatMap(\.pem), authorities: pki.demo.tsaAnchors.flatMap(\.pem)
    )
  }

  /// The anchors of the demonstration and a list of the United States' with this content.
  static func list(
    _ pki: TestPKI, _ content: TrustListContent, keys: [PrivateKey]? = nil
  ) throws -> ThreatTrust {
    var trust = anchors(pki)
    trust.lists = [
      List(
        name: "us",
        list: try TrustListSigner.sign(
          content, keys: keys ?? Array(pki.demo.us.listKeys.prefix(2)), name: "us.json"),
        keys: pki.demo.us.pinned.pem)
    ]
    return trust
  }

  /// The same list made anew with another scope, status or CA, and the time-stamping authority.
  static func list(
    _ pki: TestPKI, scope: Scope? = nil, current: StatusPeriod? = nil,
    history: [StatusPeriod] = [], certificates: [Certificate]? = nil,
    authority: TrustedService? = nil, further: [TrustedService] = []
  ) throws -> ThreatTrust {
    let maker = try ListMaker()
    return try list(
      pki,
      maker.content(
        scope: scope, current: current, history: history, certificates: certificates,
        further: [authority ?? maker.authority()] + further))
  }

  /// Both lists of the demonstration, and one that knows the seals of Japan's agency.
  static func seals(
    _ pki: TestPKI, _ seal: SealScope? = nil, invalidSince: [Invalidation] = []
  ) throws -> ThreatTrust {
    var trust = demo(pki)
    trust.lists.append(
      List(
        name: "seals",
        list: try SealLists.signed(
          [
            SealLists.service(
              pki.demo.jp.issuing.certificate,
              seal ?? SealLists.scope(of: pki.demo.jp.signer, invalidSince: invalidSince)),
            try ListMaker().authority(),
          ]), keys: try SealLists.keys().pem))
    return trust
  }

  /// As the library reads it.
  var material: TrustStore {
    var material = TrustStore()
    if !anchors.isEmpty { material.addClaimAnchors(anchors, name: "anchors.pem") }
    if !authorities.isEmpty { material.addTimeStampAnchors(authorities, name: "tsa.pem") }
    if !allowed.isEmpty { material.addAllowed(allowed, name: "allowed.pem") }
    for list in lists {
      material.addGovernmentList(list.list, name: "\(list.name).json", keys: list.keys)
    }
    return material
  }

  /// As the program reads it: a trust folder.
  func write(to folder: Scratch) {
    for (name, bytes) in [
      ("anchors.pem", anchors), ("tsa.pem", authorities), ("allowed.pem", allowed),
    ] where !bytes.isEmpty { folder.write(bytes, to: "trust/\(name)") }
    for list in lists {
      folder.write(list.list, to: "trust/government/\(list.name).json")
      if let keys = list.keys {
        folder.write(keys, to: "trust/government/\(list.name).keys.pem")
      }
    }
  }
}

extension DemoAgency {
  /// What a list says of the United States' agency, with one thing different.
  func scope(
    subject: SubjectRule? = nil, maximumPathLength: Int? = 0, policies: [String]? = nil,
    keyAlgorithms: [KeyAlgorithm]? = nil, invalidSince: [Invalidation] = []
  ) -> Scope {
    Scope(
      jurisdiction: jurisdiction, agency: agency,
      subject: subject
        ?? SubjectRule(
          organizations: [organization], organizationIdentifiers: [organizationIdentifier]),
      purposes: DemoPKI.signerPurposes, policies: policies ?? [DemoPKI.policy],
      maximumPathLength: maximumPathLength, keyAlgorithms: keyAlgorithms ?? [.p256, .p384],
      invalidSince: invalidSince)
  }
}
