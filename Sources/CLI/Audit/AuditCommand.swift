import ArgumentParser
import BroadsealAuditing
import BroadsealReporting
import BroadsealVerifying
import Glibc

/// `broadseal audit`: judges every file of a folder and writes reports.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Judge every file of a folder and write reports.",
    discussion: """
      --policy says what is asked of the files (policy starter writes one). Reports list the files in path order, whatever --jobs says. Without -o a table goes to \
      standard output. Without --fail-on, errors decide. Exit codes: 1 something is altered, has a \
      label that does not hold, or claims to be official and is not; 3 something was not \
      looked into: not read, unreadable, encrypted, too large or changed meanwhile; 6 a trust list; \
      130 interrupted (the reports then say "complete": false). audit verify-report FOLDER proves reports \
      that --sign-report signed.
      """)

  @OptionGroup(title: "Input")
  var input: InputOptions

  @OptionGroup(title: "Trust")
  var trust: JudgingOptions

  @OptionGroup(title: "Trust")
  var expiry: ExpiryOptions

  @OptionGroup(title: "Policy")
  var policy: PolicyOptions

  @OptionGroup(title: "Reports")
  var report: ReportOptions

  @OptionGroup(title: "History")
  var history: HistoryOptions

  @OptionGroup
  var common: CommonOptions

  func run() throws {
    Interruption.isAnswered()
    try report.requireForms()
    try input.inputs.flatMap(\.files).map(\.path).requireThere()
    let seal = try ReportSeal(report)
    var memory = try AuditMemory(history, input, trust)
    let register = try input.readRegister()
    var options = trust.options(
      digestsFile: memory != nil || register?.needsDigests ?? false
        || report.outputs.contains { $0.format != .text })
    options.maximumSize = input.maxSize.bytes
    let now = trust.time()
    let context = try trust.context(at: now)
    let evidence = try trust.revocation.evidence(among: context.certificates)
    // Where that is not now, everything but the clock is as it was.
    let time = try memory?.moment(of: context, evidence, options, at: now) ?? now
    let endings = TrustEndings(of: context, at: time, expiry)
    if !common.quiet { endings.say(in: [Wording(report.language)]) }
    let verifier = Verifier(
      trust: context, at: time, clock: trust.clock, options: options,
      evidence: evidence, manifests: trust.revocation.manifests)
    let asked = try policy.asked()
    let failOn = try policy.failOn(for: asked)
    var header = RunHeader(of: context, at: time, isNamed: trust.at != nil, roots: input.roots)
    header.policy = asked.source.map {
      RunHeader.PolicyFile(path: $0.path, sha256: $0.sha256)
    }
    var measure = AuditMeasure(at: time)
    (measure.policy, measure.register) = (asked, register)
    measure.ofPolicy = asked.findings(by: context)
    // Drawn before the reports begin: they name the seed.
    let sample = try input.sampled()
    (measure.sample, header.seed) = (sample?.frame, sample?.frame.seed)
    let session = try memory?.session(&header)
    let reports = try AuditReports(
      report, of: header, sparing: trust.files + input.files + policy.files,
      beside: memory?.files ?? [], isQuiet: common.quiet)
    let run = AuditRun(
      source: try AuditSource(input, drawn: sample?.entries, reports: reports),
      verifier: verifier, measure: measure, failOn: failOn, reports: reports, header: header,
      history: session, seal: seal, workers: common.jobs,
      progress: common.quiet || reports.fillsTerminal
        ? nil
        : Progress(
          Terminal(of: STDERR_FILENO), in: report.language, total: try counted()))
    let code: ExitCode
    do { code = try run.run() } catch let error as HistoryError {
      throw Failure(history: error, at: history.history?.path ?? "")
    }
    // What a history remembers was not judged again, so that nobody asked about its certificates.
    if memory == nil { try trust.revocation.remark(on: evidence, isQuiet: common.quiet) }
    throw Outcome(code: endings.code(code, expiry))
  }

  /// The number of files, where somebody looks.
  private func counted() throws -> FileCount? {
    isatty(STDERR_FILENO) == 1 ? try input.count() : nil
  }
}
