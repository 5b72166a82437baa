package import BroadsealNotes
package import BroadsealVerifying

/// What an audit has to say against a file: a rule that it does not keep.
///
/// Every finding rests on a rule, of the policy that was given or of the ones that are built in, and says
/// what to do. The notes of a verdict (`Finding`) are what it was found out by.
package struct AuditFinding: Sendable, Hashable {
  /// What is the matter, gravest first.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The bytes are not those that were signed.
    case altered
    /// There is a label, and it does not hold or cannot be read.
    case labelFails = "label-fails"
    /// It had a label when it was audited before, and none is found any more.
    case labelLost = "label-lost"
    /// It had a label when it was audited before, and neither it nor a file of the same bytes is there any more.
    case documentLost = "document-lost"
    /// The label claims to be official, and no list that was given vouches for its signer.
    case claimed
    /// The label claims to be official, a list knows its signer, and a condition of being official fails.
    case conditionFails = "condition-fails"
    /// A PDF without a label was changed after it got its signature, whoever signed it.
    case sealChanged = "seal-changed"
    /// Statements about the use of AI contradict each other.
    case aiConflict = "ai-conflict"
    /// A rule of the policy asks for something else.
    case requirement
    /// It stands in the register, and is not there.
    case missing
    /// It is there, and does not stand in the register.
    case unregistered
    /// Nobody can tell whether it is official: no list was given, or it is out of date.
    case undecided
    /// The file, or its separate label, could not be read.
    case unreadable
    /// It changed while it was read.
    case changed
    /// It is encrypted.
    case encrypted
    /// It is larger than what the run judges.
    case tooLarge = "too-large"
    /// Only a part of it could be looked at.
    case partial
    /// This version does not look inside files of its format.
    case notRead = "not-read"
    /// It is a label whose document is not there.
    case strayLabel = "stray-label"
    /// Somebody on a list signed it, and its name says another kind of file than it is.
    case misnamed
    /// It is signed, by somebody whom no list vouches for, and claims nothing.
    case unrecognised
    /// An agency that a list knows signed or sealed it, and it is not official.
    case notOfficial = "not-official"
    /// It carries no label.
    case noLabel = "no-label"
    /// No rule of the policy is about it.
    case unmatched
    /// A rule of the policy is about no file.
    case unusedRule = "unused-rule"
    /// A rule of the policy asks for an agency that no list has which was given.
    case unlistedAgency = "unlisted-agency"
    /// A waiver of the policy has ended.
    case endedWaiver = "ended-waiver"

    /// Why nobody looked, as a kind of finding.
    package init(_ unjudged: Unjudged) {
      self =
        switch unjudged {
        case .unreadable: .unreadable
        case .changed: .changed
        case .encrypted: .encrypted
        case .tooLarge: .tooLarge
        case .partial: .partial
        case .notRead: .notRead
        }
    }

    /// Whether it says that something was not looked at, rather than that something is wrong.
    package var isGap: Bool {
      switch self {
      case .unreadable, .changed, .encrypted, .tooLarge, .partial, .notRead: true
      case .altered, .labelFails, .labelLost, .documentLost, .claimed, .conditionFails,
        .sealChanged, .aiConflict,
        .requirement, .undecided, .strayLabel, .misnamed, .unrecognised, .notOfficial, .noLabel,
        .unmatched,
        .unusedRule, .unlistedAgency, .endedWaiver, .missing,
        .unregistered:
        false
      }
    }
  }

  /// What is the matter.
  package let kind: Kind
  /// How much it matters, by its rule.
  package let severity: Finding.Severity
  /// Identifier of the rule: the policy's own (`REL-001`), or one that is built in (`BASE-ALTERED`).
  package let rule: String
  /// Title of the rule, in the policy's words; nil where it has none.
  package let title: String?
  /// The code that tells most about it; nil where the kind says it all.
  package let code: Code?
  /// What the rule asks for and the file is not; empty for rules that are built in.
  package private(set) var shortfalls: [Shortfall]
  /// Identifiers of the controls that the rule serves, in the policy's words.
  package let controls: [String]
  /// What to do about it, in the policy's words; nil where it says nothing.
  package let remedy: String?
  /// Whether it is only open because the file was not looked at to the end.
  package let isGap: Bool
  /// The waiver under which it does not count; nil where it counts.
  package var waiver: Waiver?

  /// A finding under `rule`.
  package init(
    _ kind: Kind, _ severity: Finding.Severity, rule: String, title: String? = nil,
    code: Code? = nil, shortfalls: [Shortfall] = [], controls: [String] = [],
    remedy: String? = nil, isGap: Bool? = nil
  ) {
    self.kind = kind
    self.severity = severity
    self.rule = rule
    self.title = title
    self.code = code
    self.shortfalls = shortfalls
    self.controls = controls
    self.remedy = remedy
    self.isGap = isGap ?? kind.isGap
  }
}

extension AuditFinding {
  /// The code without which the sentence about it says too little: why a signed file is not official.
  package var reason: Code? {
    switch kind {
    case .conditionFails, .notOfficial: code
    case .partial: code?.nature == .broken ? code : nil
    case .claimed, .unrecognised: code?.condition == 5 ? code : nil
    case .undecided: isOfClock ? code : nil
    default: nil
    }
  }

  /// The same about an archive of which only the outside was looked at.
  var ofClosedArchive: AuditFinding {
    guard kind == .noLabel || kind == .notRead else { return self }
    var finding = AuditFinding(
      kind, severity, rule: rule, title: title, code: PlaceCode.archiveClosed.code,
      shortfalls: shortfalls, controls: controls, remedy: remedy, isGap: isGap)
    finding.waiver = waiver
    return finding
  }

  /// Whether it is about an archive at whose files nobody looked.
  package var isOfClosedArchive: Bool { code == PlaceCode.archiveClosed.code }

  /// Whether nobody can tell because of the authority of its time stamp, and not of a list of agencies.
  package var isOfClock: Bool { kind == .undecided && code == OfficialCode.undecided.code }

  /// Values that one sentence names at the most.
  private static let maximumFound = 4

  /// Adds what another file lacks by the same rule, so that one sentence is true of both.
  mutating func addShortfalls(of other: AuditFinding) {
    guard shortfalls != other.shortfalls else { return }
    for more in other.shortfalls {
      let place = shortfalls.firstIndex {
        $0.criterion == more.criterion && $0.isDenied == more.isDenied
      }
      guard let place else {
        shortfalls.append(more)
        continue
      }
      let found = shortfalls[place].found
      let added = more.found.filter { !found.contains($0) }
      guard !added.isEmpty, found.count < AuditFinding.maximumFound else { continue }
      shortfalls[place] = Shortfall(
        more.criterion, isDenied: more.isDenied,
        found: Array((found + added).prefix(AuditFinding.maximumFound)))
    }
  }
}

/// One thing that a rule asks of a file, and what the file is instead.
package struct Shortfall: Sendable, Hashable {
  /// What is asked.
  package let criterion: Criterion
  /// Whether the rule denies it, rather than requires it.
  package let isDenied: Bool
  /// What the file is, as machine formats spell it.
  package let found: [String]

  /// A criterion that is not met, or met where it must not be.
  package init(_ criterion: Criterion, isDenied: Bool, found: [String]) {
    self.criterion = criterion
    self.isDenied = isDenied
    self.found = found
  }
}

extension AuditFinding: Comparable {
  /// Whether the left one is to be told first: the graver, then the one whose kind is.
  package static func < (left: AuditFinding, right: AuditFinding) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.kind != right.kind { return left.kind.rank < right.kind.rank }
    return left.rule.utf8.lexicographicallyPrecedes(right.rule.utf8)
  }
}

extension AuditFinding.Kind {
  /// Whether it is about a document that is not there.
  package var isOfAbsence: Bool { self == .missing || self == .documentLost }

  /// Identifier of the rule that is built in for it.
  package var rule: String {
    let prefix =
      switch self {
      case .unmatched, .unusedRule, .unlistedAgency, .endedWaiver: "POL-"
      case .missing, .unregistered: "REG-"
      default: "BASE-"
      }
    return prefix + rawValue.uppercased()
  }

  /// Place in the order of gravity.
  package var rank: Int { AuditFinding.Kind.ranks[self] ?? 0 }

  private static let ranks: [AuditFinding.Kind: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
