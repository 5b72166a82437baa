import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
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
    help: ArgumentHelp("The policy that the authority must stamp under.", valueName: "oid"))
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
    var sources: [TimeStampSource] = []
    for authority in authorities {
      sources.append(try source(authority.text, profile, passphrase))
    }
    if sources.isEmpty {
      switch profile.timeStamps {
      case .key(let path): sources = [.local(try TimeStampOptions.local(path, passphrase))]
      case .urls(let urls):
        for url in urls { sources.append(try remote(url, profile)) }
      case nil:
        throw Failure.usage(
          "no time-stamp authority", hint: "--tsa names one; --no-timestamp does without")
      }
    }
    return .authorities(sources, allowMissing: allowMissingTimestamp)
  }

  private func source(
    _ text: String, _ profile: IssuerProfile, _ passphrase: PassphraseOptions
  ) throws -> TimeStampSource {
    guard text.hasPrefix("key:") else { return try remote(text, profile) }
    return .local(try TimeStampOptions.local(FilePath(String(text.dropFirst(4))), passphrase))
  }

  private static func local(
    _ path: FilePath, _ passphrase: PassphraseOptions
  ) throws -> LocalTimeStampAuthority {
    try passphrase.opening(path) { passphrase in
      try LocalTimeStampAuthority.load(key: path, passphrase: passphrase)
    }
  }

  private func remote(
    _ url: String, _ profile: IssuerProfile
  ) throws(Failure) -> TimeStampSource {
    do throws(HTTPError) {
      _ = try HTTPAddress(url)
    } catch {
      throw .usage(
        "\(HTTPAddress.shown(url)) is no time-stamp authority: \(error)",
        hint: "https://…, http://… or key:FILE")
    }
    return .remote(
      RemoteTimeStampAuthority(
        url: url, timeout: tsaTimeout ?? RemoteTimeStampAuthority.usualTimeout,
        policy: tsaPolicy?.text ?? profile.stampPolicy,
        trust: try network.trust(profile.tlsAuthorities)))
  }
}

extension TimeStampOptions {
  /// Whether the user said that the result may be without a stamp.
  var mayLackStamp: Bool { noTimestamp || allowMissingTimestamp }
}
