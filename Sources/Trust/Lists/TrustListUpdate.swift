package import BroadsealBytes

/// A newer list that may take the place of the one at hand, and the keys to pin with it.
///
/// The keys at hand decide, never those that come along: a list may name new keys, but only when
/// enough of the old ones and enough of the new ones have signed it.
package struct TrustListUpdate: Sendable {
  /// The list, proved.
  package let list: GovernmentTrustList
  /// The keys to pin from now on; nil when they stay as they are.
  package let newKeys: ListKeys?
  /// Whether it is what is at hand already.
  package let isKnown: Bool
  /// Whether the list is out of date and was taken for the new keys that it names: a step towards the
  /// current list for a reader who comes late. Nothing is official by it.
  package let isStep: Bool

  /// Proves `received` as a successor of `current`.
  ///
  /// - Parameters:
  ///   - keys: the pinned keys.
  ///   - current: the list at hand; nil when there is none.
  ///   - minimumSequence: the highest sequence number seen before.
  /// - Throws: as `ParsedTrustList.verified`; `.rolledBack` too for another list under a number that
  ///   is taken.
  package init(
    _ received: ParsedTrustList, over current: ParsedTrustList?, keys: ListKeys, at time: UTCTime,
    minimumSequence: Int64
  ) throws(TrustError) {
    let floor = max(minimumSequence, current?.content.sequence ?? 0)
    let names = received.content.nextKeys.map { $0 != keys } ?? false
    isStep = names && time >= received.content.nextUpdate
    // Its date says when the list stops to be believed, not when the word of its keepers about their own
    // keys does. Whoever holds enough of the old keys could write any date.
    list = try received.verified(
      keys: keys, at: isStep ? received.content.issued : time, minimumSequence: floor)
    isKnown = current?.digest == received.digest
    guard isKnown || received.content.sequence != current?.content.sequence else {
      throw TrustError(
        .rolledBack, received.name,
        "the trust list has the number \(floor) of the list at hand, and says something else")
    }
    guard let next = received.content.nextKeys, next != keys else {
      newKeys = nil
      return
    }
    let signers = received.signers(among: next)
    guard signers.count >= next.threshold else {
      throw TrustError(
        .notEnoughSignatures, received.name,
        "the trust list names new keys, of which \(signers.count) signed it, "
          + "\(next.threshold) are needed",
        hint:
          "too few of its keepers have signed it, and it should not have been published: tell its operator"
      )
    }
    newKeys = next
  }
}
