import BroadsealBytes
import BroadsealCOSE
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust

/// The claim signature: where it is, whose certificate it names, when it was made, and whether it
/// holds (C2PA 2.4 §15.7 and §15.8).
struct SignatureCheck {
  private let manifest: Manifest
  private let claim: Claim
  private let context: ValidationContext
  private let time: UTCTime
  private let laterStamps: [[UInt8]]
  private let place: String

  /// The proved signature; nil when it does not hold.
  ///
  /// - Parameters:
  ///   - time: the moment to judge by when the signature bears no trusted stamp.
  ///   - laterStamps: tokens that later manifests bring for it.
  static func run(
    _ manifest: Manifest, claim: Claim, context: ValidationContext, at time: UTCTime,
    laterStamps: [[UInt8]] = [], into log: inout StatusLog
  ) -> ProvedSignature? {
    let place = Place(manifest: manifest.label).signature
    let check = SignatureCheck(
      manifest: manifest, claim: claim, context: context, time: time, laterStamps: laterStamps,
      place: place)
    do throws(Problem) {
      let sign1 = try check.signature()
      let algorithm = try check.algorithm(of: sign1)
      let chain = try check.chain(of: sign1)
      guard let credential = context.chains.credential(of: chain.certificates) else {
        throw Problem(.signingCredentialInvalid, "a certificate of the signer cannot be read")
      }
      return check.judge(sign1, algorithm, chain, credential, into: &log)
    } catch {
      log.add(error.code, at: place, error.reason)
      return nil
    }
  }

  private func signature() throws(Problem) -> Sign1 {
    let box = try manifest.signature.get()
    do {
      return try Sign1(decoding: box.bytes)
    } catch {
      throw Problem(.claimSignatureMismatch, "the signature cannot be read: \(error.reason)")
    }
  }

  private func algorithm(of sign1: Sign1) throws(Problem) -> SignatureAlgorithm {
    guard let algorithm = sign1.algorithm else {
      throw Problem(.algorithmUnsupported, "the signature algorithm is not allowed")
    }
    guard sign1.unknownCriticalLabels.isEmpty else {
      throw Problem(.claimSignatureMismatch, "the signature has an unknown critical header")
    }
    return algorithm
  }

  private func chain(of sign1: Sign1) throws(Problem) -> X5Chain {
    switch sign1.x5chain {
    case .success(let chain): return chain
    case .failure(.missing):
      throw Problem(.signingCredentialInvalid, "the signature names no certificate")
    case .failure(.repeated):
      throw Problem(.signingCredentialInvalid, "the signature names its certificates twice")
    case .failure(.malformed):
      throw Problem(.signingCredentialInvalid, "the signature's certificates cannot be read")
    }
  }

  private func judge(
    _ sign1: Sign1, _ algorithm: SignatureAlgorithm, _ chain: X5Chain,
    _ credential: SignerCredential, into log: inout StatusLog
  ) -> ProvedSignature? {
    let isAllowed = context.allows(credential)
    if !isAllowed, let violation = credential.violations.first {
      log.add(
        .signingCredentialInvalid, at: place,
        "the signer's certificate breaks the profile: \(violation.reason)")
    }
    let stamps = TimeStampCheck.all(
      sign1, claim: claim.bytes, later: laterStamps, at: place, context: context, into: &log)
    let stamp = stamps.first
    ChainCheck.run(
      credential, isAllowed: isAllowed, at: stamp?.time ?? time, place: place, context: context,
      into: &log)
    RevocationCheck.run(
      sign1, by: credential, stamp: stamp?.time, place: place, context: context, into: &log)
    guard
      let proof = ProvedSignature(
        sign1, over: claim.bytes, by: credential, with: algorithm, stamps: stamps,
        unbelieved: stamps.isEmpty
          ? TimeStampCheck.unbelieved(sign1, claim: claim.bytes, context: context) : nil,
        isCredentialProtected: chain.isProtected && chain.hasIntegerLabel)
    else {
      log.add(
        .claimSignatureMismatch, at: place,
        sign1.payloadIsNil
          ? "the claim signature does not hold" : "the signature carries a payload of its own")
      return nil
    }
    log.add(.claimSignatureValidated, at: place, "the claim signature holds")
    return proof
  }
}
