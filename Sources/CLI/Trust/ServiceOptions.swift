import ArgumentParser

/// Which services of a draft are meant: those of an agency, those with a certificate, or those of both.
struct ServiceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The agency whose services are meant.", valueName: "id"))
  var agency: PlainText?

  @Option(
    help: ArgumentHelp(
      "Only services with this certificate: one of several CAs, or a time-stamp authority.",
      valueName: "pem"))
  var certificate: PathArgument?

  /// Whether none is named.
  var isEmpty: Bool { agency == nil && certificate == nil }

  /// The files that are read for it.
  var sources: [PathArgument] { [certificate].compactMap(\.self) }
}
