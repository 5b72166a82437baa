import OpenSSL
import Provenance
import Trust

/// The second axis of a proved asset.
enum OriginJudgement {
  /// Who issued it, as far as the given lists know.
  static func origin(of facts: OfficialCase) -> Origin {
    let reasons = OfficialConditions.reasons(in: facts)
    let credential = facts.credential
    let signer = Signer(
      subject: credential.subject, name: credential.name, spki: credential.spki,
      algorithm: facts.manifest.signature.algorithm.name)
    guard let candidate = facts.candidate, candidate.mismatches.isEmpty else {
      return Origin(status: lesserStatus(of: facts), signer: signer, reasons: reasons)
    }
    let list = candidate.anchors.list
    let agency = candidate.entry.scope.agency
    let names = agency.names.entries.map { ($0.language, $0.value) }
    return Origin(
      status: reasons.isEmpty ? .official : lesserStatus(of: facts),
      agency: Agency(
        id: agency.id, names: Dictionary(names, uniquingKeysWith: { first, _ in first })),
      jurisdiction: candidate.entry.scope.jurisdiction.code,
      list: RecognisedList(
        name: list.scheme, sequence: Int(list.sequence),
        recognisedBy: list.isPinned ? nil : candidate.entry.recognisedBy.first),
      signer: signer, reasons: reasons,
      basis: reasons.isEmpty ? BasisReading.basis(of: facts) : nil)
  }

  /// What is left when a document is not official.
  private static func lesserStatus(of facts: OfficialCase) -> Origin.Status {
    let credential = facts.credential
    let log = facts.log
    guard !log.has(.claimSignatureOutsideValidity), !log.has(.signingCredentialInvalid),
      !log.has(.signingCredentialOcspRevoked)
    else { return .unrecognised }
    if facts.context.allows(credential) { return .known }
    guard log.has(.signingCredentialTrusted), let tools = facts.context.toolAnchors,
      case .success = facts.context.chains.path(of: credential, to: tools, at: facts.signedAt)
    else { return .unrecognised }
    return .recognisedTool
  }
}
