import BroadsealProvenance

/// The assertions that carry a label, in the terms of the manifest.
struct LabelAssertions {
  /// Which model took part; nil when none did.
  let disclosure: AIDisclosure?
  /// Origin and use of AI, as this house writes them.
  let label: BroadsealLabel

  /// The assertions of `label`.
  ///
  /// - Parameter uniqueID: names this piece of content when the label does not.
  init(_ label: Label, uniqueID: String) {
    disclosure = LabelAssertions.disclosure(of: label.ai)
    self.label = BroadsealLabel(
      origin: label.official.map(LabelAssertions.origin),
      ai: LabelAssertions.statement(label.ai, uniqueID),
      approval: label.approval.map { approval in
        BroadsealLabel.Approval(role: approval.role, record: approval.record, time: approval.time)
      },
      supersedes: label.supersedes)
  }

  private static func disclosure(of ai: AIStatement) -> AIDisclosure? {
    guard ai.use != .none else { return nil }
    return AIDisclosure(
      modelName: [ai.system, ai.version].compactMap(\.self).joined(separator: " ").nonEmpty,
      humanOversight: ai.humanReview == true ? .humanValidated : nil)
  }

  private static func origin(_ official: OfficialOrigin) -> BroadsealLabel.Origin {
    BroadsealLabel.Origin(
      jurisdiction: official.jurisdiction,
      agency: BroadsealLabel.Agency(
        id: official.agency.id, english: official.agency.english,
        japanese: official.agency.japanese),
      office: official.office, reference: official.reference, url: official.url,
      language: official.language)
  }

  private static func statement(_ ai: AIStatement, _ uniqueID: String) -> BroadsealLabel.AI {
    let use: BroadsealLabel.AI.Use =
      switch ai.use {
      case .none: .noneUsed
      case .generated: .generated
      case .altered: .altered
      }
    return BroadsealLabel.AI(
      use: use, uniqueID: ai.uniqueID ?? uniqueID, scope: ai.scope, provider: ai.provider,
      system: ai.system, version: ai.version, deepfake: ai.deepfake, humanReview: ai.humanReview,
      review: ai.review.map { review in
        BroadsealLabel.AI.Review(role: review.role, time: review.time, version: review.version)
      },
      editorialResponsibility: ai.editorialResponsibility)
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
