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
    /// It had a label, and neither it nor a file of the same bytes with a label is there any more.
    case documentLost = "document-lost"
    /// One of these, the earlier run said so too, and nobody accepted it since.
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
      ai = verdict.aiStatus
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
  /// Whether the file is not there.
  package let isGone: Bool
  /// Where a file of the same bytes with a label is, for one that is gone: it was moved, or was there twice.
  package let elsewhere: FilePath?

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

  /// Whether it says that a label is lost, with its document or without.
  package var isLoss: Bool {
    kinds.contains { [.labelLost, .documentLost, .stillLost].contains($0) }
  }

  private init(
    kinds: [Kind], earlier: Earlier?, now: Earlier? = nil, isGone: Bool = false,
    elsewhere: FilePath? = nil
  ) {
    self.kinds = kinds
    self.earlier = earlier
    self.now = now
    self.isGone = isGone
    self.elsewhere = elsewhere
  }

  /// A file that is gone.
  ///
  /// - Parameters:
  ///   - verdict: what was said of it; nil where another version of this program said it.
  ///   - isLoss: whether a label is missed that is gone with it.
  ///   - elsewhere: where a file of the same bytes with a label is.
  package init(removed verdict: Verdict?, isLoss: Bool = false, elsewhere: FilePath? = nil) {
    self.init(
      kinds: isLoss ? [.documentLost, .removed] : [.removed], earlier: verdict.map(Earlier.init),
      isGone: true, elsewhere: elsewhere)
  }

  /// A file that is gone with its label, as the earlier run said.
  static func stillGone(_ verdict: Verdict?) -> Drift {
    Drift(kinds: [.stillLost], earlier: verdict.map(Earlier.init), isGone: true)
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
