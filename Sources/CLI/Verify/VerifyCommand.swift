public import ArgumentParser
import BroadsealBytes
import BroadsealDocuments
public import BroadsealVerifying

/// `broadseal verify`: says of each file whether it changed, who issued it, and how AI was used.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a document's label: did it change, who issued it, was AI used.",
    discussion: """
      Exit codes: 0 official, or what --accept names, 1 altered, damaged, or a label that does not hold, 2 usage, 3 unreadable, \
      4 no label, 5 intact, but not official, or not what --accept names, 6 trust material stale or \
      wrong, 70 a bug. With --expires-within also 1 when a list or a certificate on it ends within \
      those days.
      """)

  @Argument(help: ArgumentHelp("Documents to check; - is standard input.", valueName: "files"))
  var inputs: [FileArguments]

  @OptionGroup(title: "Trust")
  var trust: JudgingOptions

  @OptionGroup(title: "Trust")
  var expiry: ExpiryOptions

  @OptionGroup(title: "Archives")
  var archive: KeptEvidenceOptions

  @Option(help: ArgumentHelp("The label, when it is a separate file.", valueName: "file.c2pa"))
  var sidecar: PathArgument?

  @OptionGroup(title: "Films in several files")
  var film: SegmentOptions

  @Flag(help: "Say all that the label says, which conditions hold, and which fail and why.")
  var explain = false

  @Option(
    help: ArgumentHelp(
      """
      What ends with 0: official, if absent, whatever the label; trusted: signed by anybody on a list, an AI service \
      for example; valid: intact, whoever signed; sealed: as official, or a PDF without a label, sealed by a \
      recognised issuer. None of them a file whose name says another type than its content.
      """))
  var accept: Requirement = .official

  @OptionGroup(title: "Revisions")
  var revision: RevisionOptions

  @OptionGroup(title: "Result")
  var result: ResultOptions<VerdictFormat>

  @OptionGroup
  var common: CommonOptions

  private var files: [PathArgument] { inputs.flatMap(\.files) }

  func validate() throws {
    try files.requireOneStandardInput()
    if sidecar != nil, files.count > 1 {
      throw ValidationError("--sidecar names the label of one file, and there are several")
    }
    if film.areNamed, files.count > 1 || sidecar != nil {
      throw ValidationError(
        "--segments are those of one film, which carries its label in its first file: name that file first"
      )
    }
    try revision.validate(writing: result.output, of: files.count)
    if result.force, result.output == nil { throw ValidationError("--force needs -o") }
    if archive.evidence != nil {
      if files.count > 1 {
        throw ValidationError("--evidence was kept for one file, and there are several")
      }
      if trust.at == nil {
        throw ValidationError("--evidence is for a moment of the past: say which with --at")
      }
    }
  }

  /// The files without the labels that lie beside others of them: each is judged with its document.
  private static func documents(among paths: [FilePath]) -> [FilePath] {
    guard paths.count > 1, paths.contains(where: Sidecar.isSidecar) else { return paths }
    let beside = Set(paths.filter { !Sidecar.isSidecar($0) }.map(Sidecar.path(for:)))
    return paths.filter { !beside.contains($0) }
  }

  func run() throws {
    Interruption.endsProcess()
    let paths = VerifyCommand.documents(among: try files.taken())
    let (format, lang) = (result.format, result.lang)
    let segments = try paths.first.map(film.list) ?? SegmentList.none
    let sources =
      trust.files + archive.files + [sidecar?.path].compactMap(\.self) + segments.paths
    if let path = paths.first, revision.extractRevision != nil, let output = result.output {
      try revision.write(
        from: path, to: output, overwrites: result.force, sparing: sources,
        saying: common.quiet ? [] : lang.wordings)
    } else {
      try result.open(sparing: paths.withLabels + sources)
    }
    let time = trust.time()
    let kept = try archive.bundle()
    let context = try trust.context(at: time, kept: kept, keys: archive.listKeys)
    let endings = TrustEndings(of: context, at: time, expiry)
    if !common.quiet { endings.say(in: lang.wordings) }
    let evidence = try trust.revocation.evidence(among: context.certificates).adding(kept)
    let verifier = Verifier(
      trust: context, at: time,
      clock: trust.clock, options: trust.options(digestsFile: format != .text),
      evidence: evidence, manifests: trust.revocation.manifests)
    let report = VerdictReport(
      format: format, isSingle: files.count == 1, isQuiet: common.quiet,
      text: VerdictText(
        wordings: lang.wordings, explains: explain || common.verbose,
        terminal: Console.terminal), requirement: accept)
    let code = try VerifyRun(
      files: paths, sidecar: sidecar?.path,
      segments: segments, verifier: verifier, report: report,
      requirement: accept, workers: common.jobs, endings: endings, expiry: expiry,
      missingLists: { context.missingLists(for: $0, at: time) }
    ).run()
    try trust.revocation.remark(on: evidence, isQuiet: common.quiet)
    throw Outcome(code: code)
  }
}

/// `--accept official`, `sealed`, `trusted` or `valid`.
extension Requirement: ExpressibleByArgument {}
