import ArgumentParser
import BroadsealReporting

/// `broadseal sign`: gives documents their labels.
struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Label documents: who issued them, and how AI was used.",
    discussion: """
      --official says that a document is issued by the profile's agency; how AI was used must be \
      said explicitly. Without --official, --ai alone makes a plain AI label. --add-timestamp states \
      nothing new: it stamps the label that a document has. --renew states nothing new either: it gives \
      PDF signatures what proves them when every certificate has expired.

      Exit codes: 0 signed, or nothing to do, 1 refused, broken or not official when read back, 2 usage, \
      profile, certificate or an output in the way, 3 something could not be read, written or had, 6 a \
      list is not believed or nobody approved, 70 a bug, 130 interrupted. What can be signed is signed.
      """)

  @OptionGroup
  var options: SignOptions

  func run() throws {
    if let results = options.result.outputDir?.path,
      let folder = try options.watching.folder(results)
    {
      Interruption.isAnswered()
      throw Outcome(code: try WatchRun(options, root: folder).run())
    }
    Interruption.endsProcess()
    if let piped = try PipedSigning(options) {
      throw Outcome(code: try piped.finish(SignCommand.run(piped.options)))
    }
    throw Outcome(code: try SignCommand.run(options))
  }

  private static func run(_ options: SignOptions) throws -> ExitCode {
    let desk = try SigningDesk(options)
    if options.renew != nil { return try RenewalRun(desk).run() }
    return options.addTimestamp ? try StampingRun(desk).run() : try SigningRun(desk).run()
  }
}
