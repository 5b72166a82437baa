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
    let labels: [LabelKind] = try Scope.names("labels", of: fields)
    guard !labels.isEmpty else { throw fields.malformed("labels", "is missing") }
    try self.init(
      common: fields, subject: try SubjectRule(try fields.fields("subject")),
      purposes: try Scope.objectIdentifiers("eku", of: fields), labels: Set(labels),
      pins: try Scope.digests("pin", of: fields))
  }

  /// Reads what the scopes of labels and of seals have in common.
  init(
    common fields: ListFields, subject: SubjectRule, purposes: [String] = [],
    labels: Set<LabelKind> = [], pins: [String]
  ) throws(TrustError) {
    guard let jurisdiction = Jurisdiction(try fields.text("jurisdiction")) else {
      throw fields.malformed("jurisdiction", "is not a country, a part of one, or INT")
    }
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
    self.init(
      jurisdiction: jurisdiction, agency: try Agency(try fields.fields("agency")),
      subject: subject, purposes: purposes,
      policies: try Scope.objectIdentifiers("policyAny", of: fields),
      maximumPathLength: maximumPathLength, keyAlgorithms: try Scope.names("keyAlgs", of: fields),
      labels: labels, pins: pins,
      requiresTimeStamp: try fields.boolIfPresent("requireTimestamp") ?? true,
      invalidSince: invalidSince)
  }

  /// The extension's object, members in the order of the plan.
  var asValue: Value {
    .object(
      Object(
        members(
          purposes: purposes.isEmpty ? [] : [("eku", Scope.texts(purposes))],
          statements: [
            ("labels", Scope.texts(LabelKind.allCases.filter(labels.contains).map(\.rawValue)))
          ] + (pins.isEmpty ? [] : [("pin", Scope.texts(pins))]))))
  }

  /// The members that the scopes of labels and of seals have in common, with those of one of them in
  /// their places.
  func members(
    purposes: [(String, Value)], statements: [(String, Value)]
  ) -> [(String, Value)] {
    var members: [(String, Value)] = [
      ("jurisdiction", .string(jurisdiction.code)), ("agency", agency.asValue),
    ]
    if !labels.isEmpty || subject != SubjectRule() { members.append(("subject", subject.asValue)) }
    members += purposes
    if !policies.isEmpty { members.append(("policyAny", Scope.texts(policies))) }
    if let maximumPathLength {
      members.append(("maxPathLen", .integer(Int64(maximumPathLength))))
    }
    if !keyAlgorithms.isEmpty {
      members.append(("keyAlgs", Scope.texts(keyAlgorithms.map(\.rawValue))))
    }
    members += statements
    members.append(("requireTimestamp", .bool(requiresTimeStamp)))
    if !invalidSince.isEmpty {
      members.append(("invalidSince", .array(invalidSince.map(\.asValue))))
    }
    return members
  }

  private static func texts(_ list: [String]) -> Value { .array(list.map { .string($0) }) }

  /// The object identifiers under `key`; "any purpose" and its like are not a restriction and are
  /// refused.
  private static func objectIdentifiers(
    _ key: String, of fields: ListFields
  ) throws(TrustError) -> [String] {
    let texts = try fields.texts(key)
    for text in texts {
      guard isUsable(text) else {
        throw fields.malformed(key, "holds something that is no usable object identifier")
      }
    }
    return texts
  }

  /// Whether `text` is an object identifier, and none that would allow everything.
  static func isUsable(_ text: String) -> Bool {
    ObjectIdentifier.isValid(text) && text != Purpose.any && text != ObjectIdentifier.anyPolicy
  }

  private static func digests(_ key: String, of fields: ListFields) throws(TrustError) -> [String] {
    let texts = try fields.texts(key)
    for text in texts { _ = try digest(text, key, of: fields) }
    return texts
  }

  /// `text`, which has to be a SHA-256 digest in lower-case hexadecimal.
  static func digest(
    _ text: String, _ key: String, of fields: ListFields
  ) throws(TrustError) -> String {
    guard Hex.decode(text)?.count == 32, text == text.lowercased() else {
      throw fields.malformed(key, "holds something that is not a SHA-256 digest")
    }
    return text
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
