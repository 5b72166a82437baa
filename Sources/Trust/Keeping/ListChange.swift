/// One difference between two editions of a list.
package struct ListChange: Hashable, Sendable {
  /// What became different. Those that lose something come first.
  package enum Kind: String, CaseIterable, Sendable {
    /// An agency has no service any more.
    case agencyGone = "agency-gone"
    /// One of several services of an agency, or a time-stamp authority, is not there any more.
    case serviceGone = "service-gone"
    /// A service has lost a certificate, and nothing of the same body has its key any more.
    case certificateGone = "certificate-gone"
    /// A service was granted for a time, and the list does not say so any more.
    case historyGone = "history-gone"
    /// A withdrawal is not there any more.
    case withdrawalGone = "withdrawal-gone"
    /// A withdrawal begins later than it did.
    case withdrawalLater = "withdrawal-later"
    /// A withdrawal was for a compromise and is for a lesser reason now.
    case withdrawalWeaker = "withdrawal-weaker"
    /// Another list altogether: its English name.
    case scheme
    /// The country that the list speaks for.
    case territory
    /// The names of the scheme in other languages, or of its operator.
    case schemeNames = "scheme-names"
    /// The keys that sign from now on.
    case listKeys = "list-keys"
    /// What the list tells of earlier changes of keys.
    case keyChanges = "key-changes"
    /// A list of others is recognised.
    case recognitionNew = "recognition-new"
    /// A list of others is not recognised any more.
    case recognitionGone = "recognition-gone"
    /// A recognition is for other labels, jurisdictions or dates.
    case recognitionChanged = "recognition-changed"
    /// An agency is on the list for the first time.
    case agencyNew = "agency-new"
    /// A further service of an agency, or a time-stamp authority.
    case serviceNew = "service-new"
    /// A service that grants nothing came or went.
    case idleService = "idle-service"
    /// A service has a further certificate.
    case certificateNew = "certificate-new"
    /// A certificate went, and another has its key.
    case certificateReplaced = "certificate-replaced"
    /// A service is granted, or granted again.
    case granted
    /// A service is not granted any more.
    case ended
    /// The times in which a service was granted.
    case statusDates = "status-dates"
    /// A rule of a scope lets more through.
    case scopeWider = "scope-wider"
    /// A rule of a scope lets less through.
    case scopeNarrower = "scope-narrower"
    /// A rule of a scope lets other things through.
    case scopeOther = "scope-other"
    /// A key or a certificate is withdrawn.
    case withdrawalNew = "withdrawal-new"
    /// A withdrawal begins earlier than it did, or has a graver reason.
    case withdrawalStronger = "withdrawal-stronger"
    /// The names of an agency.
    case agencyNames = "agency-names"
    /// An agency's numbers in other registers.
    case agencyNumbers = "agency-numbers"
    /// The names of the organisation that runs a service.
    case entityNames = "entity-names"
    /// The names of a service.
    case serviceNames = "service-names"
    /// Something that nothing is decided by: addresses, links, notices.
    case other

    /// Whether what was official, or withdrawn, is so no longer.
    package var isLoss: Bool {
      switch self {
      case .agencyGone, .serviceGone, .certificateGone, .historyGone, .withdrawalGone,
        .withdrawalLater, .withdrawalWeaker:
        true
      default: false
      }
    }
  }

  /// What became different.
  package let kind: Kind
  /// What `--accept-loss` and searches name: an agency's id, SHA-256 of a key, or a serial number. Several
  /// changes may have one.
  package let id: String?
  /// The agency's id, where it is about one.
  package let agency: String?
  /// The organisation and its service as people know them; untrusted text.
  package let place: String?
  /// The member of the list or scope.
  package let member: String?
  /// What stood there; untrusted text.
  package let before: [String]
  /// What stands there now; untrusted text.
  package let after: [String]

  /// A difference.
  package init(
    _ kind: Kind, id: String? = nil, agency: String? = nil, place: String? = nil,
    member: String? = nil, before: [String] = [], after: [String] = []
  ) {
    self.kind = kind
    self.id = id
    self.agency = agency
    self.place = place
    self.member = member
    self.before = before
    self.after = after
  }

  /// Whether something is lost by it.
  package var isLoss: Bool { kind.isLoss }

  /// Its kind and its ID: `withdrawal-gone:ID`; nil where it has none.
  package var qualifiedID: String? { id.map { "\(kind.rawValue):\($0)" } }
}

extension ListChange {
  /// Puts changes in an order that follows from what they are, wherever they stood.
  static func sorted(_ changes: Set<ListChange>) -> [ListChange] {
    let rank = Dictionary(
      uniqueKeysWithValues: Kind.allCases.enumerated().map { ($0.element, $0.offset) })
    return changes.map { (change: $0, key: $0.sortKey) }.sorted { one, other in
      let (first, second) = (rank[one.change.kind] ?? 0, rank[other.change.kind] ?? 0)
      return first != second ? first < second : one.key.lexicographicallyPrecedes(other.key)
    }.map(\.change)
  }

  private var sortKey: [UInt8] {
    let texts = [agency, place, member, id].map { $0 ?? "" } + before + [""] + after
    return texts.flatMap { Array($0.utf8) + [0] }
  }
}
