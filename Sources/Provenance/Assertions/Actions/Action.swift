package import BroadsealCBOR

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

extension Action {
  private static let code = StatusCode.assertionActionMalformed

  /// Reads an action of either version.
  ///
  /// - Throws: `assertion.action.malformed` without a name, with a field of another type, with
  ///   `when` beside `whenStart` or `whenEnd`, or with a start after the end (C2PA 2.5 §14.10.4.2.4).
  package init(_ value: CBOR.Value, version: Int) throws(Problem) {
    try self.init(value, version: version, isRelated: false)
  }

  private init(_ value: CBOR.Value, version: Int, isRelated: Bool) throws(Problem) {
    let code = Action.code
    guard value.map != nil else { throw Problem(code, "an action is no map") }
    name = try value.requiredText("action", orThrow: code)
    when = try Action.time(value, "when")
    whenStart = version == 1 ? nil : try Action.time(value, "whenStart")
    whenEnd = version == 1 ? nil : try Action.time(value, "whenEnd")
    guard when == nil || (whenStart == nil && whenEnd == nil) else {
      throw Problem(code, "an action has both a time and a span of time")
    }
    if let start = whenStart?.time, let end = whenEnd?.time, start > end {
      throw Problem(code, "an action ends before it starts")
    }
    softwareAgent = try Action.agent(value)
    softwareAgentIndex = value["softwareAgentIndex"]?.int
    description = try value.optionalText("description", orThrow: code)
    digitalSourceType = try value.optionalText("digitalSourceType", orThrow: code)
    reason = try value.optionalText("reason", orThrow: code)
    parameters = try value.optionalMap("parameters", orThrow: code).map { value throws(Problem) in
      try ActionParameters(value)
    }
    related =
      isRelated
      ? []
      : try value.optionalList("related", orThrow: code) { entry throws(Problem) in
        try Action(entry, version: version, isRelated: true)
      } ?? []
  }

  private static func time(_ value: CBOR.Value, _ key: String) throws(Problem) -> StatedTime? {
    guard let field = value.field(key) else { return nil }
    guard let time = StatedTime(field) else { throw Problem(code, "the field \(key) is no date") }
    return time
  }

  /// Version 1 has a text here, version 2 a map; writers of both wrote both.
  private static func agent(_ value: CBOR.Value) throws(Problem) -> GeneratorInfo? {
    guard let agent = value.field("softwareAgent") else { return nil }
    if let name = agent.text { return GeneratorInfo(name: name) }
    return try GeneratorInfo(agent, orThrow: code)
  }

  /// The action-item-map-v2 as it is written.
  package var asValue: CBOR.Value {
    .map(
      CBOR.Map([
        ("action", .text(name)), ("when", when?.asValue), ("whenStart", whenStart?.asValue),
        ("whenEnd", whenEnd?.asValue), ("softwareAgent", softwareAgent?.asValue),
        ("softwareAgentIndex", softwareAgentIndex.map { CBOR.Value($0) }),
        ("description", description.map(CBOR.Value.text)),
        ("digitalSourceType", digitalSourceType.map(CBOR.Value.text)),
        ("reason", reason.map(CBOR.Value.text)), ("parameters", parameters?.asValue),
        ("related", related.isEmpty ? nil : .array(related.map(\.asValue))),
      ]))
  }
}

/// Further facts about an action (C2PA 2.4 §18.15.4.7, parameters-map in both versions).
package struct ActionParameters: Hashable, Sendable {
  /// Every field, those of the writer's own included.
  package let map: CBOR.Map
  /// The ingredients the action is about: `ingredients`, or `ingredient` in version 1; nil when
  /// neither is there.
  package let ingredients: [HashedURI]?
  /// Assertions about the action; nil when the field is not there.
  package let relatedAssertions: [HashedURI]?
  /// Reference to what was redacted.
  package let redacted: String?

  /// Parameters to write: the ingredients and whatever else the action says.
  package init(ingredients: [HashedURI]? = nil, _ more: [(String, CBOR.Value?)] = []) {
    self.ingredients = ingredients
    relatedAssertions = nil
    redacted = nil
    let entry = ingredients.map { CBOR.Value.array($0.map(\.asValue)) }
    map = CBOR.Map([("ingredients", entry)] + more)
  }

  /// Reads a map.
  ///
  /// - Throws: `assertion.action.ingredientMismatch` when an ingredient field is no reference or no
  ///   array with one, `assertion.action.redactionMismatch` and `assertion.action.malformed` for the
  ///   other fields (C2PA 2.5 §14.10.4.2.4).
  package init(_ value: CBOR.Value) throws(Problem) {
    guard let map = value.map else {
      throw Problem(.assertionActionMalformed, "the parameters of an action are no map")
    }
    self.map = map
    let mismatch = StatusCode.assertionActionIngredientMismatch
    if let single = try value.optionalReference("ingredient", orThrow: mismatch) {
      ingredients = [single]
    } else {
      ingredients = try value.optionalReferences("ingredients", orThrow: mismatch)
      guard ingredients.map({ !$0.isEmpty }) ?? true else {
        throw Problem(mismatch, "the field ingredients is empty")
      }
    }
    let malformed = StatusCode.assertionActionMalformed
    relatedAssertions = try value.optionalReferences("relatedAssertions", orThrow: malformed)
    guard relatedAssertions.map({ !$0.isEmpty }) ?? true else {
      throw Problem(malformed, "the field relatedAssertions is empty")
    }
    redacted = try value.optionalText("redacted", orThrow: .assertionActionRedactionMismatch)
  }

  /// The map as it is written.
  package var asValue: CBOR.Value { .map(map) }
}
