import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL

extension TrustListContent {
  /// Reads `{ "LoTE": … }`.
  ///
  /// - Throws: `.malformed` for what the schema of TS 119 602 refuses in the parts that are used, for
  ///   unknown members and unknown critical extensions, and for a scope or recognition in a list
  ///   without name or territory.
  init(_ value: Value, name: String) throws(TrustError) {
    let top = try ListFields(value, at: "list", of: name)
    try top.allowOnly(["LoTE"])
    let list = try ListFields(top.object["LoTE"], at: "LoTE", of: name)
    try list.allowOnly(["ListAndSchemeInformation", "TrustedEntitiesList"])
    let scheme = try list.fields("ListAndSchemeInformation")
    try scheme.allowOnly(TrustListContent.schemeMembers)
    guard try scheme.integer("LoTEVersionIdentifier") == 1 else {
      throw scheme.malformed("LoTEVersionIdentifier", "is not 1")
    }
    sequence = try scheme.integer("LoTESequenceNumber")
    guard sequence >= 1 else { throw scheme.malformed("LoTESequenceNumber", "is below 1") }
    schemeNames = try LocalizedText("SchemeName", of: scheme)
    guard let operatorNames = try LocalizedText("SchemeOperatorName", of: scheme) else {
      throw scheme.malformed("SchemeOperatorName", "is missing")
    }
    self.operatorNames = operatorNames
    territory = try scheme.textIfPresent("SchemeTerritory")
    if let territory, Jurisdiction(territory)?.country != territory {
      throw scheme.malformed("SchemeTerritory", "is not a country")
    }
    issued = try scheme.time("ListIssueDateTime")
    nextUpdate = try scheme.time("NextUpdate")
    guard issued < nextUpdate else {
      throw scheme.malformed("NextUpdate", "is not after ListIssueDateTime")
    }
    var recognises: [Recognition] = []
    let extensions = try ListExtensions("SchemeExtensions", of: scheme)
    for item in try extensions.objects(Recognition.extensionName) {
      recognises.append(try Recognition(item))
    }
    self.recognises = recognises
    if let item = try extensions.object(TrustListContent.nextKeysExtension) {
      guard let name = schemeNames?["en"] else {
        throw scheme.malformed("SchemeName", "in English is needed by new list keys")
      }
      nextKeys = try ListKeys(item, scheme: name)
    } else {
      nextKeys = nil
    }
    var keyChanges: [KeyChange] = []
    for item in try extensions.objects(KeyChange.extensionName) {
      keyChanges.append(try KeyChange(item))
    }
    guard keyChanges.count <= KeyChange.maximum else {
      throw scheme.malformed("SchemeExtensions", "tells too many changes of keys")
    }
    self.keyChanges = keyChanges
    var entities: [TrustedEntity] = []
    for item in try list.objects("TrustedEntitiesList") {
      entities.append(try TrustedEntity(item, territory: territory))
    }
    self.entities = entities
    guard services.count <= TrustLimits.maximumServices else {
      throw list.malformed("TrustedEntitiesList", "holds too many services")
    }
    let speaks = !recognises.isEmpty || services.contains(where: \.service.hasScope)
    guard !speaks || (self.scheme != nil && territory != nil) else {
      throw scheme.malformed(
        "SchemeName", "in English and SchemeTerritory are needed by scopes and recognitions")
    }
  }

  private static let schemeMembers: Set<String> = [
    "LoTEVersionIdentifier", "LoTESequenceNumber", "LoTEType", "SchemeOperatorName",
    "SchemeOperatorAddress", "SchemeName", "SchemeInformationURI", "StatusDeterminationApproach",
    "SchemeTypeCommunityRules", "SchemeTerritory", "PolicyOrLegalNotice",
    "HistoricalInformationPeriod", "PointersToOtherLoTE", "ListIssueDateTime", "NextUpdate",
    "DistributionPoints", "SchemeExtensions",
  ]
}

extension TrustedEntity {
  init(_ fields: ListFields, territory: String?) throws(TrustError) {
    try fields.allowOnly(["TrustedEntityInformation", "TrustedEntityServices"])
    let information = try fields.fields("TrustedEntityInformation")
    try information.allowOnly([
      "TEName", "TETradeName", "TEAddress", "TEInformationURI", "TEInformationExtensions",
    ])
    guard let names = try LocalizedText("TEName", of: information) else {
      throw information.malformed("TEName", "is missing")
    }
    _ = try ListExtensions("TEInformationExtensions", of: information)
    var services: [TrustedService] = []
    for item in try fields.objects("TrustedEntityServices") {
      services.append(try TrustedService(item, territory: territory))
    }
    self.init(
      names: names, address: information.object["TEAddress"],
      informationURI: information.object["TEInformationURI"], services: services)
  }
}

extension TrustedService {
  init(_ fields: ListFields, territory: String?) throws(TrustError) {
    try fields.allowOnly(["ServiceInformation", "ServiceHistory"])
    let information = try fields.fields("ServiceInformation")
    try information.allowOnly([
      "ServiceName", "ServiceDigitalIdentity", "ServiceTypeIdentifier", "ServiceStatus",
      "StatusStartingTime", "SchemeServiceDefinitionURI", "ServiceSupplyPoints",
      "ServiceDefinitionURI", "ServiceInformationExtensions",
    ])
    guard let names = try LocalizedText("ServiceName", of: information) else {
      throw information.malformed("ServiceName", "is missing")
    }
    let type = try information.textIfPresent("ServiceTypeIdentifier").map(ServiceType.init(uri:))
    var history: [StatusPeriod] = []
    for item in try fields.objects("ServiceHistory") {
      try item.allowOnly([
        "ServiceName", "ServiceDigitalIdentity", "ServiceStatus", "StatusStartingTime",
        "ServiceTypeIdentifier", "ServiceInformationExtensions",
      ])
      history.append(
        StatusPeriod(
          ServiceStatus(uri: try item.text("ServiceStatus")),
          from: try item.time("StatusStartingTime")))
    }
    let extensions = try ListExtensions("ServiceInformationExtensions", of: information)
    let current = StatusPeriod(
      // A status that is not stated is not a reason to believe.
      try information.textIfPresent("ServiceStatus").map(ServiceStatus.init(uri:)) ?? .other(""),
      from: try information.timeIfPresent("StatusStartingTime"))
    var scope: Scope?
    var seal: SealScope?
    if let item = try extensions.object(Scope.extensionName) { scope = try Scope(item) }
    if let item = try extensions.object(SealScope.extensionName) { seal = try SealScope(item) }
    guard scope == nil || seal == nil else {
      throw information.malformed(
        "ServiceInformationExtensions", "holds both a scope of labels and one of seals")
    }
    if let scope = scope ?? seal?.scope {
      guard type == .certificateAuthority, current.start != nil else {
        throw information.malformed(
          "ServiceInformationExtensions",
          "speaks for signers, in a service that is no CA or has no StatusStartingTime")
      }
      guard scope.jurisdiction.country ?? territory == territory else {
        throw information.malformed(
          "ServiceInformationExtensions", "has a jurisdiction outside the list's SchemeTerritory")
      }
    }
    var invalidSince: [Invalidation] = []
    for item in try extensions.objects(TrustedService.invalidityExtension) {
      invalidSince.append(try Invalidation(item))
    }
    self.init(
      names: names, type: type,
      certificates: try TrustedService.certificates(
        try information.fields("ServiceDigitalIdentity")),
      current: current, history: history, scope: scope, seal: seal, invalidSince: invalidSince)
  }

  /// Name of the extension that carries `invalidSince` of a service without scope.
  static let invalidityExtension = "org.broadseal.invalidSince"

  private static func certificates(_ fields: ListFields) throws(TrustError) -> [Certificate] {
    var certificates: [Certificate] = []
    for item in try fields.objects("X509Certificates") {
      try item.allowOnly(["encoding", "specRef", "val"])
      guard let text = item.object["val"]?.string, let der = Base64.decode(text) else {
        throw item.malformed("val", "is not Base64")
      }
      certificates.append(try PEMFile.certificate(der, item.path, name: item.list))
    }
    guard !certificates.isEmpty else { throw fields.malformed("X509Certificates", "is missing") }
    return certificates
  }
}

/// The extensions of one place of a list: an array of objects, each with one extension under its
/// name and perhaps `critical`.
struct ListExtensions {
  private var known: [String: ListFields] = [:]

  /// The extensions under `key` of `fields`; none when it is absent.
  ///
  /// - Throws: `.malformed` for an extension that is critical and not understood, that comes twice,
  ///   or that is no object.
  init(_ key: String, of fields: ListFields) throws(TrustError) {
    for item in try fields.objects(key) {
      let marks = [try item.boolIfPresent("critical"), try item.boolIfPresent("Critical")]
      let isCritical = marks.contains(true)
      for name in item.object.keys where name != "critical" && name != "Critical" {
        guard ListExtensions.understood.contains(name) else {
          if isCritical { throw item.malformed("critical", "extension is not understood") }
          continue
        }
        // Readers that do not know it have to refuse the list, and not to believe without its limits.
        guard isCritical || !ListExtensions.limiting.contains(name) else {
          throw item.malformed("critical", "is not true beside \(name)")
        }
        guard known.updateValue(item, forKey: name) == nil else {
          throw fields.malformed(key, "holds \(name) twice")
        }
      }
    }
  }

  /// The object of the extension `name`; nil when it is absent.
  func object(_ name: String) throws(TrustError) -> ListFields? {
    try known[name]?.fields(name)
  }

  /// The objects of the extension `name`, which is an array; none when it is absent.
  func objects(_ name: String) throws(TrustError) -> [ListFields] {
    try known[name]?.objects(name) ?? []
  }

  /// Those that limit whom a service speaks for.
  private static let limiting: Set<String> = [Scope.extensionName, SealScope.extensionName]

  private static let understood: Set<String> = [
    Scope.extensionName, SealScope.extensionName, Recognition.extensionName,
    TrustedService.invalidityExtension, TrustListContent.nextKeysExtension,
    KeyChange.extensionName,
  ]
}
