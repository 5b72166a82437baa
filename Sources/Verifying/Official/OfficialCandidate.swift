import OpenSSL
import Trust

/// The place on a government list that a signer's chain leads to, and the chain.
struct OfficialCandidate: Sendable {
  /// The list with its anchors.
  let anchors: ListAnchors
  /// The chain, proved without regard to time.
  let path: ChainPath
  /// The best entry for the chain.
  let entry: GovernmentEntry
  /// Rules of the entry's scope that the chain does not keep.
  let mismatches: [ScopeMismatch]

  /// The best place on any given list: the one whose scope the chain keeps best; nil when no chain
  /// leads to a list.
  static func best(
    for credential: SignerCredential, in context: ValidationContext
  ) -> OfficialCandidate? {
    context.candidates.value(for: credential.digest) { find(for: credential, in: context) }
  }

  private static func find(
    for credential: SignerCredential, in context: ValidationContext
  ) -> OfficialCandidate? {
    var best: OfficialCandidate?
    for anchors in context.lists {
      guard let claims = anchors.claims,
        case .success(let path) = context.chains.timelessPath(of: credential, to: claims),
        let entry = anchors.list.entries(forChain: path.certificates).first
      else { continue }
      let mismatches = entry.mismatches(chain: path.certificates)
      if best.map({ mismatches.count < $0.mismatches.count }) ?? true {
        best = OfficialCandidate(
          anchors: anchors, path: path, entry: entry, mismatches: mismatches)
      }
    }
    return best
  }
}
