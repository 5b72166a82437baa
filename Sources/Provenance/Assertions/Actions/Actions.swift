package import BroadsealCBOR

/// What was done to an asset: `c2pa.actions` and `c2pa.actions.v2` (C2PA 2.4 §18.15).
package struct Actions: Hashable, Sendable {
  /// Label of what the house writes.
  package static let label = "c2pa.actions.v2"

  /// 1 or 2, as the label says.
  package let version: Int
  /// The actions in order.
  package let actions: [Action]
  /// Defaults for actions of a name, or of every name (`*`), still as received.
  package let templates: [CBOR.Map]
  /// Programs that actions name by index.
  package let softwareAgents: [GeneratorInfo]
  /// Whether the writer says that nothing else was done; nil when it says nothing.
  package let allActionsIncluded: Bool?
  /// Assertion metadata as received.
  package let metadata: CBOR.Map?

  /// Actions to write; `allActionsIncluded` is always stated.
  package init(_ actions: [Action], allActionsIncluded: Bool) {
    version = 2
    self.actions = actions
    templates = []
    softwareAgents = []
    self.allActionsIncluded = allActionsIncluded
    metadata = nil
  }

  /// Reads an assertion.
  ///
  /// - Parameter version: 1 or 2, as the label says.
  /// - Throws: `assertion.action.malformed` without actions or with one that cannot be read, and the
  ///   codes of `ActionParameters` (C2PA 2.5 §14.10.4.2.4).
  package init(_ value: CBOR.Value, version: Int) throws(Problem) {
    let code = StatusCode.assertionActionMalformed
    self.version = version
    let actions = try value.optionalList("actions", orThrow: code) { entry throws(Problem) in
      try Action(entry, version: version)
    }
    guard let actions, !actions.isEmpty else {
      throw Problem(code, "the field actions is missing or empty")
    }
    self.actions = actions
    templates = (try value.optionalArray("templates", orThrow: code) ?? []).compactMap(\.map)
    softwareAgents =
      try value.optionalList("softwareAgents", orThrow: code) { entry throws(Problem) in
        try GeneratorInfo(entry, orThrow: code)
      } ?? []
    allActionsIncluded = try value.optionalFlag("allActionsIncluded", orThrow: code)
    metadata = try AssertionMetadata.read(value)
  }

  /// Reads an assertion by its label; nil when it lists no actions.
  package init?(_ assertion: Assertion) throws(Problem) {
    guard assertion.label.isActions, let value = assertion.cbor else { return nil }
    try self.init(value, version: assertion.label.isOne(of: [Actions.label]) ? 2 : 1)
  }

  /// The program that did `action`, wherever it is named.
  package func softwareAgent(of action: Action) -> GeneratorInfo? {
    if let agent = action.softwareAgent { return agent }
    guard let index = action.softwareAgentIndex, softwareAgents.indices.contains(index) else {
      return nil
    }
    return softwareAgents[index]
  }

  /// The kind of source of `action`: its own, or else that of the templates that apply, the later
  /// one first (C2PA 2.5 §16.4.1.6.1).
  package func digitalSourceType(of action: Action) -> String? {
    if let own = action.digitalSourceType { return own }
    return templates(for: action).compactMap { $0["digitalSourceType"]?.text }.last
  }

  /// The parameter `key` of `action`: its own, or else that of the templates that apply, the later one
  /// first; `templateParameters` is an older name of the same (C2PA 2.5 §16.4.1.6.1).
  package func parameter(_ key: String, of action: Action) -> CBOR.Value? {
    if let own = action.parameters?.map[key] { return own }
    return templates(for: action).compactMap { template in
      template["parameters"]?[key] ?? template["templateParameters"]?[key]
    }.last
  }

  /// The templates that apply to `action`, in the order in which each overrides the one before.
  private func templates(for action: Action) -> [CBOR.Map] {
    templates.filter { $0["action"]?.text == "*" }
      + templates.filter { $0["action"]?.text == action.name }
  }

  /// The actions-map-v2 as it is written.
  package var asValue: CBOR.Value {
    .map(
      CBOR.Map([
        ("actions", .array(actions.map(\.asValue))),
        ("templates", templates.isEmpty ? nil : .array(templates.map(CBOR.Value.map))),
        (
          "softwareAgents", softwareAgents.isEmpty ? nil : .array(softwareAgents.map(\.asValue))
        ),
        ("allActionsIncluded", .boolean(allActionsIncluded ?? false)),
        ("metadata", metadata.map(CBOR.Value.map)),
      ]))
  }
}
