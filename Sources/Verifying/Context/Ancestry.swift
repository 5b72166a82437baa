import BroadsealOpenSSL

/// Every certificate that vouches for a signer, on whatever way: those above it by name and key, among
/// what came with the signature and what the user gave. Nothing else of X.509 is asked here; a way
/// counts only when `ChainPath` proves it, but a withdrawal anywhere here counts.
struct Ancestry: Sendable {
  /// The signer's own certificate, then those above it; each once.
  let certificates: [Certificate]
  /// Places of the issuers of each of them.
  private let issuers: [[Int]]

  /// Most certificates that are looked at, most ways to one anchor, and most steps to find them. A
  /// signature brings 16 certificates at most; the rest is on lists that the user gave.
  private static let maximumCount = 256
  private static let maximumWays = 16
  private static let maximumSteps = 4_096

  /// What stands above `credential` among its own certificates and `pool`.
  init(of credential: SignerCredential, among pool: [Certificate]) {
    var found = [credential.leaf]
    var places = [credential.leaf: 0]
    var issuers: [[Int]] = []
    // Certificates of one holder have issued the same ones: one check tells it of all of them.
    let known = Dictionary(
      grouping: Set(credential.helpers + pool), by: Certificate.Holder.init
    ).values
    // Grows while it is walked: each certificate looks for its own issuers.
    while issuers.count < found.count {
      let certificate = found[issuers.count]
      // One order, whatever the order of options and lists.
      let above = known.filter { twins in twins.first.map(certificate.isIssued) ?? false }
        .joined().sorted { $0.sha256 < $1.sha256 }
      var row: [Int] = []
      for issuer in above {
        if places[issuer] == nil, found.count < Ancestry.maximumCount {
          places[issuer] = found.count
          found.append(issuer)
        }
        if let place = places[issuer], place != issuers.count { row.append(place) }
      }
      issuers.append(row)
    }
    certificates = found
    self.issuers = issuers
  }

  /// Who issued the certificate at `place` of `certificates`.
  func issuers(at place: Int) -> [Certificate] { issuers[place].map { certificates[$0] } }

  /// The ways from the signer to `anchor`: what stands between both, nearest to the signer first.
  func ways(to anchor: Certificate) -> [[Certificate]] {
    guard let goal = certificates.firstIndex(of: anchor) else { return [] }
    guard goal > 0 else { return [[]] }
    var ways: [[Certificate]] = []
    var open: [[Int]] = [[0]]
    var steps = 0
    while let way = open.popLast(), let last = way.last, ways.count < Ancestry.maximumWays {
      for next in issuers[last].reversed() where steps < Ancestry.maximumSteps {
        steps += 1
        if next == goal {
          ways.append(way.dropFirst().map { certificates[$0] })
        } else if way.count <= AnchorStore.maximumDepth, !way.contains(where: { isTwin($0, next) })
        {
          open.append(way + [next])
        }
      }
    }
    return ways
  }

  /// Whether both are the same holder of the same key, so that a way needs no more than one.
  private func isTwin(_ first: Int, _ second: Int) -> Bool {
    first == second
      || certificates[first].publicKey == certificates[second].publicKey
        && certificates[first].subject == certificates[second].subject
  }
}
