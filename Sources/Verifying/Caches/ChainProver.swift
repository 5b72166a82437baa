import BroadsealBytes
import BroadsealOpenSSL

/// Proves certificate chains, each one once in a run.
final class ChainProver: Sendable {
  private struct Question: Hashable {
    let chain: [UInt8]
    let anchors: AnchorSet.Identifier
    /// Nil: asked without regard to time.
    let time: UTCTime?
    /// Whether the certificates themselves must keep RFC 5280 §4 to the letter.
    let isStrict: Bool
  }

  private let credentials = ChainCache<[UInt8], SignerCredential?>()
  private let renewals = ChainCache<Question, [ChainPath]>()
  private let paths = ChainCache<Question, Result<ChainPath, ChainFailure>>()

  /// The certificates of an `x5chain`, parsed; nil when one of them cannot be read.
  func credential(of chain: [[UInt8]]) -> SignerCredential? {
    guard let digest = ChainProver.digest(of: chain) else { return nil }
    return credentials.value(for: digest) { SignerCredential(chain, digest: digest) }
  }

  /// The same of certificates that are parsed already; nil when there are none.
  func credential(of chain: [Certificate]) -> SignerCredential? {
    guard let digest = ChainProver.digest(of: chain.map(\.der)) else { return nil }
    return credentials.value(for: digest) { SignerCredential(chain, digest: digest) }
  }

  /// A path from a credential to one of `anchors`, valid at `time`.
  ///
  /// The question is first asked without regard to time, so that one answer serves every file of a
  /// signer; only when that path is not valid at `time` is another one looked for.
  func path(
    of credential: SignerCredential, to anchors: AnchorSet, at time: UTCTime
  ) -> Result<ChainPath, ChainFailure> {
    let timeless = answer(credential, anchors, at: nil)
    if case .success(let path) = timeless, path.isValid(at: time) { return timeless }
    if case .failure = timeless { return timeless }
    return answer(credential, anchors, at: time)
  }

  /// A path from a credential to one of `anchors` that counts, valid at `time`.
  ///
  /// An authority whose certificate was renewed stands on a list twice, with the same name and key,
  /// and each certificate counts in its own time: so the others are tried too.
  func path(
    of credential: SignerCredential, to anchors: AnchorSet, at time: UTCTime,
    where counts: (Certificate) -> Bool
  ) -> Result<ChainPath, ChainFailure> {
    let found = path(of: credential, to: anchors, at: time)
    if case .failure(let failure) = found, failure.kind == .untrusted { return found }
    if case .success(let path) = found, path.certificates.last.map(counts) ?? false {
      return found
    }
    let other = everyPath(of: credential, to: anchors).first { path in
      path.isValid(at: time) && path.certificates.last.map(counts) ?? false
    }
    if let other { return .success(other) }
    if case .failure = found { return found }
    return .failure(.unbelieved)
  }

  /// Paths from a credential to `anchors` without regard to time: one, and the same to each further
  /// certificate of the authority at its end.
  func everyPath(of credential: SignerCredential, to anchors: AnchorSet) -> [ChainPath] {
    guard case .success(let path) = timelessPath(of: credential, to: anchors),
      let anchor = path.certificates.last
    else { return [] }
    let question = Question(
      chain: credential.digest, anchors: anchors.identifier, time: nil, isStrict: false)
    return renewals.value(for: question) {
      let others = anchors.store.certificates.filter { other in
        other != anchor && other.publicKey == anchor.publicKey && other.subject == anchor.subject
      }
      return [path]
        + others.prefix(ChainProver.maximumRenewals).compactMap { other in
          (try? AnchorStore([other])).flatMap { store in
            try? ChainPath(of: credential, to: store, at: nil, isStrict: false)
          }
        }
    }
  }

  /// Most certificates of one authority that are tried.
  static let maximumRenewals = 16

  /// A path from a credential to one of `anchors` without regard to time.
  func timelessPath(
    of credential: SignerCredential, to anchors: AnchorSet
  ) -> Result<ChainPath, ChainFailure> {
    answer(credential, anchors, at: nil)
  }

  /// A path whose certificates keep RFC 5280 §4 to the letter, without regard to time.
  func strictPath(
    of credential: SignerCredential, to anchors: AnchorSet
  ) -> Result<ChainPath, ChainFailure> {
    answer(credential, anchors, at: nil, isStrict: true)
  }

  private func answer(
    _ credential: SignerCredential, _ anchors: AnchorSet, at time: UTCTime?,
    isStrict: Bool = false
  ) -> Result<ChainPath, ChainFailure> {
    let question = Question(
      chain: credential.digest, anchors: anchors.identifier, time: time, isStrict: isStrict)
    return paths.value(for: question) {
      do throws(ChainFailure) {
        return .success(
          try ChainPath(of: credential, to: anchors.store, at: time, isStrict: isStrict))
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
