package import BroadsealCBOR

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
