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

  private init(
    anchors: ListAnchors, path: ChainPath, entry: GovernmentEntry, mismatches: [ScopeMismatch]
  ) {
    self.anchors = anchors
    self.path = path
    self.entry = entry
    self.mismatches = mismatches
  }

  /// The best place on any given list: the one whose scope the chain keeps best; among equals the one
  /// of the agency that the label names, and one that counts at the time of the signature. Nil when
  /// no chain leads to a list.
  ///
  /// - Parameters:
  ///   - agency: id of the agency in the label.
  ///   - time: when the signature was made, as far as that is known.
  static func best(
    for credential: SignerCredential, agency: String? = nil, at time: UTCTime,
    in context: ValidationContext
  ) -> OfficialCandidate? {
    // The first of the best: `min` keeps the order of the lists.
    all(for: credential, in: context)
      .min { $0.rank(agency, time).lexicographicallyPrecedes($1.rank(agency, time)) }
  }

  /// Every place, in the order of the lists.
  static func all(
    for credential: SignerCredential, in context: ValidationContext
  ) -> [OfficialCandidate] {
    context.candidates.value(for: credential.digest) { find(for: credential, in: context) }
  }

  /// The word of any given list that signatures by that signer are worth nothing at `time`.
  static func withdrawal(
    of credential: SignerCredential, at time: UTCTime, in context: ValidationContext
  ) -> Invalidation? {
    all(for: credential, in: context).lazy.compactMap { place in
      place.anchors.list.isInForce
        ? place.entry.invalidation(chain: place.path.certificates, signedAt: time) : nil
    }.first
  }

  /// What is wrong with the place, the gravest first; the lowest is the best.
  private func rank(_ agency: String?, _ time: UTCTime) -> [Int] {
    [
      mismatches.count,
      agency.map { $0.isExactly(entry.scope.agency.id) } ?? true ? 0 : 1,
      entry.isGranted(at: time) ? 0 : 1, path.isValid(at: time) ? 0 : 1,
    ]
  }

  private static func find(
    for credential: SignerCredential, in context: ValidationContext
  ) -> [OfficialCandidate] {
    context.lists.flatMap { anchors in
      guard let claims = anchors.claims else { return [OfficialCandidate]() }
      return context.chains.everyPath(of: credential, to: claims).flatMap { path in
        anchors.list.entries(forChain: path.certificates).map { entry in
          OfficialCandidate(
            anchors: anchors, path: path, entry: entry,
            mismatches: entry.mismatches(chain: path.certificates))
        }
      }
    }
  }
}
