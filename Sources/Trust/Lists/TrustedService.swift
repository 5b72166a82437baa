package import BroadsealBytes
package import BroadsealOpenSSL

/// One service of a trusted entity: certificates, how long they were believed in, and for what.
package struct TrustedService: Hashable, Sendable {
  /// What the service is called.
  package let names: LocalizedText
  /// `ServiceTypeIdentifier`; nil in lists that do not say, as C2PA's.
  package let type: ServiceType?
  /// `ServiceDigitalIdentity.X509Certificates`: each is an anchor.
  package let certificates: [Certificate]
  /// The status now.
  package let current: StatusPeriod
  /// Earlier statuses, in the order of the list.
  package let history: [StatusPeriod]
  /// For whom it speaks; nil: it can never make a document official.
  package let scope: Scope?
  /// What was withdrawn of a service without scope, such as a time-stamping authority.
  package let invalidSince: [Invalidation]

  /// A service; see the properties.
  package init(
    names: LocalizedText, type: ServiceType?, certificates: [Certificate], current: StatusPeriod,
    history: [StatusPeriod] = [], scope: Scope? = nil, invalidSince: [Invalidation] = []
  ) {
    self.names = names
    self.type = type
    self.certificates = certificates
    self.current = current
    self.history = history
    self.scope = scope
    self.invalidSince = invalidSince
  }

  /// Whether the list believed in the service at any time that it knows of.
  var wasGranted: Bool { ([current] + history).contains { $0.status == .granted } }

  /// Whether the list believed in the service at `time`.
  ///
  /// The status in force is the one that started last; of two that started together, any that is not
  /// `granted` wins. Before the first start nothing is believed.
  package func isGranted(at time: UTCTime) -> Bool {
    let begun = ([current] + history).filter { $0.start.map { $0 <= time } ?? true }
    let latest = begun.map(\.start).reduce(nil) { earlier, next in
      earlier.map { first in next.map { max(first, $0) } ?? first } ?? next
    }
    let inForce = begun.filter { $0.start == latest }
    return !inForce.isEmpty && inForce.allSatisfy { $0.status == .granted }
  }
}
