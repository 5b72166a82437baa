import BroadsealJSON

/// What the subject of a certificate must say. An empty list asks for nothing.
package struct SubjectRule: Hashable, Sendable {
  /// `O`: the certificate has exactly one, and it is one of these.
  package let organizations: [String]
  /// `OU`: the certificate has at least one, and every one of them is one of these.
  package let organizationalUnits: [String]
  /// `organizationIdentifier` (2.5.4.97): exactly one, and it is one of these.
  package let organizationIdentifiers: [String]
  /// DNS names of the subject alternative name: at least one, and every one of them is one of these
  /// names or lies below one of them.
  package let dnsSuffixes: [DNSSuffix]

  /// `CN`, which only a scope of seals may name: exactly one, and it is one of these.
  package let commonNames: [String]

  /// A rule; the lists are alternatives.
  package init(
    organizations: [String] = [], organizationalUnits: [String] = [],
    organizationIdentifiers: [String] = [], dnsSuffixes: [DNSSuffix] = [],
    commonNames: [String] = []
  ) {
    self.commonNames = commonNames
    self.organizations = organizations
    self.organizationalUnits = organizationalUnits
    self.organizationIdentifiers = organizationIdentifiers
    self.dnsSuffixes = dnsSuffixes
  }

  /// Whether the rule says whose certificates it means.
  var namesSomeone: Bool {
    !organizations.isEmpty || !organizationIdentifiers.isEmpty || !dnsSuffixes.isEmpty
      || !commonNames.isEmpty
  }
}

extension SubjectRule {
  /// - Parameter allowsCommonName: whether `CN` may stand there: offices of some countries have their name
  ///   nowhere else.
  init(_ fields: ListFields, allowsCommonName: Bool = false) throws(TrustError) {
    let members: Set<String> = ["O", "OU", "organizationIdentifier", "dnsSuffix"]
    try fields.allowOnly(allowsCommonName ? members.union(["CN"]) : members)
    var suffixes: [DNSSuffix] = []
    for text in try fields.texts("dnsSuffix") {
      guard let suffix = DNSSuffix(text) else {
        throw fields.malformed("dnsSuffix", "holds something that is not a plain domain name")
      }
      suffixes.append(suffix)
    }
    self.init(
      organizations: try fields.texts("O"), organizationalUnits: try fields.texts("OU"),
      organizationIdentifiers: try fields.texts("organizationIdentifier"), dnsSuffixes: suffixes,
      commonNames: try fields.texts("CN"))
  }

  var asValue: Value {
    let lists = [
      ("O", organizations), ("OU", organizationalUnits),
      ("organizationIdentifier", organizationIdentifiers), ("dnsSuffix", dnsSuffixes.map(\.name)),
      ("CN", commonNames),
    ]
    return .object(
      Object(
        lists.filter { !$0.1.isEmpty }.map { ($0.0, .array($0.1.map { .string($0) })) }))
  }
}

/// A domain whose names an agency may use, matched on whole labels.
package struct DNSSuffix: Hashable, Sendable {
  /// The domain in lower case, without a dot at either end.
  package let name: String

  /// A domain of two or more labels; nil when it is not written plainly.
  package init?(_ name: String) {
    guard let labels = DNSSuffix.labels(of: name), labels.count >= 2 else { return nil }
    self.name = name
  }

  /// Whether `candidate` is this domain or a name below it.
  ///
  /// Capitals, a dot at the end, wildcards, characters outside letters, digits and hyphens, and
  /// punycode that the domain itself does not contain are never matched: an agency's certificate has
  /// no need of them, and each is a known way to look like another name.
  package func covers(_ candidate: String) -> Bool {
    guard let labels = DNSSuffix.labels(of: candidate), let own = DNSSuffix.labels(of: name),
      labels.count >= own.count, labels.suffix(own.count) == own[...]
    else { return false }
    return labels.dropLast(own.count).allSatisfy { !$0.hasPrefix("xn--") }
  }

  private static func labels(of name: String) -> [String]? {
    guard name.utf8.count <= 253 else { return nil }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    for label in labels {
      guard (1...63).contains(label.utf8.count), label.utf8.first != UInt8(ascii: "-"),
        label.utf8.last != UInt8(ascii: "-"), label.utf8.allSatisfy(isPlain)
      else { return nil }
    }
    return labels.map(String.init)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }
}
