import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL

/// Gets a trusted time for a signature (C2PA 2.4 §10.3.2.5, `sigTst2`).
struct TimeStamper {
  /// A token and who made it.
  struct Stamped {
    let token: TimeStampToken
    let authority: String
    /// Whether it was asked over the network, so that `authority` is its address.
    let isRemote: Bool
  }

  /// Room for the token of an authority whose tokens were not measured: twice what public ones send.
  static let usualSize = 12 * 1024
  /// Room for a second try, after a token that was larger than the usual size.
  static let largestSize = 96 * 1024

  /// Bytes by which tokens of one authority differ.
  static let slack = 64

  /// Seconds by which an authority's clock and this machine's may differ: a day, so that neither a
  /// wrong time zone nor a slow clock stops anybody, and a wrong year does.
  static let tolerance: Int64 = 86_400

  private let sources: [TimeStampSource]
  private let allowsMissing: Bool
  private let environment: Environment

  /// A stamper for `stamping`.
  init(_ stamping: TimeStamping, environment: Environment) {
    self.environment = environment
    switch stamping {
    case .none: (sources, allowsMissing) = ([], true)
    case .authorities(let named, let allowMissing):
      (sources, allowsMissing) = (named, allowMissing)
    }
  }

  /// Whether authorities were named at all.
  var isAsked: Bool { !sources.isEmpty || !allowsMissing }

  /// Bytes to keep free for the token; zero when there will be none.
  var reservedSize: Int {
    sources.map { source in
      switch source {
      case .remote: TimeStamper.usualSize
      case .local(let authority): authority.tokenSize
      }
    }.max() ?? 0
  }

  /// Whether no authority on the network is asked.
  var isLocal: Bool {
    sources.allSatisfy { if case .local = $0 { true } else { false } }
  }

  /// A token such as the largest of the authorities' will be: in bytes of no meaning, where only
  /// its size can be guessed; empty when none is asked.
  func sampleToken(_ algorithm: DigestAlgorithm) throws(SigningError) -> [UInt8] {
    guard sources.count == 1, case .local(let local) = sources[0],
      let digest = Digest(algorithm, bytes: SampleBytes.of(algorithm.byteCount))
    else { return SampleBytes.of(reservedSize) }
    do throws(TimeStampError) {
      return try stamped(digest, by: local.authority).der
    } catch { throw SigningError(.timeStamp, error.reason) }
  }

  /// The certificates of the authority that is going to stamp, its own first: of one on the network by a
  /// stamp that nobody needs.
  ///
  /// - Throws: `SigningError` of kind `timeStamp` when none answers: then none will stamp either.
  func authority() throws(SigningError) -> [Certificate] {
    var failures: [String] = []
    for source in sources {
      if case .local(let local) = source {
        return [local.authority.certificate] + local.authority.chain
      }
      let size = DigestAlgorithm.sha256.byteCount
      guard let practice = Digest(.sha256, bytes: try environment.random(size)) else { continue }
      do throws(TimeStampError) {
        let token = try stamped(practice, by: source).token
        if let signer = token.signer {
          return [signer] + token.certificates.filter { $0 != signer }
        }
      } catch { failures.append("\(name(of: source)): \(error.reason)") }
    }
    throw SigningError(
      .timeStamp, "no time stamp could be had: \(failures.joined(separator: "; "))",
      hint: "name another authority with --tsa")
  }

  /// A token over `message` from the first authority that gives a good one.
  ///
  /// - Parameter notes: receives a note for each authority that failed.
  /// - Throws: `SigningError` of kind `timeStamp` when none gave one and that is not allowed.
  func stamp(
    _ message: [UInt8], _ algorithm: DigestAlgorithm, notes: inout [Note]
  ) throws(SigningError) -> Stamped? {
    let digest: Digest
    do throws(OpenSSLError) { digest = try Digest.of(message, algorithm) } catch {
      throw .cryptography(error)
    }
    return try stamp(digest, notes: &notes)
  }

  /// A token over bytes with `digest`, as above.
  func stamp(_ digest: Digest, notes: inout [Note]) throws(SigningError) -> Stamped? {
    var failures: [String] = []
    for source in sources {
      do throws(TimeStampError) {
        let stamped = try stamped(digest, by: source)
        notes += failures.map { Note(SigningCode.tsaFailed, $0) }
        return stamped
      } catch {
        failures.append("\(name(of: source)): \(error.reason)")
      }
    }
    guard allowsMissing else {
      throw SigningError(
        .timeStamp, "no time stamp could be had: \(failures.joined(separator: "; "))",
        hint: "name another authority with --tsa, or sign without a stamp with "
          + "--allow-missing-timestamp")
    }
    notes += failures.map { Note(SigningCode.tsaFailed, $0) }
    return nil
  }

  private func stamped(
    _ digest: Digest, by source: TimeStampSource
  ) throws(TimeStampError) -> Stamped {
    let token =
      switch source {
      case .local(let local): try stamped(digest, by: local.authority)
      case .remote(let authority):
        try TimeStampClient(
          url: authority.url, timeout: authority.timeout, trust: authority.trust,
          policy: authority.policy
        ).stamp(digest)
      }
    try token.verifySignature()
    guard token.hashAlgorithm == digest.algorithm, token.imprint == digest.bytes else {
      throw TimeStampError(.mismatch, "the token stamps something else")
    }
    guard let signer = token.signer, signer.notBefore <= token.generated,
      token.generated <= signer.notAfter
    else { throw TimeStampError(.outsideValidity, "the authority's certificate is out of date") }
    let now = environment.now()
    guard now.adding(seconds: -TimeStamper.tolerance) <= token.generated,
      token.generated <= now.adding(seconds: TimeStamper.tolerance)
    else {
      throw TimeStampError(
        .mismatch, "the authority's time, \(token.generated), is not that of this machine, \(now)")
    }
    let isRemote = if case .remote = source { true } else { false }
    return Stamped(token: token, authority: name(of: source), isRemote: isRemote)
  }

  private func stamped(
    _ digest: Digest, by authority: TimeStampAuthority
  ) throws(TimeStampError) -> TimeStampToken {
    var nonce: [UInt8]
    do throws(SigningError) {
      nonce = try environment.random(LocalTimeStampAuthority.nonceSize)
    } catch { throw TimeStampError(.unavailable, error.reason) }
    // A positive number whose encoding always has the same length.
    if let first = nonce.first { nonce[0] = first & 0x3F | 0x40 }
    let token = try authority.stamp(digest, at: environment.now(), nonce: nonce)
    guard token.nonce == nonce else {
      throw TimeStampError(.mismatch, "the answer is to another request")
    }
    return token
  }

  private func name(of source: TimeStampSource) -> String {
    switch source {
    case .remote(let authority): authority.url
    case .local: "local"
    }
  }
}
