import ArgumentParser
import BroadsealBytes
import BroadsealTrust

/// `broadseal trust remove`: takes a mistake off a draft.
struct TrustRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take an entry off a draft that was put on it by mistake.",
    usage: """
      broadseal trust remove <draft> --agency <id> [--certificate <pem>]
      broadseal trust remove <draft> --certificate <pem>
      """,
    discussion: """
      For an entry with a wrong name, certificate or scope that no published list has: trust add then \
      puts the right one there. On a published list an entry is never taken off, since all its \
      documents fall with it: trust sign refuses that as a loss. An agency that ends is retired, and a \
      stolen key withdrawn.

      Exit codes: 0 written, 2 usage, 3 a file cannot be read or written, 6 a list or certificate that \
      cannot be used so.
      """)

  @OptionGroup
  var draft: DraftOptions

  @OptionGroup
  var services: ServiceOptions

  func validate() throws {
    guard !services.isEmpty else {
      throw ValidationError("--agency or --certificate says what is taken off")
    }
  }

  func run() throws {
    let certificate = try services.certificate.map { try $0.certificate() }
    var number: Int64 = 1
    try draft.edit(sparing: services.sources, removes: true) {
      number = $0.content.sequence
      try $0.remove(agency: services.agency?.text, certificate: certificate)
    }
    guard number > 1 else { return }
    Console.remark(
      "what stands on the published list and not on this draft is a loss that trust sign refuses: trust retire ends "
        + "an agency, trust withdraw takes a key's worth")
  }
}
