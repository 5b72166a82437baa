package import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// The demonstration: two invented governments, an AI service, a time-stamping authority and two
/// signed lists, with fresh keys each time.
///
/// For trying things out and for tests, never for real use: everybody can make one.
package struct DemoPKI: Sendable {
  /// The invented government of the United States.
  package let us: DemoCountry
  /// The invented government of Japan.
  package let jp: DemoCountry
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

  /// What signers' certificates are for.
  package static let signerPurposes = [
    Purpose.claimSigning, Purpose.documentSigning, Purpose.emailProtection,
  ]
  /// Certificate policy of the demonstration, under the arc for examples (ITU-T X.660 §A.7).
  package static let policy = "2.999.62558.1"

  static let tsaNames: LocalizedText = [
    "en": "Demo Time-Stamp Authority (invented)", "ja": "デモ時刻認証局(架空)",
  ]
  static let aiNames: LocalizedText = [
    "en": "Demo AI Service (invented)", "ja": "デモAIサービス(架空)",
  ]

  /// Makes every key, certificate and list in memory.
  package init(now: UTCTime) throws(DemoError) {
    let period = DemoPeriod(now: now)
    start = period.start
    nextUpdate = period.end(1)
    us = try DemoCountry(.us, period)
    jp = try DemoCountry(.jp, period)
    do {
      aiRoot = try DemoCredential(
        period.authority(
          DemoPKI.name(DemoPKI.aiNames, " root", country: "US"), years: 20, pathLength: 0))
      var builder = period.signer(
        DemoPKI.name(DemoPKI.aiNames, " image signing", country: "US"), years: 2)
      builder.extendedKeyUsage = DemoPKI.signerPurposes
      builder.policies = [DemoPKI.policy]
      aiService = try DemoCredential(builder, issuer: aiRoot)
      tsaRoot = try DemoCredential(
        period.authority(
          DemoPKI.name(DemoPKI.tsaNames, " root", country: "US"), years: 20, pathLength: 0))
      builder = period.signer(DemoPKI.name(DemoPKI.tsaNames, "", country: "US"), years: 10)
      builder.extendedKeyUsage = [Purpose.timeStamping]
      builder.extendedKeyUsageIsCritical = true
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

  /// An entity with the address members that the schema asks for.
  static func entity(
    _ names: LocalizedText, country: String, _ service: TrustedService
  ) -> TrustedEntity {
    let address: Value = [
      "lang": "en", "StreetAddress": "1 Invented Street", "Locality": "Nowhere",
      "Country": .string(country),
    ]
    let mail: Value = ["lang": "en", "uriValue": "mailto:nobody@demo.invalid"]
    return TrustedEntity(
      names: names,
      address: ["TEPostalAddress": [address], "TEElectronicAddress": [mail]],
      informationURI: [["lang": "en", "uriValue": "https://demo.invalid/"]], services: [service])
  }
}
