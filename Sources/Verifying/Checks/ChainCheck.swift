import BroadsealBytes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust

/// Who vouches for the signer's certificate, and whether it was valid when it signed
/// (C2PA 2.4 §14.5.2, §15.7 and §15.8).
enum ChainCheck {
  /// - Parameters:
  ///   - isAllowed: whether the user believes the certificate itself, by hand.
  ///   - time: the time of a trusted stamp; without one, the moment of judgement.
  static func run(
    _ credential: SignerCredential, isAllowed: Bool, at time: UTCTime, place: String,
    context: ValidationContext, into log: inout StatusLog
  ) {
    let path = trustedPath(of: credential, at: time, context: context)
    switch path {
    case _ where isAllowed:
      log.add(.signingCredentialTrusted, at: place, "the signer is trusted by hand")
    case .success:
      log.add(.signingCredentialTrusted, at: place, "the signer's chain ends at a given anchor")
    case .failure(let reason):
      log.add(.signingCredentialUntrusted, at: place, reason.text)
    }
    let isInside =
      credential.leaf.notBefore <= time && time <= credential.leaf.notAfter
      && (isAllowed || isPathValid(of: credential, at: time, context: context))
    log.add(
      isInside ? .claimSignatureInsideValidity : .claimSignatureOutsideValidity, at: place,
      isInside
        ? "the signer's certificate was valid at the time of signing"
        : "the signer's certificate was not valid at the time of signing")
  }

  private struct Untrusted: Error {
    let text: String
  }

  private static func trustedPath(
    of credential: SignerCredential, at time: UTCTime, context: ValidationContext
  ) -> Result<ChainPath, Untrusted> {
    guard let anchors = context.claimAnchors else {
      return .failure(Untrusted(text: "no anchors were given to believe in"))
    }
    guard
      credential.purposes.contains(where: context.trust.anchors.acceptedPurposes.contains)
    else {
      return .failure(Untrusted(text: "the signer's certificate has no accepted purpose"))
    }
    if let withdrawal = context.withdrawal(of: credential, signedAt: time) {
      return .failure(
        Untrusted(
          text: "a government list withdrew its trust from \(withdrawal.date) on: "
            + withdrawal.reason.rawValue))
    }
    if let given = context.toolAnchors,
      case .success(let path) = context.chains.path(of: credential, to: given, at: time)
    {
      return .success(path)
    }
    return context.chains.path(of: credential, to: anchors, at: time) { anchor in
      context.trust.believes(claimAnchor: anchor, at: time)
    }
    .mapError { Untrusted(text: "no chain leads to an anchor: \($0.description)") }
  }

  /// CA certificates count where a path to an anchor is known; without one, only the signer's own.
  private static func isPathValid(
    of credential: SignerCredential, at time: UTCTime, context: ValidationContext
  ) -> Bool {
    guard let anchors = context.claimAnchors,
      case .success = context.chains.timelessPath(of: credential, to: anchors)
    else { return true }
    return context.chains.everyPath(of: credential, to: anchors).contains { $0.isValid(at: time) }
  }
}
