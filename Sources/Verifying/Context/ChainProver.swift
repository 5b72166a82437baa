import BroadsealBytes
import BroadsealOpenSSL
import Synchronization

/// Proves certificate chains, each one once in a run.
final class ChainProver: Sendable {
  private struct Question: Hashable {
    let chain: [UInt8]
    let anchors: AnchorSet.Identifier
    /// Nil: asked without regard to time.
    let time: UTCTime?
    var allowsWeak = false
  }

  private struct Issue: Hashable {
    let certificate: Certificate
    let issuer: Certificate.Holder
  }

  /// Every certificate that the user gave, of which any may vouch for another.
  private let pool: [Certificate]
  private let issues = ChainCache<Issue, Bool>()
  private let credentials = ChainCache<[UInt8], SignerCredential?>()
  private let ancestries = ChainCache<[UInt8], Ancestry>()
  private let ways = ChainCache<Question, [ChainPath]>()
  private let paths = ChainCache<Question, Result<ChainPath, ChainFailure>>()
  private let strictness = ChainCache<ChainPath, ChainFailure?>()

  /// - Parameter pool: the certificates of all anchors and lists that the user gave.
  init(among pool: [Certificate]) { self.pool = Array(Set(pool)) }

  /// The certificates of an `x5chain`, parsed; nil when one of them cannot be read. Its digest is not that of the
  /// same certificates elsewhere, since not all of them may be of use here.
  func credential(of chain: [[UInt8]]) -> SignerCredential? {
    guard let digest = ChainProver.digest(of: chain + [[]]) else { return nil }
    return credentials.value(for: digest) { SignerCredential(chain, digest: digest) }
  }

  /// The same of certificates that are parsed already; nil when there are none.
  func credential(of chain: [Certificate]) -> SignerCredential? {
    guard let digest = ChainProver.digest(of: chain.map(\.der)) else { return nil }
    return credentials.value(for: digest) { SignerCredential(chain, digest: digest) }
  }

  /// Whether the name and the key of `issuer` stand behind `certificate`, and nothing of what RFC 5280
  /// asks beyond.
  func isIssued(_ certificate: Certificate, by issuer: Certificate) -> Bool {
    issues.value(for: Issue(certificate: certificate, issuer: Certificate.Holder(issuer))) {
      certificate.isIssued(by: issuer)
    }
  }

  /// Everybody who vouches for a credential.
  func ancestry(of credential: SignerCredential) -> Ancestry {
    ancestries.value(for: credential.digest) { Ancestry(of: credential, among: pool) }
  }

  /// A path from a credential to one of `anchors` that counts, valid at `time`.
  ///
  /// The question is first asked without regard to time, so that one answer serves every file of a
  /// signer; only when that path is not valid at `time`, or its anchor does not count then, are all
  /// others looked for: an authority whose certificate was renewed stands on a list twice, and each
  /// certificate counts in its own time.
  func path(
    of credential: SignerCredential, to anchors: AnchorSet, at time: UTCTime,
    where counts: (Certificate) -> Bool = { _ in true }
  ) -> Result<ChainPath, ChainFailure> {
    func serves(_ path: ChainPath) -> Bool {
      path.isValid(at: time) && path.anchor.map(counts) ?? false
    }
    let timeless = timelessPath(of: credential, to: anchors)
    if case .success(let path) = timeless, serves(path) { return timeless }
    let every = everyPath(of: credential, to: anchors)
    if let other = every.first(where: serves) { return .success(other) }
    if every.contains(where: { $0.isValid(at: time) }) { return .failure(.unbelieved) }
    if case .failure = timeless { return timeless }
    return answer(credential, anchors, at: time).flatMap { path in
      serves(path) ? .success(path) : .failure(.unbelieved)
    }
  }

  /// Every path from a credential to one of `anchors` without regard to time, each anchor asked for
  /// itself; in an order of their own, not in that of the anchors.
  ///
  /// - Parameter allowsWeak: whether keys and signatures may be of any strength; the paths say it.
  func everyPath(
    of credential: SignerCredential, to anchors: AnchorSet, allowsWeak: Bool = false
  ) -> [ChainPath] {
    let question = Question(
      chain: credential.digest, anchors: anchors.identifier, time: nil, allowsWeak: allowsWeak)
    return ways.value(for: question) {
      let ancestry = ancestry(of: credential)
      var found: [ChainPath] = []
      for anchor in ancestry.certificates
      where found.count < ChainProver.maximumPaths && anchors.store.contains(anchor) {
        guard let store = try? AnchorStore([anchor]) else { continue }
        for way in ancestry.ways(to: anchor) {
          guard
            let path = try? ChainPath(
              of: credential.leaf, through: way, to: store, allowsWeak: allowsWeak),
            !found.contains(path)
          else { continue }
          found.append(path)
        }
      }
      return found
    }
  }

  /// Most paths of one signer that are told apart.
  private static let maximumPaths = 64

  /// A path from a credential to one of `anchors` without regard to time.
  func timelessPath(
    of credential: SignerCredential, to anchors: AnchorSet
  ) -> Result<ChainPath, ChainFailure> {
    answer(credential, anchors, at: nil)
  }

  /// Where the certificates of a proved path do not keep RFC 5280 §4 to the letter; nil: nowhere.
  func strictFailure(of path: ChainPath) -> ChainFailure? {
    strictness.value(for: path) {
      guard let leaf = path.certificates.first, let anchor = path.anchor,
        let store = try? AnchorStore([anchor])
      else { return .unbelieved }
      do throws(ChainFailure) {
        _ = try ChainPath(
          of: leaf, through: Array(path.certificates.dropFirst().dropLast()), to: store,
          isStrict: true)
        return nil
      } catch { return error }
    }
  }

  private func answer(
    _ credential: SignerCredential, _ anchors: AnchorSet, at time: UTCTime?
  ) -> Result<ChainPath, ChainFailure> {
    let question = Question(
      chain: credential.digest, anchors: anchors.identifier, time: time)
    return paths.value(for: question) {
      do throws(ChainFailure) {
        return .success(
          try ChainPath(
            of: credential.leaf, through: credential.helpers, to: anchors.store, at: time))
      } catch { return .failure(error) }
    }
  }

  /// One digest for a list of certificates; each is preceded by its length, so that two lists
  /// never share one.
  private static func digest(of chain: [[UInt8]]) -> [UInt8]? {
    do throws(OpenSSLError) {
      var context = try DigestContext(.sha256)
      for certificate in chain {
        try context.update(lengthPrefix(certificate.count))
        try context.update(certificate)
      }
      return try context.finish().bytes
    } catch { return nil }
  }

  private static func lengthPrefix(_ count: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) }
  }
}

/// What was found out about certificate chains, shared by the workers of one run.
///
/// An audit meets the same signer thousands of times. What is kept depends on nothing but the key:
/// parsed certificates on the chain's digest, a path on the chain's digest and the anchors.
final class ChainCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// The most entries that are kept; when full, everything is dropped. Bounds the memory that a
  /// folder of files with a chain each can take.
  static var maximumCount: Int { 4_096 }

  private let entries = Mutex<[Key: Value]>([:])

  /// The value for `key`: the kept one, or what `make` finds, which is then kept.
  ///
  /// Two workers may find out the same thing at the same time; nobody waits for a signature check.
  func value(for key: Key, _ make: () -> Value) -> Value {
    if let kept = entries.withLock({ $0[key] }) { return kept }
    let made = make()
    // What was found without the means to prove it is no answer for another file.
    if SignatureBudget.isSpent { return made }
    entries.withLock { entries in
      if entries.count >= ChainCache.maximumCount { entries.removeAll(keepingCapacity: true) }
      entries[key] = made
    }
    return made
  }
}
