package import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// The demonstration: two invented governments, a gazette, an AI service, a time-stamping authority and
/// three signed lists, with fresh keys each time.
///
/// For trying things out and for tests, never for real use: everybody can make one.
package struct DemoPKI: Sendable {
  /// The invented government of the United States.
  package let us: DemoCountry
  /// The invented government of Japan.
  package let jp: DemoCountry
  /// An invented gazette of Japan, which seals and does not label, below a root of its own.
  package let gazette: DemoCountry
  /// A maker of AI images, on no government list, below a root of its own.
  package let aiService: DemoCredential
  /// The AI service's root.
  package let aiRoot: DemoCredential
  /// The time-stamping authority, on both lists, below a root of its own.
  package let tsa: DemoCredential
  /// The root of the time-stamping authority.
  package let tsaRoot: DemoCredential
  /// The moment from which everything is valid.
  package let start: UTCTime
  /// When both lists must be made anew.
  package let nextUpdate: UTCTime
  /// The list of the United States, signed by its first and third key; it recognises the other.
  package let usList: [UInt8]
  /// The list of Japan, signed by its first and second key; it recognises nobody.
  package let jpList: [UInt8]
  /// The list that knows the gazette's seals, signed by its first and second key.
  package let gazetteList: [UInt8]

  /// What signers' certificates are for.
  package static let signerPurposes = DemoTerms.signerPurposes
  /// Certificate policy of the demonstration.
  package static let policy = DemoTerms.policy

  /// Makes every key, certificate and list in memory.
  ///
  /// - Parameter responder: the address under which somebody answers about revocation: the folder's own
  ///   files below it, and OCSP requests to `/us/ocsp` and `/jp/ocsp`. Nil: certificates name nobody.
  package init(now: UTCTime, responder: String? = nil) throws(DemoError) {
    let period = DemoPeriod(now: now)
    start = period.start
    nextUpdate = period.end(1)
    us = try DemoCountry(.us, period, responder: responder)
    jp = try DemoCountry(.jp, period, responder: responder)
    gazette = try DemoCountry(.gazette, period, responder: responder)
    do {
      aiRoot = try DemoCredential(
        period.authority(
          DemoPKI.name(DemoTerms.aiNames, " root", country: "US"), years: 20, pathLength: 0))
      var builder = period.signer(
        DemoPKI.name(DemoTerms.aiNames, " image signing", country: "US"), years: 2)
      builder.extendedKeyUsage = DemoTerms.signerPurposes
      builder.policies = [DemoTerms.policy]
      aiService = try DemoCredential(builder, issuer: aiRoot)
      tsaRoot = try DemoCredential(
        period.authority(
          DemoPKI.name(DemoTerms.tsaNames, " root", country: "US"), years: 20, pathLength: 0))
      builder = period.signer(DemoPKI.name(DemoTerms.tsaNames, "", country: "US"), years: 10)
      builder.extendedKeyUsage = [Purpose.timeStamping]
      builder.extendedKeyUsageIsCritical = true
      builder.crlURL = responder.map { "\($0)/tsa/root.crl" }
      tsa = try DemoCredential(builder, issuer: tsaRoot)
      let recognition = Recognition(
        keys: jp.pinned, labels: Set(LabelKind.allCases), jurisdictions: [jp.scope.jurisdiction],
        from: start, to: nextUpdate)
      usList = try TrustListSigner.sign(
        us.listContent(
          issued: start, nextUpdate: nextUpdate, tsa: tsaRoot.certificate,
          recognises: [recognition]),
        keys: [us.listKeys[0], us.listKeys[2]], name: "us.json")
      jpList = try TrustListSigner.sign(
        jp.listContent(issued: start, nextUpdate: nextUpdate, tsa: tsaRoot.certificate),
        keys: [jp.listKeys[0], jp.listKeys[1]], name: "jp.json")
      gazetteList = try TrustListSigner.sign(
        gazette.listContent(issued: start, nextUpdate: nextUpdate, tsa: tsaRoot.certificate),
        keys: [gazette.listKeys[0], gazette.listKeys[1]], name: "gazette.json")
    } catch { throw DemoError(error) }
  }

  /// The roots of all signers: claim anchors for foreign verifiers.
  package var claimAnchors: [Certificate] { [us.root, jp.root, aiRoot].map(\.certificate) }

  /// The root of the time-stamping authority.
  package var tsaAnchors: [Certificate] { [tsaRoot.certificate] }

  static func name(
    _ names: LocalizedText, _ role: String, country: String
  ) -> DistinguishedName {
    DistinguishedName([
      NameAttribute(NameAttribute.country, country),
      NameAttribute(NameAttribute.organization, names.preferred),
      NameAttribute(NameAttribute.commonName, names.preferred + role),
    ])
  }
}
