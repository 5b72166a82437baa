package import BroadsealCBOR

/// Which model took part: `c2pa.ai-disclosure`, new in C2PA 2.4 (C2PA 2.5 §16.8.2).
package struct AIDisclosure: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "c2pa.ai-disclosure"

  /// How far people took part.
  package enum HumanOversight: String, CaseIterable, Sendable {
    /// Nobody looked at what the model made.
    case fullyAutonomous = "fully_autonomous"
    /// People gave the prompts and approved nothing.
    case promptGuided = "prompt_guided"
    /// A person approved the result before it went out.
    case humanValidated = "human_validated"
  }

  /// Type of the model: `c2pa.types.model` and its refinements.
  package let modelType: String
  /// Name of the model.
  package let modelName: String?
  /// URI or package URL of the model.
  package let modelIdentifier: String?
  /// How far people took part, where it is stated in a known term.
  package let humanOversight: HumanOversight?
  /// arXiv categories.
  package let scientificDomain: [String]

  /// A disclosure to write.
  package init(
    modelType: String = "c2pa.types.model", modelName: String? = nil,
    modelIdentifier: String? = nil, humanOversight: HumanOversight? = nil
  ) {
    self.modelType = modelType
    self.modelName = modelName
    self.modelIdentifier = modelIdentifier
    self.humanOversight = humanOversight
    scientificDomain = []
  }

  /// Reads an assertion.
  ///
  /// - Throws: `general.error`, since the standard has no code of its own, without a model type or
  ///   for a field of another type.
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.generalError
    modelType = try value.requiredText("modelType", orThrow: code)
    modelName = try value.optionalText("modelName", orThrow: code)
    modelIdentifier = try value.optionalText("modelIdentifier", orThrow: code)
    let profile = try value.optionalMap("contentProfile", orThrow: code)
    let level = try profile?.optionalText("humanOversightLevel", orThrow: code)
    humanOversight = level.flatMap(HumanOversight.init)
    // C2PA 2.4 shows a single text here, its schema a list.
    if let single = value["scientificDomain"]?.text {
      scientificDomain = [single]
    } else {
      scientificDomain = try value.optionalTexts("scientificDomain", orThrow: code) ?? []
    }
  }

  /// The map as it is written.
  package var asValue: CBOR.Value {
    let profile = humanOversight.map { level -> CBOR.Value in
      ["humanOversightLevel": .text(level.rawValue)]
    }
    let domains = scientificDomain.map(CBOR.Value.text)
    return .map(
      CBOR.Map([
        ("modelType", .text(modelType)), ("modelName", modelName.map(CBOR.Value.text)),
        ("modelIdentifier", modelIdentifier.map(CBOR.Value.text)), ("contentProfile", profile),
        ("scientificDomain", domains.isEmpty ? nil : .array(domains)),
      ]))
  }
}
