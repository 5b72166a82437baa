import ArgumentParser

/// `broadseal keys`: demonstration keys, and what is to be said of keys and certificates.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Make demonstration keys; show and check keys and certificates.",
    subcommands: [KeysDemoCommand.self, KeysCheckCommand.self, KeysShowCommand.self])
}
