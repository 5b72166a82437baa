import ArgumentParser
import Bytes
import Signing

/// Where `sign` takes trusted time from.
struct TimeStampOptions: ParsableArguments {
  @Option(
    name: .customLong("tsa"),
    help: ArgumentHelp(
      "A time-stamp authority: http://… (opens a socket) or key:FILE. Repeatable, tried in order.",
      valueName: "url"))
  var authorities: [PlainText] = []

  @Flag(help: "Sign without a time stamp: such a label is never official.")
  var noTimestamp = false

  @Flag(help: "Sign even if no authority answers.")
  var allowMissingTimestamp = false

  func validate() throws {
    if noTimestamp, !authorities.isEmpty || allowMissingTimestamp {
      throw ValidationError("--no-timestamp excludes --tsa and --allow-missing-timestamp")
    }
  }

  /// The authorities of the command line, else of the profile; saying nothing at all is an error.
  func stamping(
    _ profile: IssuerProfile, passphrase: PassphraseOptions
  ) throws -> TimeStamping {
    if noTimestamp { return .none }
    var sources: [TimeStampSource] = []
    for authority in authorities { sources.append(try source(authority.text, passphrase)) }
    if sources.isEmpty {
      switch profile.timeStamps {
      case .key(let path): sources = [.local(try TimeStampOptions.local(path, passphrase))]
      case .urls(let urls):
        for url in urls { sources.append(try TimeStampOptions.remote(url)) }
      case nil:
        throw Failure.usage(
          "no time-stamp authority", hint: "--tsa names one; --no-timestamp does without")
      }
    }
    return .authorities(sources, allowMissing: allowMissingTimestamp)
  }

  private func source(_ text: String, _ passphrase: PassphraseOptions) throws -> TimeStampSource {
    guard text.hasPrefix("key:") else { return try TimeStampOptions.remote(text) }
    return .local(try TimeStampOptions.local(FilePath(String(text.dropFirst(4))), passphrase))
  }

  private static func local(
    _ path: FilePath, _ passphrase: PassphraseOptions
  ) throws -> LocalTimeStampAuthority {
    try passphrase.opening(path) { passphrase in
      try LocalTimeStampAuthority.load(key: path, passphrase: passphrase)
    }
  }

  private static func remote(_ url: String) throws(Failure) -> TimeStampSource {
    guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
      throw .usage("\(url) is no time-stamp authority", hint: "http://… or key:FILE")
    }
    return .remote(url: url)
  }
}

extension TimeStampOptions {
  /// Whether the user said that the result may be without a stamp.
  var mayLackStamp: Bool { noTimestamp || allowMissingTimestamp }
}
