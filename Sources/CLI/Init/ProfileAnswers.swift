import ArgumentParser

/// What `init` asks, for those who say it on the command line.
struct ProfileAnswers: ParsableArguments {
  @Option(
    help: ArgumentHelp("The signing key: a file, or a pkcs11: address.", valueName: "file|uri"))
  var key: KeyArgument?

  @Option(
    help: ArgumentHelp(
      "PEM file with the key's certificate and those above it, leaf first, unless the key's own file "
        + "holds them.", valueName: "pem"))
  var certificates: PathArgument?

  @Option(
    help: ArgumentHelp(
      "The government trust list that results are read back with; its keys stand beside it.",
      valueName: "list.json"))
  var government: PathArgument?

  @Option(help: ArgumentHelp("The agency's id, as the list has it.", valueName: "id"))
  var agency: PlainText?

  @Option(help: ArgumentHelp("The agency's name in English.", valueName: "name"))
  var nameEn: PlainText?

  @Option(help: ArgumentHelp("The agency's name in Japanese.", valueName: "name"))
  var nameJa: PlainText?

  @Option(
    help: ArgumentHelp(
      "US, JP, a part such as JP-13, or INT; from the list or the certificate if absent.",
      valueName: "code"))
  var jurisdiction: PlainText?

  @Option(help: ArgumentHelp("Language of the documents: en, ja.", valueName: "tag"))
  var language: PlainText?

  @Option(
    help: ArgumentHelp(
      "A time-stamp authority: https://… or http://…, or key:FILE. Repeatable.", valueName: "url"))
  var tsa: [PlainText] = []

  @Option(
    help: ArgumentHelp(
      "Anchors of time-stamp authorities beside those of the list.", valueName: "pem"))
  var tsaAnchors: PathArgument?

  func validate() throws {
    if tsa.count > 1, tsa.contains(where: { $0.text.hasPrefix("key:") }) {
      throw ValidationError("--tsa names addresses, or one file with key:")
    }
  }
}
