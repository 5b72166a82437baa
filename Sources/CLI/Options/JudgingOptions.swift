import ArgumentParser
import BroadsealBytes
import BroadsealTrust
import BroadsealVerifying

/// Who is believed, how strictly, and what is known of revoked certificates: shared by every command
/// that judges a signer.
struct JudgingOptions: ParsableArguments {
  @OptionGroup
  var trust: TrustOptions

  @Flag(help: "Official needs proof that the signer's certificate was not revoked.")
  var strict = false

  @OptionGroup
  var revocation: RevocationOptions

  func validate() throws {
    if trust.at != nil, revocation.online != nil {
      throw ValidationError(
        "--at judges a moment that nobody can be asked about: leave --online out")
    }
  }

  /// Every file that a judgement reads beside the documents.
  var files: [FilePath] { trust.files + revocation.files }

  /// The moment that was named to judge by.
  var at: TimeArgument? { trust.at }

  /// The moment to judge by.
  func time() -> UTCTime { trust.time() }

  /// The clock that runs on while files are judged.
  var clock: (@Sendable () -> UTCTime)? { trust.clock }

  /// Everything that was given, proved; see `TrustOptions.context`.
  func context(
    at time: UTCTime, kept: (bundle: EvidenceBundle, name: String)? = nil,
    keys: [PathArgument] = []
  ) throws(TrustError) -> TrustContext {
    try trust.context(at: time, kept: kept, keys: keys)
  }

  /// How strictly to verify.
  ///
  /// - Parameter digestsFile: whether anything that is written states the file's SHA-256, which
  ///   mostly costs a second digest over it.
  func options(digestsFile: Bool) -> VerifierOptions {
    VerifierOptions(isStrict: strict, digestsFile: digestsFile)
  }
}
