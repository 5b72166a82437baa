import BroadsealNotes
import BroadsealProvenance
import BroadsealTrust

/// Condition 6: the signer itself labels the document official, for the agency and the jurisdiction
/// of its entry, and may do so.
enum LabelCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Note] {
    let reading = facts.manifest.labelReading
    if let fault = reading.fault { return [fault] }
    guard let label = reading.label, let origin = label.origin else {
      return [
        Note(OfficialCode.notOfficial)
      ]
    }
    guard let entry = facts.candidate?.entry else { return [] }
    return entry.mismatches(
      labels: kinds(of: label), agency: origin.agency.id, jurisdiction: origin.jurisdiction
    ).map { ScopeCondition.reason(of: $0, condition: .label) }
  }

  private static func kinds(of label: BroadsealLabel) -> Set<LabelKind> {
    switch label.ai.use {
    case .noneUsed: [.official]
    case .generated: [.official, .aiGenerated]
    case .altered: [.official, .aiAltered]
    }
  }
}
