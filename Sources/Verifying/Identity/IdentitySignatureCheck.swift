import BroadsealBytes
import BroadsealCOSE
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust

/// The COSE signature of an identity by an X.509 certificate (CAWG identity 1.3 §8.2.3).
struct IdentitySignatureCheck {
  /// The assertion.
  let identity: IdentityAssertion
  /// Where statuses stand.
  let place: String
  /// Whom to believe.
  let context: ValidationContext
  /// The trusted stamp on the claim that lists the identity.
  let claimTime: ProvedTime?
  /// The moment to judge by when nothing is stamped.
  let time: UTCTime

  /// `id-kp-documentSigning` (RFC 9336 §3.1): the one purpose that CAWG 1.3 asks every verifier to
  /// accept.
  static let purpose = "1.3.6.1.5.5.7.3.36"

  /// Who signed; nil when the signature does not hold.
  func run(into log: inout StatusLog) -> ProvedIdentity.Holder? {
    do throws(Problem) {
      let sign1 = try signature()
      guard let algorithm = sign1.algorithm else {
        throw Problem(.cawgX509AlgorithmUnsupported, "the signature algorithm is not allowed")
      }
      let credential = try credential(of: sign1)
      guard sign1.payloadIsNil, sign1.unknownCriticalLabels.isEmpty,
        identity.payloads.contains(where: { payload in
          sign1.isSigned(by: credential.leaf.publicKey, over: payload, with: algorithm)
        })
      else {
        throw Problem(.cawgX509SignatureMismatch, "the signature of the identity does not hold")
      }
      log.add(.cawgX509SignatureValidated, at: place, "the signature of the identity holds")
      return judge(sign1, algorithm, credential, into: &log)
    } catch {
      log.add(error.code, at: place, error.reason)
      return nil
    }
  }

  private func signature() throws(Problem) -> Sign1 {
    do {
      return try Sign1(decoding: identity.signature[...])
    } catch {
      throw Problem(
        .cawgX509SignatureMismatch, "the signature of the identity cannot be read: \(error.reason)")
    }
  }

  private func credential(of sign1: Sign1) throws(Problem) -> SignerCredential {
    guard case .success(let chain) = sign1.x5chain,
      let credential = context.chains.credential(of: chain.certificates)
    else {
      throw Problem(
        .cawgX509CredentialUntrusted, "the identity's certificates are missing or cannot be read")
    }
    return credential
  }

  private func judge(
    _ sign1: Sign1, _ algorithm: SignatureAlgorithm, _ credential: SignerCredential,
    into log: inout StatusLog
  ) -> ProvedIdentity.Holder {
    let stamp = stamp(of: sign1, into: &log) ?? claimTime
    let moment = stamp?.time ?? time
    let fault = fault(of: credential, at: moment)
    log.add(
      fault == nil ? .cawgX509CredentialTrusted : .cawgX509CredentialUntrusted, at: place,
      fault ?? "the identity's chain ends at an anchor of a government list")
    let isInside = credential.leaf.notBefore <= moment && moment <= credential.leaf.notAfter
    log.add(
      isInside ? .cawgX509SignatureInsideValidity : .cawgX509SignatureOutsideValidity, at: place,
      isInside
        ? "the identity's certificate was valid at the time of signing"
        : "the identity's certificate was not valid at the time of signing")
    var revocation = StatusLog()
    RevocationCheck.run(
      sign1, by: credential, stamp: stamp?.time, place: place, context: context, into: &revocation)
    log.add(asIdentity: revocation)
    let isTrusted = fault == nil && isInside && !revocation.has(.signingCredentialOcspRevoked)
    log.add(
      isTrusted ? .cawgIdentityTrusted : .cawgIdentityWellFormed, at: place,
      isTrusted
        ? "the identity is one that a government list vouches for"
        : "the identity holds, and nobody given vouches for it")
    let chain = try? sign1.x5chain.get()
    return ProvedIdentity.Holder(
      credential: credential, algorithm: algorithm.name, time: stamp,
      bearsStamp: !sign1.timeStamps.isEmpty, revocation: RevocationStanding(revocation),
      responses: sign1.ocspResponses ?? [],
      isCanonical: ProvedSignature.isCanonical(sign1) && sign1.paddingIsZero,
      isCredentialProtected: chain.map { $0.isProtected && $0.hasIntegerLabel } ?? false,
      isTrusted: isTrusted)
  }

  /// Only a stamp over the signature counts here; the form of C2PA 1.x does not.
  private func stamp(of sign1: Sign1, into log: inout StatusLog) -> ProvedTime? {
    guard let header = sign1.timeStamps.first else { return nil }
    guard header.form == .overSignature else {
      log.add(
        .cawgX509TimeStampMalformed, at: place, "the stamp has the form of the first version")
      return nil
    }
    var found = StatusLog()
    let time = TimeStampCheck.run(sign1, claim: [], at: place, context: context, into: &found)
    log.add(asIdentity: found)
    return time
  }

  /// Why nobody vouches for the certificate. The lists of C2PA vouch for products, so that only a
  /// government list can vouch for an agency here.
  private func fault(of credential: SignerCredential, at moment: UTCTime) -> String? {
    if context.allows(credential) { return nil }
    if let violation = credential.violations.first {
      return "the identity's certificate breaks the profile: \(violation.reason)"
    }
    guard credential.purposes.contains(IdentitySignatureCheck.purpose) else {
      return "the identity's certificate is not made for signing documents"
    }
    let isListed = context.lists.contains { list in
      guard let anchors = list.claims,
        case .success = context.chains.path(of: credential, to: anchors, at: moment)
      else { return false }
      return true
    }
    return isListed ? nil : "no chain leads from the identity to a government list"
  }
}

/// The codes that CAWG identity 1.3 §8.2 gives to what is the same check in a claim signature.
enum IdentityCode {
  /// The identity's own code for a claim's; nil for what has none.
  static func of(_ code: StatusCode) -> StatusCode? { codes[code] }

  private static let codes: [StatusCode: StatusCode] = [
    .timeStampTrusted: .cawgX509TimeStampTrusted,
    .timeStampValidated: .cawgX509TimeStampValidated,
    .timeStampMalformed: .cawgX509TimeStampMalformed,
    .timeStampMismatch: .cawgX509TimeStampMismatch,
    .timeStampUntrusted: .cawgX509TimeStampUntrusted,
    .timeStampOutsideValidity: .cawgX509TimeStampOutsideValidity,
    .timeStampCredentialInvalid: .cawgX509TimeStampCredentialInvalid,
    .signingCredentialOcspNotRevoked: .cawgX509OcspNotRevoked,
    .signingCredentialOcspUnknown: .cawgX509OcspUnknown,
    .signingCredentialOcspRevoked: .cawgIdentityCredentialRevoked,
  ]
}

extension StatusLog {
  /// Notes every status of a check that knows only the codes of claim signatures, in the codes of
  /// an identity.
  mutating func add(asIdentity other: StatusLog) {
    for entry in other.entries {
      guard let code = IdentityCode.of(entry.code) else { continue }
      add(code, at: entry.place, entry.detail)
    }
  }
}
