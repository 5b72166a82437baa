import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL

extension Scope {
  /// The members that a scope may have; Documentation/TrustLists.md explains each.
  static let members: Set<String> = [
    "jurisdiction", "agency", "subject", "eku", "policyAny", "maxPathLen", "keyAlgs", "labels",
    "pin", "requireTimestamp", "invalidSince",
  ]

  /// Reads the extension's object; anything unknown or empty is an error.
  init(_ fields: ListFields) throws(TrustError) {
    try fields.allowOnly(Scope.members)
    guard let jurisdiction = Jurisdiction(try fields.text("jurisdiction")) else {
      throw fields.malformed("jurisdiction", "is not a country, a part of one, or INT")
    }
    let subject = try SubjectRule(try fields.fields("subject"))
    let pins = try Scope.digests("pin", of: fields)
    guard subject.namesSomeone || !pins.isEmpty else {
      throw fields.malformed("subject", "names nobody")
    }
    var maximumPathLength: Int?
    if let length = try fields.integerIfPresent("maxPathLen") {
      guard (0...8).contains(length) else {
        throw fields.malformed("maxPathLen", "is not between 0 and 8")
      }
      maximumPathLength = Int(length)
    }
    var invalidSince: [Invalidation] = []
    for item in try fields.objects("invalidSince") { invalidSince.append(try Invalidation(item)) }
    let labels: [LabelKind] = try Scope.names("labels", of: fields)
    guard !labels.isEmpty else { throw fields.malformed("labels", "is missing") }
    self.init(
      jurisdiction: jurisdiction, agency: try Agency(try fields.fields("agency")),
      subject: subject, purposes: try Scope.objectIdentifiers("eku", of: fields),
      policies: try Scope.objectIdentifiers("policyAny", of: fields),
      maximumPathLength: maximumPathLength, keyAlgorithms: try Scope.names("keyAlgs", of: fields),
      labels: Set(labels), pins: pins,
      requiresTimeStamp: try fields.boolIfPresent("requireTimestamp") ?? true,
      invalidSince: invalidSince)
  }

  /// The extension's object, members in the order of the plan.
  var asValue: Value {
    func texts(_ list: [String]) -> Value { .array(list.map { .string($0) }) }
    var members: [(String, Value)] = [
      ("jurisdiction", .string(jurisdiction.code)), ("agency", agency.asValue),
      ("subject", subject.asValue),
    ]
    if !purposes.isEmpty { members.append(("eku", texts(purposes))) }
    if !policies.isEmpty { members.append(("policyAny", texts(policies))) }
    if let maximumPathLength {
      members.append(("maxPathLen", .integer(Int64(maximumPathLength))))
    }
    if !keyAlgorithms.isEmpty {
      members.append(("keyAlgs", texts(keyAlgorithms.map(\.rawValue))))
    }
    members.append(("labels", texts(LabelKind.allCases.filter(labels.contains).map(\.rawValue))))
    if !pins.isEmpty { members.append(("pin", texts(pins))) }
    members.append(("requireTimestamp", .bool(requiresTimeStamp)))
    if !invalidSince.isEmpty {
      members.append(("invalidSince", .array(invalidSince.map(\.asValue))))
    }
    return .object(Object(members))
  }

  /// The object identifiers under `key`; "any purpose" and its like are not a restriction and are
  /// refused.
  private static func objectIdentifiers(
    _ key: String, of fields: ListFields
  ) throws(TrustError) -> [String] {
    let texts = try fields.texts(key)
    for text in texts {
      guard ObjectIdentifier.isValid(text), text != Purpose.any,
        text != ObjectIdentifier.anyPolicy
      else { throw fields.malformed(key, "holds something that is no usable object identifier") }
    }
    return texts
  }

  private static func digests(_ key: String, of fields: ListFields) throws(TrustError) -> [String] {
    let texts = try fields.texts(key)
    for text in texts {
      guard Hex.decode(text)?.count == 32, text == text.lowercased() else {
        throw fields.malformed(key, "holds something that is not a SHA-256 digest")
      }
    }
    return texts
  }

  /// The texts under `key` as cases of `Name`.
  static func names<Name: RawRepresentable<String>>(
    _ key: String, of fields: ListFields
  ) throws(TrustError) -> [Name] {
    var names: [Name] = []
    for text in try fields.texts(key) {
      guard let name = Name(rawValue: text) else {
        throw fields.malformed(key, "holds an unknown value")
      }
      names.append(name)
    }
    return names
  }
}
