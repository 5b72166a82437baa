import BroadsealAuditing
import BroadsealTrust
import BroadsealVerifying

extension Policy {
  /// What is the matter with rules that ask for agencies which no list has; nothing where no list was given.
  func findings(by context: TrustContext) -> [AuditFinding] {
    guard !context.government.isEmpty else { return [] }
    let scopes = context.government.flatMap(\.content.services).compactMap { listed in
      listed.service.scope ?? listed.service.seal?.scope
    }
    return findings(listed: Set(scopes.map(\.agency.id)))
  }
}
