import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL

extension SealScope {
  /// The members that it may have; Documentation/TrustLists.md explains each.
  private static let members: Set<String> = [
    "jurisdiction", "agency", "subject", "keys", "eku", "policyAny", "maxPathLen", "keyAlgs",
    "kinds",
    "certified", "qualified", "requireTimestamp", "invalidSince",
  ]

  /// Reads the extension's object; anything unknown or empty is an error.
  init(_ fields: ListFields) throws(TrustError) {
    try fields.allowOnly(SealScope.members)
    var keys: [SealKey] = []
    for item in try fields.objects("keys") {
      let key = try SealKey(item)
      guard !keys.contains(where: { $0.digest == key.digest }) else {
        throw item.malformed("spki", "is there twice")
      }
      keys.append(key)
    }
    guard keys.count <= TrustLimits.maximumSealKeys else {
      throw fields.malformed("keys", "is too long")
    }
    let subject =
      fields.has("subject")
      ? try SubjectRule(try fields.fields("subject"), allowsCommonName: true) : SubjectRule()
    let scope = try Scope(common: fields, subject: subject, pins: keys.map(\.digest))
    guard scope.requiresTimeStamp || SealScope.vouches(for: keys) else {
      throw fields.malformed(
        "requireTimestamp", "may be false only with keys that have both from and to")
    }
    var certification: Int?
    if let number = try fields.integerIfPresent("certified") {
      guard (1...3).contains(number) else {
        throw fields.malformed("certified", "is not between 1 and 3")
      }
      certification = Int(number)
    }
    let qualified = try fields.textIfPresent("qualified")
    guard qualified == nil || qualified == SealScope.qualifiedSeal else {
      throw fields.malformed("qualified", "is unknown")
    }
    let (purposes, allowsNoPurpose) = try SealScope.purposes(of: fields)
    let kinds: [SealKind] = try Scope.names("kinds", of: fields)
    self.init(
      scope: scope, keys: keys, purposes: purposes, allowsNoPurpose: allowsNoPurpose,
      kinds: kinds.isEmpty ? SealKind.usual : kinds, certification: certification,
      mustBeQualified: qualified != nil)
  }

  /// The extension's object.
  var asValue: Value {
    let none = allowsNoPurpose ? [SealScope.noPurpose] : []
    let purposes = purposes.map { purposes in
      ("eku", Value.array((none + purposes).map { .string($0) }))
    }
    var statements: [(String, Value)] = []
    if !keys.isEmpty { statements.append(("keys", .array(keys.map(\.asValue)))) }
    statements.append(("kinds", .array(kinds.map { .string($0.rawValue) })))
    if let certification { statements.append(("certified", .integer(Int64(certification)))) }
    if mustBeQualified { statements.append(("qualified", .string(SealScope.qualifiedSeal))) }
    return .object(
      Object(scope.members(purposes: purposes.map { [$0] } ?? [], statements: statements)))
  }

  /// What stands among purposes for a certificate without any.
  private static let noPurpose = "none"
  /// The one kind of qualified certificate that can be asked for.
  private static let qualifiedSeal = "eseal"

  /// Whether a list vouches by itself for the time in which each of `keys` seals.
  private static func vouches(for keys: [SealKey]) -> Bool {
    !keys.isEmpty && keys.allSatisfy { $0.from != nil && $0.to != nil }
  }

  private static func purposes(
    of fields: ListFields
  ) throws(TrustError) -> (purposes: [String]?, allowsNone: Bool) {
    guard fields.has("eku") else { return (nil, true) }
    let texts = try fields.texts("eku")
    let named = texts.filter { $0 != noPurpose }
    for text in named {
      guard Scope.isUsable(text), text != Purpose.timeStamping, text != Purpose.ocspSigning else {
        throw fields.malformed("eku", "holds something that is no usable object identifier")
      }
    }
    return (named, named.count < texts.count)
  }
}

extension SealKey {
  init(_ fields: ListFields) throws(TrustError) {
    try fields.allowOnly(["spki", "from", "to", "ended"])
    digest = try Scope.digest(try fields.text("spki"), "spki", of: fields)
    from = try fields.timeIfPresent("from")
    to = try fields.timeIfPresent("to")
    if let from, let to, from >= to { throw fields.malformed("to", "is not after from") }
    guard let text = try fields.textIfPresent("ended") else {
      ending = nil
      return
    }
    guard let known = Ending(rawValue: text) else { throw fields.malformed("ended", "is unknown") }
    guard to != nil else { throw fields.malformed("to", "is needed by ended") }
    ending = known
  }

  var asValue: Value {
    var members: [(String, Value)] = [("spki", .string(digest))]
    if let from { members.append(("from", .string(from.rfc3339))) }
    if let to { members.append(("to", .string(to.rfc3339))) }
    if let ending { members.append(("ended", .string(ending.rawValue))) }
    return .object(Object(members))
  }
}
