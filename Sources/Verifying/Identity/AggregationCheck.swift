import BroadsealBytes
import BroadsealCOSE
import BroadsealNotes
import BroadsealProvenance

/// An identity that a service vouches for by a credential (CAWG Identity 1.3 §8.1.5): everything about it
/// that can be seen without asking the network.
///
/// Nobody here is told which services to believe, so that such an identity never speaks for a document:
/// what stands in it is shown to be sound, or said to be at fault.
struct AggregationCheck {
  /// The assertion.
  let identity: IdentityAssertion
  /// Where statuses stand.
  let place: String
  /// Whom to believe about time.
  let context: ValidationContext
  /// The trusted time of the claim that lists the identity.
  let claimTime: UTCTime?

  /// Notes what is wrong, in the order of the standard.
  func run(into log: inout StatusLog) {
    do throws(Problem) {
      let sign1 = try signature()
      noteHeaders(of: sign1, into: &log)
      guard let payload = sign1.payload else {
        throw Problem(.cawgIcaInvalidVerifiableCredential, "the signature carries no credential")
      }
      let credential = try AggregationCredential(parsing: payload)
      noteIssuer(of: credential, sign1, over: payload, into: &log)
      let stamp = stamp(of: sign1, into: &log)
      noteValidity(
        of: credential, at: [context.time, claimTime, stamp].compactMap(\.self), into: &log)
      if credential.hasStatus {
        log.add(
          .cawgIcaRevocationUnsupported, at: place,
          "the credential's revocation is to be looked up elsewhere, which is not done")
      }
      if !credential.isBound(to: identity.signedValue) {
        log.add(
          .cawgIcaSignerPayloadMismatch, at: place, "the credential is about other assertions")
      }
      if let problem = credential.identitiesProblem {
        log.add(problem.code, at: place, problem.reason)
      }
    } catch { log.add(error.code, at: place, error.reason) }
  }

  private func signature() throws(Problem) -> Sign1 {
    do throws(Malformed) {
      return try Sign1(decoding: identity.signature[...])
    } catch {
      throw Problem(
        .cawgIcaInvalidCoseSign1,
        "the signature of the identity cannot be read: \(error.description)")
    }
  }

  private func noteHeaders(of sign1: Sign1, into log: inout StatusLog) {
    if sign1.algorithm == nil {
      log.add(.cawgIcaInvalidAlg, at: place, "the signature algorithm is not allowed")
    }
    if sign1.contentType.map({ !$0.isExactly("application/vc") }) ?? true {
      log.add(
        .cawgIcaInvalidContentType, at: place, "the payload is not marked as application/vc")
    }
  }

  private func noteIssuer(
    of credential: AggregationCredential, _ sign1: Sign1, over payload: [UInt8],
    into log: inout StatusLog
  ) {
    guard let issuer = credential.issuer.flatMap(DecentralizedIdentifier.init) else {
      log.add(.cawgIcaInvalidIssuer, at: place, "the credential's issuer is no DID")
      return
    }
    do throws(Problem) {
      let key = try issuer.key()
      if let algorithm = sign1.algorithm,
        !sign1.unknownCriticalLabels.isEmpty
          || !sign1.isSigned(by: key, over: payload, with: algorithm)
      {
        throw Problem(.cawgIcaSignatureMismatch, "the signature of the credential does not hold")
      }
    } catch { log.add(error.code, at: place, error.reason) }
    log.add(
      .cawgIcaUntrustedIssuer, at: place, "no list that was given vouches for the service")
  }

  /// The time of a trusted stamp on the signature; the form of C2PA 1.x is passed over.
  private func stamp(of sign1: Sign1, into log: inout StatusLog) -> UTCTime? {
    guard let header = sign1.timeStamps.first, header.form == .overSignature else { return nil }
    var found = StatusLog()
    let time = TimeStampCheck.run(sign1, claim: [], at: place, context: context, into: &found)
    log.add(
      time == nil ? .cawgIcaTimeStampInvalid : .cawgIcaTimeStampValidated, at: place,
      found.entries.first?.detail)
    return time?.time
  }

  /// Compared with "each of the following values, if available": now, the claim's stamp, its own stamp.
  private func noteValidity(
    of credential: AggregationCredential, at times: [UTCTime], into log: inout StatusLog
  ) {
    switch credential.start {
    case nil: log.add(.cawgIcaValidFromMissing, at: place, "the credential has no start")
    case .malformed: log.add(.cawgIcaValidFromInvalid, at: place, "its start is no date")
    case .time(let start) where times.contains { $0 < start }:
      log.add(.cawgIcaValidFromInvalid, at: place, "the credential was not valid yet")
    case .time: break
    }
    switch credential.end {
    case .malformed: log.add(.cawgIcaValidUntilInvalid, at: place, "its end is no date")
    case .time(let end) where times.contains { $0 > end }:
      log.add(.cawgIcaValidUntilInvalid, at: place, "the credential was no longer valid")
    case .time, nil: break
    }
  }
}
