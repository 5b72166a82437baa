package import BroadsealVerifying

/// One thing that a rule can ask of a file.
///
/// Within one criterion the values are alternatives: any of them will do.
package enum Criterion: Sendable, Hashable {
  /// Whether the file was looked at to the end (`judged`).
  case judged(Bool)
  /// The first axis (`integrity`).
  case integrity([Integrity])
  /// Whether it carries a label that holds for all of it (`holds`).
  case holds(Bool)
  /// The second axis (`origin`). Official is only what is so as a whole.
  case origin([Origin.Status])
  /// Whether a label or a seal says who issued it (`basis`).
  case basis([Origin.Speaker])
  /// The agency, by its identifier in the list (`agency`).
  case agency([String])
  /// The jurisdiction, by the list (`jurisdiction`).
  case jurisdiction([String])
  /// Whether its label claims to be official (`claim`).
  case claim(Bool)
  /// What its PDF signatures make of a document without a label (`seal`).
  case seal([SealState])
  /// How its time is known (`timestamp`).
  case timestamp([TimeState])
  /// The third axis (`ai`).
  case ai([AIUse.Status])
  /// What the statement about AI has to name (`ai_fields`): all of them.
  case aiFields([AIField])
  /// Whether the label says that a person reviewed it (`human_review`).
  case humanReview(Bool)
  /// The format by content (`format`).
  case format([String])
  /// Where its label stands (`label`).
  case label([LabelPlace])
  /// Most days since its trusted time stamp (`max_age_days`).
  case maximumAge(Int)
  /// Fewest days for which the signer's certificate still is valid (`certificate_days`).
  case certificateDays(Int)
  /// Codes among the reasons and notes of the verdict (`codes`).
  case codes([String])

  /// How a time is known.
  package enum TimeState: String, Sendable, Hashable, CaseIterable {
    /// By a trusted time stamp.
    case trusted
    /// By the signer's word alone.
    case claimed
    /// Not at all.
    case none
  }

  /// A field of the statement about AI.
  package enum AIField: String, Sendable, Hashable, CaseIterable {
    case system, version, provider, scope
  }

  /// Where a label stands.
  package enum LabelPlace: String, Sendable, Hashable, CaseIterable {
    /// In the file.
    case inside
    /// In a file of its own.
    case beside
    /// Nowhere.
    case none
  }

  /// The key under which a policy has it.
  package var key: String {
    switch self {
    case .judged: "judged"
    case .integrity: "integrity"
    case .holds: "holds"
    case .origin: "origin"
    case .basis: "basis"
    case .agency: "agency"
    case .jurisdiction: "jurisdiction"
    case .claim: "claim"
    case .seal: "seal"
    case .timestamp: "timestamp"
    case .ai: "ai"
    case .aiFields: "ai_fields"
    case .humanReview: "human_review"
    case .format: "format"
    case .label: "label"
    case .maximumAge: "max_age_days"
    case .certificateDays: "certificate_days"
    case .codes: "codes"
    }
  }

  /// The values, as a policy spells them.
  package var values: [String] {
    switch self {
    case .judged(let flag), .holds(let flag), .claim(let flag), .humanReview(let flag):
      [flag ? "true" : "false"]
    case .integrity(let values): values.map(\.rawValue)
    case .origin(let values): values.map(\.rawValue)
    case .basis(let values): values.map(\.rawValue)
    case .agency(let values), .jurisdiction(let values), .format(let values), .codes(let values):
      values
    case .seal(let values): values.map(\.rawValue)
    case .timestamp(let values): values.map(\.rawValue)
    case .ai(let values): values.map(\.rawValue)
    case .aiFields(let values): values.map(\.rawValue)
    case .label(let values): values.map(\.rawValue)
    case .maximumAge(let days), .certificateDays(let days): [String(days)]
    }
  }

  /// Every key, in the order in which pages list them.
  package static let keys = [
    "judged", "integrity", "holds", "origin", "basis", "agency", "jurisdiction", "claim", "seal",
    "timestamp", "ai", "ai_fields", "human_review", "format", "label", "max_age_days",
    "certificate_days", "codes",
  ]
}
