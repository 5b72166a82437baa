/// One action (C2PA 2.4 §18.15, action-items-map in both versions).
package struct Action: Hashable, Sendable {
  /// What was done: `c2pa.created`, `c2pa.edited`, a name of the writer's own.
  package let name: String
  /// When it was done, as the claim generator says.
  package let when: StatedTime?
  /// Earliest start, in place of `when`.
  package let whenStart: StatedTime?
  /// Latest end, in place of `when`.
  package let whenEnd: StatedTime?
  /// The program that did it, where the action itself says so.
  package let softwareAgent: GeneratorInfo?
  /// Which of the assertion's programs did it, counted from zero.
  package let softwareAgentIndex: Int?
  /// Free text.
  package let description: String?
  /// The kind of source as received; read it with `DigitalSourceType`.
  package let digitalSourceType: String?
  /// Why it was done: required when something was redacted.
  package let reason: String?
  /// Further facts.
  package let parameters: ActionParameters?
  /// Actions that belong to this one.
  package let related: [Action]

  /// An action to write.
  package init(
    _ name: String, when: StatedTime? = nil, softwareAgent: GeneratorInfo? = nil,
    description: String? = nil, digitalSourceType: DigitalSourceType? = nil,
    reason: String? = nil, parameters: ActionParameters? = nil
  ) {
    self.name = name
    self.when = when
    whenStart = nil
    whenEnd = nil
    self.softwareAgent = softwareAgent
    softwareAgentIndex = nil
    self.description = description
    self.digitalSourceType = digitalSourceType?.rawValue
    self.reason = reason
    self.parameters = parameters
    related = []
  }

  /// Whether the action begins an asset: exactly one such action begins every manifest.
  package var isInception: Bool { name == "c2pa.created" || name == "c2pa.opened" }
}
