import BroadsealJSON

/// A public body that issues documents.
package struct Agency: Hashable, Sendable {
  /// Another register's name for the same body.
  package struct Identifier: Hashable, Sendable {
    /// Which register.
    package enum Kind: String, CaseIterable, Sendable {
      /// As in the certificate (ETSI EN 319 412-1 §5.1.4), such as `GOVUS-…`.
      case organizationIdentifier
      /// The Japanese corporate number, 13 digits.
      case japaneseCorporateNumber = "jp-corporate-number"
      /// An identifier of an originator profile.
      case originatorProfile = "op-id"
    }

    /// Which register.
    package let kind: Kind
    /// The identifier in that register.
    package let value: String

    /// An identifier in a register.
    package init(_ kind: Kind, _ value: String) {
      self.kind = kind
      self.value = value
    }
  }

  /// What `org.broadseal.label` must carry as its agency id.
  package let id: String
  /// The names to be shown, at least one.
  package let names: LocalizedText
  /// The same body in other registers.
  package let alternatives: [Identifier]

  /// An agency.
  package init(id: String, names: LocalizedText, alternatives: [Identifier] = []) {
    self.id = id
    self.names = names
    self.alternatives = alternatives
  }
}

extension Agency {
  init(_ fields: ListFields) throws(TrustError) {
    try fields.allowOnly(["id", "names", "alt"])
    id = try fields.text("id")
    names = try LocalizedText(objectAt: "names", of: fields)
    var alternatives: [Identifier] = []
    for item in try fields.objects("alt") {
      try item.allowOnly(["type", "value"])
      guard let kind = Identifier.Kind(rawValue: try item.text("type")) else {
        throw item.malformed("type", "is unknown")
      }
      alternatives.append(Identifier(kind, try item.text("value")))
    }
    self.alternatives = alternatives
  }

  var asValue: Value {
    var members: [(String, Value)] = [("id", .string(id)), ("names", names.asObject)]
    if !alternatives.isEmpty {
      members.append(
        (
          "alt",
          .array(
            alternatives.map {
              .object(["type": .string($0.kind.rawValue), "value": .string($0.value)])
            })
        ))
    }
    return .object(Object(members))
  }
}
