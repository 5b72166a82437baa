package import BroadsealBytes
import BroadsealNotes
package import BroadsealVerifying

/// What a rule can ask about: a verdict, and the moment by which it was judged.
package struct Facts: Sendable {
  /// The verdict.
  package let verdict: Verdict
  /// The moment of judgement.
  package let time: UTCTime

  /// A verdict as of `time`.
  package init(_ verdict: Verdict, at time: UTCTime) {
    self.verdict = verdict
    self.time = time
  }
}

extension Criterion {
  /// Whether the file is so; nil where nobody can tell, because it was not looked at to the end.
  package func isMet(by facts: Facts) -> Bool? {
    let verdict = facts.verdict
    switch self {
    case .judged(let flag): return (verdict.unjudged == nil) == flag
    case .format(let kinds): return kinds.contains(verdict.format)
    default: break
    }
    guard verdict.unjudged == nil else { return nil }
    switch self {
    case .judged, .format: return nil
    case .integrity(let values): return values.contains(verdict.integrity)
    case .holds(let flag): return verdict.holds == flag
    case .origin(let values): return values.contains(verdict.originInWhole)
    case .basis(let values): return verdict.origin.map { values.contains($0.speaker) } ?? false
    case .agency(let ids): return verdict.origin?.agency.map { ids.contains($0.id) } ?? false
    case .jurisdiction(let names):
      return verdict.origin?.jurisdiction.map { names.contains($0) } ?? false
    case .claim(let flag): return (verdict.statement?.claim != nil) == flag
    case .seal(let values): return verdict.sealState.map { values.contains($0) } ?? false
    case .timestamp(let values): return values.contains(verdict.timeState)
    case .ai(let values): return values.contains(verdict.aiStatus)
    case .aiFields(let fields): return fields.allSatisfy { verdict.aiTold?.names($0) ?? false }
    case .humanReview(let flag): return verdict.isReviewed == flag
    case .label(let places): return places.contains(verdict.labelPlace)
    case .maximumAge(let days):
      guard let trusted = verdict.time?.trusted else { return false }
      return facts.days(since: trusted) <= days
    case .certificateDays(let days):
      guard let end = verdict.origin?.signer?.notAfter else { return false }
      return facts.days(until: end) >= days
    case .codes(let codes): return verdict.allCodes.contains { codes.contains($0) }
    }
  }

  /// What the file is in this respect, as machine formats spell it.
  package func found(in facts: Facts) -> [String] {
    let verdict = facts.verdict
    if case .format = self { return [verdict.format] }
    if let unjudged = verdict.unjudged { return [unjudged.rawValue] }
    return switch self {
    case .judged: ["true"]
    case .integrity: [verdict.integrity.rawValue]
    case .holds: [verdict.holds ? "true" : "false"]
    case .origin: [verdict.originInWhole.rawValue]
    case .basis: [verdict.origin?.speaker.rawValue ?? "none"]
    case .agency: [verdict.origin?.agency?.id ?? "none"]
    case .jurisdiction: [verdict.origin?.jurisdiction ?? "none"]
    case .claim: [verdict.statement?.claim == nil ? "false" : "true"]
    case .seal: [verdict.sealState?.rawValue ?? "none"]
    case .timestamp: [verdict.timeState.rawValue]
    case .ai: [verdict.aiStatus.rawValue]
    case .aiFields:
      AIField.allCases.filter { verdict.aiTold?.names($0) ?? false }.map(\.rawValue)
    case .humanReview: [verdict.isReviewed ? "true" : "false"]
    case .format: [verdict.format]
    case .label: [verdict.labelPlace.rawValue]
    case .maximumAge: [verdict.time?.trusted.map { String(facts.days(since: $0)) } ?? "none"]
    case .certificateDays:
      [verdict.origin?.signer?.notAfter.map { String(facts.days(until: $0)) } ?? "none"]
    case .codes(let codes): verdict.allCodes.filter { codes.contains($0) }
    }
  }
}

extension Facts {
  /// Whole days since a moment; none for one that has not come.
  fileprivate func days(since moment: UTCTime) -> Int {
    let seconds = time.secondsSinceEpoch.subtractingReportingOverflow(moment.secondsSinceEpoch)
    return seconds.overflow ? .max : max(0, Int(seconds.partialValue / 86_400))
  }

  /// Whole days until a moment; below zero for one that has passed.
  fileprivate func days(until moment: UTCTime) -> Int {
    let seconds = moment.secondsSinceEpoch.subtractingReportingOverflow(time.secondsSinceEpoch)
    if seconds.overflow { return moment < time ? -1 : .max }
    return Int((Double(seconds.partialValue) / 86_400).rounded(.down))
  }
}

extension Verdict {
  /// Whether it carries a label that holds for all of the file.
  fileprivate var holds: Bool {
    integrity == .intact && !hasFailedLabel && !isBoundInPart
  }

  /// Whether a label that has not failed states that a person reviewed it.
  fileprivate var isReviewed: Bool {
    !hasFailedLabel && (statement.map { $0.humanReview == true || $0.review != nil } ?? false)
  }

  /// The second axis, as somebody relies on it: official only where that is so for all of the file.
  var originInWhole: Origin.Status {
    guard let origin, origin.status == .official else { return origin?.status ?? .none }
    return conclusion(for: .sealed) == .satisfied ? .official : .unrecognised
  }

  fileprivate var timeState: Criterion.TimeState {
    if time?.trusted != nil { return .trusted }
    return time?.claimed == nil ? .none : .claimed
  }

  fileprivate var labelPlace: Criterion.LabelPlace {
    if integrity == .noLabel || integrity == .altered && c2pa.state == nil { return .none }
    return isDetached ? .beside : .inside
  }

  /// Names of every code that the verdict has: reasons, findings, and failures by the standard.
  fileprivate var allCodes: [String] {
    (origin?.reasons.map(\.code.name) ?? []) + findings.map(\.code.name)
      + (ai?.hints.map(\.code.name) ?? []) + c2pa.failure.map(\.code)
  }
}

extension AIUse {
  fileprivate func names(_ field: Criterion.AIField) -> Bool {
    switch field {
    case .system: system != nil
    case .version: version != nil
    case .provider: provider != nil
    case .scope: scope != nil
    }
  }
}
