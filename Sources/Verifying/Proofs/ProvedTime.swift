import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust

/// A time that an authority with a path to given anchors attests for a claim signature.
struct ProvedTime: Sendable {
  /// The attested time.
  let time: UTCTime
  /// The authority's certificate and what came with it.
  let authority: SignerCredential
  /// Whether nothing in the token can be changed without breaking it.
  let hasStrictForm: Bool

  /// How far an authority's clock may run ahead of the moment of judgement, in seconds.
  static let clockSkew: Int64 = 300

  /// Proves a token: its own signature, its imprint of `message`, and the authority's chain, valid
  /// at the attested time (C2PA 2.4 §15.8.2).
  init(
    _ token: TimeStampToken, over message: [UInt8], context: ValidationContext
  ) throws(TimeStampFault) {
    do throws(TimeStampError) {
      try token.verifySignature()
      try token.verifyImprint(of: message)
    } catch { throw TimeStampFault(error) }
    try self.init(proved: token, context: context)
  }

  /// The same of a token whose own signature and imprint are proved: the authority's chain.
  init(proved token: TimeStampToken, context: ValidationContext) throws(TimeStampFault) {
    guard let signer = token.signer,
      let authority = context.chains.credential(
        of: [signer] + token.certificates.filter { $0 != signer })
    else {
      throw TimeStampFault(
        .timeStampUntrusted, "the stamp does not hold its authority's certificate")
    }
    guard let anchors = context.timeStampAnchors else {
      throw TimeStampFault(
        .timeStampUntrusted, "no time-stamping authorities were given to believe in")
    }
    switch ProvedTime.path(of: authority, to: anchors, at: token.generated, context) {
    case .success: break
    case .failure(let failure) where failure.kind == .expired || failure.kind == .notYetValid:
      throw TimeStampFault(
        .timeStampOutsideValidity, "the authority's certificate was not valid at the stamp's time")
    case .failure(let failure):
      throw TimeStampFault(
        .timeStampUntrusted, "no chain leads to a time-stamping authority: \(failure.description)")
    }
    guard token.generated <= context.latest.adding(seconds: ProvedTime.clockSkew) else {
      throw TimeStampFault(
        .timeStampOutsideValidity, "the stamp is later than the moment of judgement")
    }
    guard signer.notBefore <= token.generated, token.generated <= signer.notAfter else {
      throw TimeStampFault(
        .timeStampOutsideValidity, "the authority's certificate was not valid at the stamp's time")
    }
    time = token.generated
    self.authority = authority
    hasStrictForm =
      token.hasStrictForm
      && StampCertificates.belong(
        token.certificates, to: context.chains.everyPath(of: authority, to: anchors),
        by: context.chains)
  }

  /// A path to an authority that was given, else to one that a list believed in at that time.
  private static func path(
    of authority: SignerCredential, to anchors: AnchorSet, at time: UTCTime,
    _ context: ValidationContext
  ) -> Result<ChainPath, ChainFailure> {
    if let given = context.givenTimeStampAnchors,
      case .success(let path) = context.chains.path(of: authority, to: given, at: time)
    {
      return .success(path)
    }
    return context.chains.path(of: authority, to: anchors, at: time) { anchor in
      context.trust.believes(timeStampAnchor: anchor, at: time)
    }
  }

  /// Whether each of `certificates` is in the authority's chain, bound by the signature of the one
  /// above it.
  func binds(_ certificates: [Certificate], context: ValidationContext) -> Bool {
    guard let anchors = context.timeStampAnchors else { return false }
    return context.chains.everyPath(of: authority, to: anchors).contains { path in
      path.isValid(at: time) && certificates.allSatisfy { path.certificates.contains($0) }
    }
  }
}

/// Why a time stamp is ignored, under the standard's own code.
struct TimeStampFault: Error, Hashable, Sendable {
  /// The code; always an informational one.
  let code: StatusCode
  /// What is wrong, in lower case and without a full stop.
  let reason: String

  init(_ code: StatusCode, _ reason: String) {
    self.code = code
    self.reason = reason
  }

  /// What a token that cannot be read or believed amounts to.
  init(_ error: TimeStampError) {
    reason = error.reason
    code =
      switch error.kind {
      case .malformed, .refused, .unavailable: .timeStampMalformed
      case .mismatch: .timeStampMismatch
      case .untrusted: .timeStampUntrusted
      case .outsideValidity: .timeStampOutsideValidity
      case .credentialInvalid: .timeStampCredentialInvalid
      }
  }
}

extension ProvedTime {
  /// Why the stamp counts for nothing, whatever place of a list asks; nil when it may count.
  func loss(in context: ValidationContext) -> AuthorityLoss? {
    context.authority(authority, at: time).loss()
  }

  /// Why the stamp's authority does not count at a place: the list that knows the signer did not believe in it
  /// at that time, or only on a way that was revoked.
  func authorityFault(by anchors: ListAnchors, in context: ValidationContext) -> Note? {
    switch StampStanding(of: authority, at: time, by: anchors, in: context) {
    case .believed:
      context.authority(authority, at: time).isRevoked(by: anchors)
        ? Note(OfficialCode.authorityRevoked) : nil
    case .otherTime(let words): Note(OfficialCode.authorityNotGranted, words)
    case .otherService: Note(OfficialCode.authorityUnlisted, StampStanding.otherServiceWords)
    case .unlisted: Note(OfficialCode.authorityUnlisted)
    }
  }
}
