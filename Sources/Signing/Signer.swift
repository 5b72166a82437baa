import Bytes

/// Signs documents with one credential.
///
/// One signer serves a whole run and many threads: each call reads its document once and writes
/// it once, in flat memory, and a call that fails leaves nothing behind.
public struct Signer: Sendable {
  private let credential: Credential
  private let timeStamping: TimeStamping
  private let generator: ClaimGenerator
  private let inspection: Inspection
  private let environment: Environment

  /// A signer that signs with `credential`.
  ///
  /// - Parameters:
  ///   - timeStamping: where trusted time comes from.
  ///   - generator: the product that the claims name.
  ///   - inspection: validates existing credentials and reads every output back.
  ///   - environment: the time and randomness.
  /// - Throws: `SigningError` of kind `certificate` when the C2PA certificate profile refuses the
  ///   certificate or it is out of date.
  public init(
    credential: Credential, timeStamping: TimeStamping, generator: ClaimGenerator = .broadseal,
    inspection: Inspection, environment: Environment
  ) throws(SigningError) {
    self.credential = credential
    self.timeStamping = timeStamping
    self.generator = generator
    self.inspection = inspection
    self.environment = environment
  }

  /// Signs one document.
  ///
  /// - Throws: `SigningError`; then nothing was written.
  public func sign(_ request: SigningRequest) throws(SigningError) -> SigningResult {
    throw SigningError(.internal, "no cryptography yet", path: request.input.display)
  }
}
