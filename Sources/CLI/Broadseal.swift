package import ArgumentParser
import BroadsealBytes
import BroadsealNotes
import BroadsealReporting
import BroadsealWorkers
import Glibc

/// The command line: signs documents, verifies their labels, audits folders of them.
package struct Broadseal: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: Tool.name,
    abstract: "Signs government documents, verifies their labels, audits folders of them.",
    discussion: """
      Works offline: only `sign --tsa http…`, `--staple-ocsp`, `--online`, `trust update` and \
      `trust fetch` open a socket.

        broadseal verify release.pdf --trust-dir trust
        broadseal sign a.pdf --official --ai none --profile ISSUER.toml -o b.pdf
        broadseal audit releases --trust-dir trust
      """,
    version: Tool.version,
    subcommands: [
      SignCommand.self, ApproveCommand.self, VerifyCommand.self, AuditCommand.self,
      PolicyCommand.self, InspectCommand.self, ExplainCommand.self, RemoveCommand.self,
      KeysCommand.self, TrustCommand.self, VerifyReportCommand.self, HistoryCommand.self,
      InitCommand.self,
    ])

  @Option(
    help: ArgumentHelp("Print the JSON Schema of a machine format.", valueName: "format"))
  var schema: Schema?

  package init() {}

  package func run() throws {
    guard let schema else { throw CleanExit.helpRequest(self) }
    try Console.write(schema.text)
  }

  /// Runs the command that the process was started with, and ends the process.
  package static func start() -> Never {
    signal(SIGPIPE, SIG_IGN)
    FreedMemory.keep()
    var arguments: [String] = []
    do {
      arguments = VerifyReportCommand.complete(
        RenewalForm.complete(try ArgumentText.arguments()))
      Console.speak(LanguageArgument.named(in: arguments) ?? .usual)
      if arguments == ["--version"] {
        try Console.write(Tool.version + "\n")
        Console.quit(.success)
      }
      // The parser would print the general help for a command that there is not.
      if arguments.first == "help", let failure = unknownCommand(in: arguments.dropFirst()) {
        throw failure
      }
      if let failure = singleDash(in: arguments) { throw failure }
      if let failure = SaidTwice.failure(in: arguments, of: deepest(in: arguments).command) {
        throw failure
      }
      let packed = PackedArguments.pack(arguments)
      var command = try direct(packed) ?? parseAsRoot(packed)
      try command.run()
      try Console.finish()
      Console.remarkTimes()
      Console.quit(.success)
    } catch {
      let code = code(reporting: error, arguments)
      Console.remarkTimes()
      Console.quit(code)
    }
  }

  /// The command that `arguments` name, parsed without the commands above it: to walk down to it takes
  /// the parser as long as to hash some megabytes.
  ///
  /// Nil for everything that is not plainly such a command, a mistake in it or `--help` too: then the
  /// walk from the top says what there is to say.
  private static func direct(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let name = arguments.first, let command = command(named: name, below: Broadseal.self),
      command.configuration.subcommands.isEmpty
    else { return nil }
    // For --help the parser makes a command of its own, which does not know what stands above.
    let parsed = try? command.parseAsRoot(Array(arguments.dropFirst()))
    return parsed.flatMap { type(of: $0) == command ? $0 : nil }
  }

  /// Says what went wrong and how the process ends.
  private static func code(reporting error: any Error, _ arguments: [String]) -> ExitCode {
    if let outcome = error as? Outcome {
      do throws(Failure) { try Console.finish() } catch {
        Console.report(error)
        return outcome.code.combined(with: error.code)
      }
      return outcome.code
    }
    if let failure = error as? Failure {
      Console.report(failure)
      return failure.code
    }
    let isParsing = exitCode(for: error) == .validationFailure
    if exitCode(for: error).isSuccess {
      let text = fullMessage(for: error)
      do throws(Failure) {
        try Console.write(text.hasSuffix("\n") ? text : text + "\n")
        return .success
      } catch {
        Console.report(error)
        return error.code
      }
    }
    let failure =
      isParsing
      ? LaterFeature.failure(in: arguments) ?? unknownCommand(in: arguments[...])
        ?? unknownOption(in: arguments, message(for: error))
        ?? usage(message(for: error), arguments) : Failure(explaining: error)
    Console.report(failure)
    return failure.code
  }

  /// The failure of a command line with a mistyped option, where `message` is about something else: the parser says
  /// that last, and what it says before may be what the option would have mended.
  private static func unknownOption(in arguments: [String], _ message: String) -> Failure? {
    guard !message.hasPrefix("Unknown option") else { return nil }
    return DeclaredOptions(of: deepest(in: arguments).command).unknown(in: arguments)
  }

  /// The parser's message as the house words errors.
  private static func usage(_ message: String, _ arguments: [String]) -> Failure {
    let lines = message.split(separator: "\n")
    var line = lines.first.map(String.init) ?? message
    // The values of a long list stand below one another.
    if line.hasSuffix("following:") {
      line += " " + lines.dropFirst().map { $0.drop { " -".contains($0) } }.joined(separator: ", ")
    }
    let plain = line.hasSuffix(".") ? String(line.dropLast()) : line
    let command = deepest(in: arguments).line
    let (said, hint) = UsageHint.split(plain, of: command)
    return .usage(said.asClause, hint: hint ?? "\(command) --help says what there is")
  }

  /// The command that `arguments` are for, and its whole name: the help of the one above it has none of its options.
  private static func deepest(
    in arguments: [String]
  ) -> (command: any ParsableCommand.Type, line: String) {
    var above: any ParsableCommand.Type = Broadseal.self
    var line = Tool.name
    for name in arguments.prefix(2) {
      guard let next = command(named: name, below: above) else { break }
      above = next
      line += " " + name
    }
    return (above, line)
  }

  /// The failure of a command line in which the name of an option stands behind one hyphen: the parser would take
  /// `-official` for `-o fficial`, and sign something else. Nil for any other.
  private static func singleDash(in arguments: [String]) -> Failure? {
    let words = arguments.prefix { $0 != "--" }.compactMap(UsageHint.longName)
    guard !words.isEmpty else { return nil }
    let help = helpMessage(for: deepest(in: arguments).command, columns: 1_000)
    let options = Set(help.split { " ,/\n[]".contains($0) }.filter { $0.hasPrefix("--") })
    guard let word = words.first(where: { options.contains("-" + $0) }) else { return nil }
    let option = "-\(word)"
    return .usage("unknown option '\(word)'", hint: "did you mean \(option)?")
  }

  /// The failure of a command line that names a command that there is not; nil for any other.
  private static func unknownCommand(in arguments: ArraySlice<String>) -> Failure? {
    var above: any ParsableCommand.Type = Broadseal.self
    var line = Tool.name
    for name in arguments {
      let names = above.configuration.subcommands.compactMap { $0.configuration.commandName }
      guard !names.isEmpty, !name.hasPrefix("-") else { return nil }
      guard let next = command(named: name, below: above) else {
        return .usage(
          "there is no command \(line) \(name)",
          hint: names.nearest(to: name).map { "did you mean \(line) \($0)?" }
            ?? "\(line) --help says what there is")
      }
      above = next
      line += " " + name
    }
    return nil
  }

  private static func command(
    named name: String, below command: any ParsableCommand.Type
  ) -> (any ParsableCommand.Type)? {
    command.configuration.subcommands.first { $0.configuration.commandName == name }
  }
}

extension Schema: ExpressibleByArgument {}
