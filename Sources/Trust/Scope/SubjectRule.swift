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

  /// A rule; the lists are alternatives.
  package init(
    organizations: [String] = [], organizationalUnits: [String] = [],
    organizationIdentifiers: [String] = [], dnsSuffixes: [DNSSuffix] = []
  ) {
    self.organizations = organizations
    self.organizationalUnits = organizationalUnits
    self.organizationIdentifiers = organizationIdentifiers
    self.dnsSuffixes = dnsSuffixes
  }

  /// Whether the rule says whose certificates it means.
  var namesSomeone: Bool {
    !organizations.isEmpty || !organizationIdentifiers.isEmpty || !dnsSuffixes.isEmpty
  }
}

extension SubjectRule {
  init(_ fields: ListFields) throws(TrustError) {
    try fields.allowOnly(["O", "OU", "organizationIdentifier", "dnsSuffix"])
    var suffixes: [DNSSuffix] = []
    for text in try fields.texts("dnsSuffix") {
      guard let suffix = DNSSuffix(text) else {
        throw fields.malformed("dnsSuffix", "holds something that is not a plain domain name")
      }
      suffixes.append(suffix)
    }
    self.init(
      organizations: try fields.texts("O"), organizationalUnits: try fields.texts("OU"),
      organizationIdentifiers: try fields.texts("organizationIdentifier"), dnsSuffixes: suffixes)
  }

  var asValue: Value {
    let lists = [
      ("O", organizations), ("OU", organizationalUnits),
      ("organizationIdentifier", organizationIdentifiers), ("dnsSuffix", dnsSuffixes.map(\.name)),
    ]
    return .object(
      Object(
        lists.filter { !$0.1.isEmpty }.map { ($0.0, .array($0.1.map { .string($0) })) }))
  }
}
