import BroadsealJUMBF
import BroadsealProvenance

/// What a claim lists, by path: a thousand references into a claim of a hundred thousand assertions
/// cost a thousand steps.
struct ClaimListing {
  private let algorithm: String?
  private let listed: [[String]: [HashedURI]]

  /// The assertions that `claim` lists.
  init(_ claim: Claim) {
    algorithm = claim.algorithm
    listed = Dictionary(grouping: claim.assertions.filter { $0.uri != nil }) { $0.uri?.path ?? [] }
  }

  /// Whether the assertion at `path` is listed with the hash of `reference`.
  func holds(_ reference: HashedURI, at path: [String]) -> Bool {
    listed[path]?.contains { other in
      other.hash == reference.hash
        && (other.algorithm ?? algorithm) == (reference.algorithm ?? algorithm)
    } ?? false
  }
}
