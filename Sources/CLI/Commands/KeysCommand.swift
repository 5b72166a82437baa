import ArgumentParser

/// `broadseal keys`: keys and requests, demonstration keys, and what is to be said of certificates.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Make keys and certificate requests; show and check keys and certificates.",
    subcommands: [
      KeysRequestCommand.self, KeysCheckCommand.self, KeysShowCommand.self, KeysDemoCommand.self,
    ])
}
