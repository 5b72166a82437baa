package import BroadsealBytes
package import BroadsealJSON
import BroadsealReporting
package import BroadsealVerifying

/// What changed about a file since an earlier run.
package struct Drift: Sendable, Hashable {
  /// One way in which a file changed, the gravest first.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It had a label, and none is found any more.
    case labelLost = "label-lost"
    /// Its label is lost, the earlier run said so too, and nobody accepted it since.
    case stillLost = "still-lost"
    /// It is not there any more.
    case removed
    /// What is said of it by one of the axes.
    case verdict
    /// Whose key signed it.
    case signer
    /// Its bytes.
    case bytes
    /// The list that knows its signer, or the number of that list.
    case list
    /// It was not there.
    case new
  }

  /// What was said of the file earlier, in the words of machine formats.
  package struct Earlier: Sendable, Hashable {
    /// SHA-256 of its bytes.
    package let sha256: String?
    /// The first axis.
    package let integrity: String
    /// The second axis.
    package let origin: Origin.Status
    /// The third axis.
    package let ai: AIUse.Status
    /// The agency that a list named.
    package let agency: String?
    /// SHA-256 of the signer's key.
    package let signer: String?
    /// The list that knew its signer, and its number.
    package let list: String?

    /// What `verdict` said.
    package init(_ verdict: Verdict) {
      sha256 = verdict.sha256
      integrity = verdict.integrityWord
      origin = verdict.origin?.status ?? .none
      ai = verdict.ai?.status ?? .notStated
      agency = verdict.origin?.agency?.id
      signer = verdict.origin?.signer?.spki
      list = verdict.origin?.list.map { "\($0.name) \($0.sequence)" }
    }

    /// What was said, as machine formats have it.
    package var json: JSON.Value {
      var members: [(String, JSON.Value)] = []
      if let sha256 { members.append(("sha256", .string(sha256))) }
      members += [
        ("integrity", .string(integrity)), ("origin", .string(origin.rawValue)),
        ("ai", .string(ai.rawValue)),
      ]
      if let agency { members.append(("agency", .string(agency))) }
      if let signer { members.append(("signer", .string(signer))) }
      if let list { members.append(("list", .string(list))) }
      return .object(JSON.Object(members))
    }
  }

  /// In which ways, the gravest first; never none.
  package let kinds: [Kind]
  /// What was said of it earlier; nil for a file that was not there.
  package let earlier: Earlier?
  /// What is said of it now, where it was there both times and something is different.
  let now: Earlier?

  /// A file that was not there.
  package static let new = Drift(kinds: [.new], earlier: nil)

  /// A file that was not there, and had a label when it was seen last, where that is lost.
  static func new(lost: Kind?) -> Drift {
    Drift(kinds: [lost, .new].compactMap(\.self), earlier: nil)
  }

  /// A file of which nothing is different, and whose label is still lost.
  static func unchanged(_ verdict: Verdict, lost: Kind) -> Drift {
    Drift(kinds: [lost], earlier: Earlier(verdict))
  }

  /// Whether it says that a label is lost.
  package var isLoss: Bool { kinds.contains(.labelLost) || kinds.contains(.stillLost) }

  private init(kinds: [Kind], earlier: Earlier?, now: Earlier? = nil) {
    self.kinds = kinds
    self.earlier = earlier
    self.now = now
  }

  /// A file that is gone.
  package init(removed verdict: Verdict) {
    self.init(kinds: [.removed], earlier: Earlier(verdict))
  }

  /// What changed between two verdicts; nil when nothing did.
  ///
  /// Signers and lists are compared where both times somebody signed: of a file that was altered, or has no
  /// label any more, the verdict says it.
  ///
  /// - Parameter lost: that a label is lost, where more than the two verdicts says so.
  package init?(from old: Verdict, to new: Verdict, lost: Kind? = nil) {
    let (was, now) = (Earlier(old), Earlier(new))
    let isLost = old.hasLabel && FoundLabel(run: 0, isBeside: old.isDetached).isLost(by: new)
    var kinds = [isLost ? .labelLost : lost].compactMap(\.self)
    if was.integrity != now.integrity || was.origin != now.origin || was.ai != now.ai
      || old.c2pa.state != new.c2pa.state
    {
      kinds.append(.verdict)
    }
    let isSigned = was.signer != nil && now.signer != nil
    if isSigned, was.signer != now.signer { kinds.append(.signer) }
    if was.sha256 != now.sha256 { kinds.append(.bytes) }
    if isSigned, was.list != now.list { kinds.append(.list) }
    guard !kinds.isEmpty else { return nil }
    self.init(kinds: kinds, earlier: was, now: now)
  }

  /// The change as `broadseal.verdict/1` has it.
  package var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("kinds", .array(kinds.map { .string($0.rawValue) }))
    ]
    if let earlier { members.append(("was", earlier.json)) }
    return .object(JSON.Object(members))
  }
}

/// What changed since an earlier run, counted; the files that are gone by name.
package struct DriftTally: Sendable, Hashable {
  /// A file that is not there any more.
  package struct Removed: Sendable, Hashable {
    /// Where it was.
    package let path: FilePath
    /// What was said of it.
    package let drift: Drift
  }

  /// Number of the earlier run.
  package let baseline: Int
  /// Files by the way in which they changed; one may be counted several times.
  package private(set) var counts: [Drift.Kind: Int] = [:]
  /// Files that are gone, in the order of their paths; the first of many.
  package private(set) var removed: [Removed] = []
  /// Files that lost their label, in the order of the run; the first of many.
  package private(set) var labelsLost: [FilePath] = []

  /// Most files that are kept by name.
  package static let maximum = 10_000

  /// Nothing yet.
  package init(baseline: Int) {
    self.baseline = baseline
  }

  /// Counts a change.
  package mutating func add(_ drift: Drift, at path: FilePath) {
    for kind in drift.kinds { counts[kind, default: 0] += 1 }
    if drift.kinds.contains(.removed), removed.count < DriftTally.maximum {
      removed.append(Removed(path: path, drift: drift))
    }
    if drift.isLoss, labelsLost.count < DriftTally.maximum {
      labelsLost.append(path)
    }
  }

  /// The counts as `broadseal.summary/1` has them.
  package var json: JSON.Value {
    let kinds = Drift.Kind.allCases.map { kind in
      (kind.rawValue, JSON.Value.integer(Int64(counts[kind] ?? 0)))
    }
    let gone = removed.map { file in
      let was = [("was", file.drift.earlier?.json ?? .null)]
      return JSON.Value.object(JSON.Object(file.path.members("path") + was))
    }
    return .object(
      JSON.Object(
        [("baseline", .integer(Int64(baseline))), ("counts", .object(JSON.Object(kinds)))]
          + labelsLost.members("labelsLost") + [("removed", .array(gone))]))
  }
}
