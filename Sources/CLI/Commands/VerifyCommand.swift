import ArgumentParser
import BroadsealBytes
import BroadsealNotes
import BroadsealReporting
import BroadsealTrust
import BroadsealVerifying
import BroadsealWorkers
import Glibc

/// `broadseal verify`: says of each file whether it changed, who issued it, and how AI was used.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", _superCommandName: Tool.name,
    abstract: "Check a document's label: did it change, who issued it, was AI used.",
    discussion: """
      Exit codes: 0 satisfied, 1 altered or malformed, 2 usage, 3 unreadable, 4 no label, \
      5 not recognised as official, 6 trust material stale or wrong, 70 a bug.
      """)

  @Argument(help: ArgumentHelp("Documents to check.", valueName: "files"))
  var inputs: [FileArguments]

  @OptionGroup(title: "Trust")
  var trust: JudgingOptions

  @OptionGroup(title: "Archives")
  var archive: KeptEvidenceOptions

  @Option(name: .shortAndLong, help: "text, json or ndjson.")
  var format: VerdictFormat = .text

  @Option(help: "Language of the text: en, ja or both.")
  var lang: LanguageArgument = .en

  @Option(help: ArgumentHelp("The label, when it is a separate file.", valueName: "file.c2pa"))
  var sidecar: PathArgument?

  @Flag(help: "Say which conditions failed, and why.")
  var explain = false

  @Option(help: "Lower the bar of exit code 0 from official to trusted or valid.")
  var accept: Requirement = .official

  @OptionGroup
  var common: CommonOptions

  private var files: [PathArgument] { inputs.flatMap(\.files) }

  func validate() throws {
    if sidecar != nil, files.count > 1 {
      throw ValidationError("--sidecar names the label of one file, and there are several")
    }
    if archive.evidence != nil {
      if files.count > 1 {
        throw ValidationError("--evidence was kept for one file, and there are several")
      }
      if trust.at == nil {
        throw ValidationError("--evidence is for a moment of the past: say which with --at")
      }
    }
  }

  func run() throws {
    Interruption.endsProcess()
    let time = trust.time()
    let kept = try archive.bundle()
    let verifier = Verifier(
      trust: try trust.context(at: time, kept: kept, keys: archive.listKeys), at: time,
      options: trust.options(digestsFile: format != .text),
      evidence: try trust.revocation.evidence().adding(kept), manifests: trust.revocation.manifests)
    let sidecar = sidecar?.path
    let report = VerdictReport(
      format: format, isSingle: files.count == 1, isQuiet: common.quiet,
      text: VerdictText(
        wordings: lang.wordings, explains: explain || common.verbose,
        terminal: Terminal(of: STDOUT_FILENO)))
    var rest = files[...]
    var code = ExitCode.success
    let requirement = accept
    try Console.write(report.header)
    var isFirst = true
    var lacksList = false
    _ = try Crew(workers: common.jobs).run(
      draw: { _ in rest.popFirst().map { .job($0.path) } ?? .end },
      context: { verifier.session() },
      work: { (path: FilePath, session: inout VerifierSession) in
        let verdict = session.verify(path, sidecar: sidecar)
        return (path, verdict, report.entry(verdict, at: path))
      },
      deliver: { (path: FilePath, verdict: Verdict, entry: [UInt8]) throws(Failure) in
        try Console.write(isFirst ? entry : report.separator + entry)
        isFirst = false
        let outcome = ExitCode(verdict.conclusion(for: requirement))
        lacksList = lacksList || verdict.lacksGovernmentList
        if outcome == .incomplete { Console.report(Failure(unjudged: verdict, at: path)) }
        code = code.combined(with: outcome)
      })
    try Console.write(report.footer)
    if lacksList, format == .text, !common.quiet {
      for wording in lang.wordings {
        Console.note(
          wording.say(
            "--trust-dir or --government names the lists of government issuers",
            "--trust-dir または --government で政府発行者のリストを指定します"))
      }
    }
    throw Outcome(code: code)
  }
}
