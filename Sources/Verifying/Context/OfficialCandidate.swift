import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust

/// A place on a government list that a signer's chain leads to, and the chain.
///
/// A class, because every verdict looks at it and it never changes.
final class OfficialCandidate: Sendable {
  /// The list with its anchors.
  let anchors: ListAnchors
  /// The chain, proved without regard to time.
  let path: ChainPath
  /// An entry for the chain.
  let entry: GovernmentEntry
  /// Rules of the entry's scope that the chain does not keep.
  let mismatches: [ScopeMismatch]
  /// What tells it from others, so that one order of places holds whatever the order of lists,
  /// entries and anchors is: a pinned list comes before a recognised one.
  let name: [String]

  init(
    anchors: ListAnchors, path: ChainPath, entry: GovernmentEntry, mismatches: [ScopeMismatch],
    name: [String]
  ) {
    self.anchors = anchors
    self.path = path
    self.entry = entry
    self.mismatches = mismatches
    self.name = name
  }

  /// What is wrong with the place, the gravest first; the lowest is the nearest to official.
  ///
  /// - Parameters:
  ///   - agency: id of the agency in the label.
  ///   - time: when the signature was made, as far as that is known.
  func rank(agency: String?, at time: UTCTime) -> [Int] {
    [
      mismatches.count,
      agency.map { $0.isExactly(entry.scope.agency.id) } ?? true ? 0 : 1,
      entry.isGranted(at: time) ? 0 : 1, path.isValid(at: time) ? 0 : 1,
    ]
  }
}
