package import BroadsealBytes
import BroadsealOpenSSL

/// What two editions of a list say differently, and what is lost on the way.
///
/// Neither has to be proved, so that drafts can be compared. The order in which a list names things tells
/// nothing: services are the same when they are of one body and share a key.
package struct ListDiff: Hashable, Sendable {
  /// One of the two, in short.
  package struct Edition: Hashable, Sendable {
    /// The file, as the user named it.
    package let name: String
    /// English `SchemeName`; nil when there is none.
    package let scheme: String?
    /// `LoTESequenceNumber`.
    package let number: Int64
    /// `ListIssueDateTime`.
    package let issued: UTCTime
    /// `NextUpdate`.
    package let nextUpdate: UTCTime
    /// SHA-256 of what is signed, in hexadecimal.
    package let digest: String
    /// Whether it carries a signature, good or bad.
    package let isSigned: Bool

    init(_ list: ParsedTrustList) {
      name = list.name
      scheme = list.content.scheme
      number = list.content.sequence
      issued = list.content.issued
      nextUpdate = list.content.nextUpdate
      digest = list.digest.hex
      isSigned = list.isSigned
    }
  }

  /// The older one.
  package let old: Edition
  /// The newer one.
  package let new: Edition
  /// The differences, losses first; number and dates are those of the editions.
  package let changes: [ListChange]
  /// IDs that several kinds of loss have.
  private let ambiguous: Set<String>

  /// Compares two lists.
  package init(from old: ParsedTrustList, to new: ParsedTrustList) {
    self.old = Edition(old)
    self.new = Edition(new)
    guard old.digest != new.digest else {
      (changes, ambiguous) = ([], [])
      return
    }
    var found: Set<ListChange> = []
    found.formUnion(ListDiff.schemeChanges(old.content, new.content))
    let pairs = ServicePairs(old.content, new.content)
    found.formUnion(pairs.changes)
    found.formUnion(WithdrawalDiff(old.content, new.content, pairs).changes)
    found.formUnion(Residue.changes(from: old, to: new))
    changes = ListChange.sorted(found)
    let kinds = Dictionary(grouping: changes.filter(\.isLoss)) { $0.id ?? "" }
      .mapValues { Set($0.map(\.kind)) }
    ambiguous = Set(kinds.filter { $0.value.count > 1 }.keys)
  }

  /// What is lost.
  package var losses: [ListChange] { changes.filter(\.isLoss) }

  /// What is lost and not among `accepted`: an ID where it names one kind of loss, else the kind before it.
  ///
  /// Whoever accepts that a certificate goes has not accepted that the withdrawal of its key does.
  package func losses(beyond accepted: Set<String>) -> [ListChange] {
    losses.filter { loss in
      name(of: loss).map { !accepted.contains($0) && !accepted.contains(loss.qualifiedID ?? $0) }
        ?? true
    }
  }

  /// What accepts a loss: its ID, with the kind before it where the ID alone would name several kinds of loss.
  package func name(of loss: ListChange) -> String? {
    guard let id = loss.id else { return nil }
    return ambiguous.contains(id) ? loss.qualifiedID : id
  }
}

extension ListDiff {
  private static func schemeChanges(
    _ old: TrustListContent, _ new: TrustListContent
  ) -> [ListChange] {
    var changes: [ListChange] = []
    func compare(_ kind: ListChange.Kind, _ member: String?, _ before: [String], _ after: [String])
    {
      guard before != after else { return }
      changes.append(ListChange(kind, member: member, before: before, after: after))
    }
    compare(.scheme, nil, [old.scheme].compactMap(\.self), [new.scheme].compactMap(\.self))
    compare(
      .territory, nil, [old.territory].compactMap(\.self), [new.territory].compactMap(\.self))
    compare(
      .schemeNames, "SchemeName", old.schemeNames?.listed ?? [], new.schemeNames?.listed ?? [])
    compare(
      .schemeNames, "SchemeOperatorName", old.operatorNames.listed, new.operatorNames.listed)
    compare(.listKeys, nil, old.nextKeys?.listed ?? [], new.nextKeys?.listed ?? [])
    compare(
      .keyChanges, nil, old.keyChanges.map(\.listed).sorted(), new.keyChanges.map(\.listed).sorted()
    )
    return changes + recognitionChanges(old.recognises, new.recognises)
  }

  private static func recognitionChanges(
    _ old: [Recognition], _ new: [Recognition]
  ) -> [ListChange] {
    func grouped(_ all: [Recognition]) -> [String: [String]] {
      Dictionary(grouping: all) { $0.keys.scheme }.mapValues { $0.map(\.listed).sorted() }
    }
    let (before, after) = (grouped(old), grouped(new))
    return Set(before.keys).union(after.keys).compactMap { scheme in
      guard before[scheme] != after[scheme] else { return nil }
      let kind: ListChange.Kind =
        before[scheme] == nil
        ? .recognitionNew : after[scheme] == nil ? .recognitionGone : .recognitionChanged
      return ListChange(
        kind, place: scheme, before: before[scheme] ?? [], after: after[scheme] ?? [])
    }
  }
}
