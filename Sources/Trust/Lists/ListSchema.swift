import BroadsealJSON

/// The shape that the JSON schema of ETSI TS 119 602 V1.1.1 gives a list, for those who make one.
///
/// Reading asks less: what a decision does not rest on may be missing in lists of others, as long as
/// nothing unknown is there. A list that is signed here shall load everywhere.
indirect enum ListSchema: Sendable {
  /// A text.
  case text
  /// A text with a scheme before its colon.
  case uri
  /// A text of two characters.
  case country
  /// A whole number.
  case number
  /// Anything.
  case anything
  /// An array of one element or more.
  case array(ListSchema)
  /// An object with members that must and members that may be there.
  case object([String: ListSchema], optional: [String: ListSchema] = [:])

  /// What in `value`, which stands at `path`, is not of this shape; nil when nothing is. It goes no
  /// deeper than the shape does.
  func fault(in value: Value, at path: String) -> String? {
    switch self {
    case .text: value.string == nil ? "\(path) is not a string" : nil
    case .uri:
      value.string.map(Self.isURI) == true ? nil : "\(path) is not an address with a scheme"
    case .country:
      value.string?.unicodeScalars.count == 2 ? nil : "\(path) is not a code of two letters"
    case .number: value.integer == nil ? "\(path) is not an integer" : nil
    case .anything: nil
    case .array(let shape): Self.fault(in: value.array, of: shape, at: path)
    case .object(let required, let optional):
      Self.fault(in: value.object, required, optional, at: path)
    }
  }

  private static func fault(
    in elements: [Value]?, of shape: ListSchema, at path: String
  ) -> String? {
    guard let elements, !elements.isEmpty else { return "\(path) is not an array, or empty" }
    for (index, element) in elements.enumerated() {
      if let fault = shape.fault(in: element, at: "\(path)[\(index)]") { return fault }
    }
    return nil
  }

  private static func fault(
    in object: Object?, _ required: [String: ListSchema], _ optional: [String: ListSchema],
    at path: String
  ) -> String? {
    guard let object else { return "\(path) is not an object" }
    if let missing = required.keys.sorted().first(where: { object[$0] == nil }) {
      return "\(path).\(missing) is missing"
    }
    for member in object.members {
      guard let shape = required[member.key] ?? optional[member.key] else {
        return "\(path) has a member that the schema does not know"
      }
      if let fault = shape.fault(in: member.value, at: "\(path).\(member.key)") { return fault }
    }
    return nil
  }

  private static func isURI(_ text: String) -> Bool {
    let scheme = text.prefix { $0 != ":" }
    return scheme.endIndex < text.endIndex && scheme.first?.isLetter == true
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

extension ListSchema {
  /// A list: `{ "LoTE": … }`.
  static let list: ListSchema = .object([
    "LoTE": .object(
      ["ListAndSchemeInformation": scheme],
      optional: ["TrustedEntitiesList": .array(entity)])
  ])

  private static let names: ListSchema = .array(.object(["lang": .text, "value": .text]))
  private static let links: ListSchema = .array(.object(["lang": .text, "uriValue": .uri]))
  private static let postal: ListSchema = .array(
    .object(
      ["lang": .text, "StreetAddress": .text, "Country": .text],
      optional: ["Locality": .text, "StateOrProvince": .text, "PostalCode": .text]))
  private static let identity: ListSchema = .object(
    [:],
    optional: [
      "X509Certificates": .array(
        .object(["val": .text], optional: ["encoding": .uri, "specRef": .text])),
      "X509SubjectNames": .array(.text), "PublicKeyValues": .array(.anything),
      "X509SKIs": .array(.text), "OtherIds": .array(.text),
    ])

  private static let scheme: ListSchema = .object(
    [
      "LoTEVersionIdentifier": .number, "LoTESequenceNumber": .number,
      "SchemeOperatorName": names, "ListIssueDateTime": .text, "NextUpdate": .text,
    ],
    optional: [
      "LoTEType": .uri,
      "SchemeOperatorAddress": .object([
        "SchemeOperatorPostalAddress": postal, "SchemeOperatorElectronicAddress": links,
      ]),
      "SchemeName": names, "SchemeInformationURI": links, "StatusDeterminationApproach": .uri,
      "SchemeTypeCommunityRules": links, "SchemeTerritory": .country,
      "PolicyOrLegalNotice": .array(.anything), "HistoricalInformationPeriod": .number,
      "PointersToOtherLoTE": .array(.anything), "DistributionPoints": .array(.uri),
      "SchemeExtensions": .array(.anything),
    ])

  private static let entity: ListSchema = .object([
    "TrustedEntityInformation": .object(
      [
        "TEName": names, "TEInformationURI": links,
        "TEAddress": .object(["TEPostalAddress": postal, "TEElectronicAddress": links]),
      ],
      optional: ["TETradeName": names, "TEInformationExtensions": .array(.anything)]),
    "TrustedEntityServices": .array(
      .object(["ServiceInformation": service], optional: ["ServiceHistory": .array(past)])),
  ])

  private static let service: ListSchema = .object(
    ["ServiceName": names, "ServiceDigitalIdentity": identity],
    optional: [
      "ServiceTypeIdentifier": .uri, "ServiceStatus": .uri, "StatusStartingTime": .text,
      "SchemeServiceDefinitionURI": links, "ServiceDefinitionURI": links,
      "ServiceSupplyPoints": .array(.object(["uriValue": .uri], optional: ["ServiceType": .uri])),
      "ServiceInformationExtensions": .array(.anything),
    ])

  private static let past: ListSchema = .object(
    [
      "ServiceName": names, "ServiceDigitalIdentity": identity, "ServiceStatus": .uri,
      "StatusStartingTime": .text,
    ],
    optional: ["ServiceTypeIdentifier": .uri, "ServiceInformationExtensions": .array(.anything)])
}
