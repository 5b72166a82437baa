import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealSigning

/// Where `sign` takes trusted time from.
struct TimeStampOptions: ParsableArguments {
  @Option(
    name: .customLong("tsa"),
    help: ArgumentHelp(
      "A time-stamp authority: https://… or http://… (opens a socket), or key:FILE. Repeatable, "
        + "tried in order.",
      valueName: "url"))
  var authorities: [PlainText] = []

  @Option(
    help: ArgumentHelp(
      "Seconds that an authority has to answer; \(RemoteTimeStampAuthority.usualTimeout) if absent.",
      valueName: "seconds"))
  var tsaTimeout: Int?

  @Option(
    help: ArgumentHelp(
      "The policy that the authority must stamp under; one with a key at hand has its own.",
      valueName: "oid"))
  var tsaPolicy: ObjectIdentifierArgument?

  @OptionGroup
  var network: NetworkOptions

  @Flag(help: "Sign without a time stamp: such a label is never official.")
  var noTimestamp = false

  @Flag(help: "Sign even if no authority answers.")
  var allowMissingTimestamp = false

  func validate() throws {
    if noTimestamp, !authorities.isEmpty || allowMissingTimestamp {
      throw ValidationError("--no-timestamp excludes --tsa and --allow-missing-timestamp")
    }
    if let tsaTimeout, !(1...3_600).contains(tsaTimeout) {
      throw ValidationError("--tsa-timeout takes a number from 1 to 3600")
    }
  }

  /// The authorities of the command line, else of the profile; saying nothing at all is an error.
  func stamping(
    _ profile: IssuerProfile, passphrase: PassphraseOptions
  ) throws -> TimeStamping {
    if noTimestamp { return .none }
    var settings = profile.timeStampSettings
    if !authorities.isEmpty {
      settings.authorities = authorities.map { authority in
        authority.text.hasPrefix("key:")
          ? .key(FilePath(String(authority.text.dropFirst(4)))) : .url(authority.text)
      }
    }
    if let tsaTimeout { settings.timeout = tsaTimeout }
    if let tsaPolicy { settings.policy = tsaPolicy.text }
    if let tlsCa = network.tlsCa { settings.tlsAuthorities = tlsCa.path }
    guard !settings.authorities.isEmpty else {
      throw Failure.usage(
        "no time-stamp authority", hint: "--tsa names one; --no-timestamp does without")
    }
    return .authorities(
      try settings.sources(passphrase.passphrases, file: passphrase.passphraseFile?.path),
      allowMissing: allowMissingTimestamp)
  }

  /// Whether the user said that the result may be without a stamp.
  var mayLackStamp: Bool { noTimestamp || allowMissingTimestamp }
}
