import ArgumentParser
import BroadsealAuditing
import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import BroadsealReporting
import BroadsealVerifying
import Glibc

/// `broadseal audit`: judges every file of a folder and writes reports.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", _superCommandName: Tool.name,
    abstract: "Judge every file of a folder and write reports.",
    discussion: """
      Reports list the files in path order, whatever --jobs says. Without -o a table goes to \
      standard output. Exit codes: 1 something is altered, malformed or has a label that does not \
      hold, 3 something could not be read, 130 interrupted (the reports then say \
      "complete": false).
      """)

  @OptionGroup(title: "Input")
  var input: InputOptions

  @OptionGroup(title: "Trust")
  var trust: JudgingOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "A report: text, json, ndjson or csv; - is standard output. Repeatable.",
      valueName: "format=path"))
  var outputs: [OutputArgument] = []

  @Flag(help: "Replace reports that exist.")
  var force = false

  @Option(help: "Language of the text: en or ja.")
  var lang: TableLanguage = .en

  @OptionGroup
  var common: CommonOptions

  func validate() throws {
    if outputs.count(where: { $0.path == nil }) > 1 {
      throw ValidationError("only one report can go to standard output")
    }
    if Set(outputs.compactMap { $0.path?.place }).count < outputs.count(where: { $0.path != nil }) {
      throw ValidationError("two reports would go to the same file")
    }
  }

  func run() throws {
    Interruption.isAnswered()
    let time = trust.time()
    var options = trust.options(digestsFile: outputs.contains { $0.format != .text })
    options.maximumSize = input.maxSize.bytes
    let verifier = Verifier(
      trust: try trust.context(at: time), at: time, options: options,
      evidence: try trust.revocation.evidence(), manifests: trust.revocation.manifests)
    let reports = try AuditReports(
      outputs, overwrites: force, language: lang.language, isQuiet: common.quiet)
    var source = AuditSource(walk: input.walk, list: try input.list(), reports: reports)
    var progress =
      common.quiet || reports.fillsTerminal
      ? nil : Progress(Terminal(of: STDERR_FILENO), in: lang.language)
    var code = ExitCode.success
    let audit = Audit(workers: common.jobs, isInterrupted: { Interruption.isRequested })
    let summary = try audit.run(
      draw: { source.draw(mayWait: $0) }, outputs: reports.outputs,
      context: { verifier.session() },
      judge: { path, session in session.verify(path) },
      progress: { judgement, summary in
        if let failure = AuditCommand.failure(of: judgement) {
          progress?.clear()
          Console.report(failure)
        }
        if judgement.skip == nil {
          code = code.combined(with: AuditCommand.outcome(of: judgement.verdict))
        }
        progress?.update(summary)
      })
    progress?.clear()
    if let failure = source.failure { throw failure }
    guard summary.files > 0 || !summary.isComplete else {
      throw Failure.usage("there is no file to audit")
    }
    try reports.finish(summary)
    if !summary.isComplete { throw Outcome(code: .interrupted) }
    throw Outcome(code: code)
  }

  /// How one file bears on the exit code: an audit takes unlabelled and unofficial files as they are.
  private static func outcome(of verdict: Verdict) -> ExitCode {
    let conclusion = verdict.conclusion(for: .valid)
    return conclusion == .failed || conclusion == .incomplete ? ExitCode(conclusion) : .success
  }

  /// What is said at once about a file that could not be judged.
  private static func failure(of judgement: Judgement) -> Failure? {
    guard judgement.skip == nil, outcome(of: judgement.verdict) == .incomplete else { return nil }
    return Failure(unjudged: judgement.verdict, at: judgement.path)
  }
}
