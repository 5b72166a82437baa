import BroadsealBytes
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying

extension Signer {
  /// A signer that has every output read back by an independent verifier before it gets its name.
  ///
  /// - Parameters:
  ///   - credential: the key and its certificates.
  ///   - timeStamping: where trusted time comes from.
  ///   - generator: the product that the claims name.
  ///   - identity: who stands behind the documents beside it; nil: nobody says so.
  ///   - readBack: who reads back. Nil: somebody who believes nobody, and so finds out whether every
  ///     hash and signature holds, and not whether the document is official.
  ///   - environment: the time and randomness; this machine's, unless something else is said.
  /// - Throws: `SigningError` of kind `certificate` when a certificate is out of date.
  public init(
    credential: Credential, timeStamping: TimeStamping, generator: ClaimGenerator = .broadseal,
    identity: OrganisationIdentity? = nil, readBack: ReadBack? = nil,
    environment: Environment = .system
  ) throws(SigningError) {
    let reading =
      if let readBack { readBack } else { try ReadBack.believingNobody(at: environment.now()) }
    try self.init(
      credential: credential, timeStamping: timeStamping, generator: generator, identity: identity,
      inspection: reading.inspection(), environment: environment)
  }
}

extension ReadBack {
  /// A reading that finds out whether every hash and signature holds, and no more.
  static func believingNobody(at time: UTCTime) throws(SigningError) -> ReadBack {
    do throws(TrustError) {
      return ReadBack(try Verifier(trust: TrustStore(), at: time))
    } catch { throw SigningError(.internal, "\(error)") }
  }
}
