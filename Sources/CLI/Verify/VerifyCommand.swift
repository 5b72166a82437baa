public import ArgumentParser
import BroadsealDocuments
public import BroadsealVerifying
import Glibc

/// `broadseal verify`: says of each file whether it changed, who issued it, and how AI was used.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a document's label: did it change, who issued it, was AI used.",
    discussion: """
      Exit codes: 0 official, or what --accept names, 1 altered or malformed, 2 usage, 3 unreadable, \
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

  @Option(name: .format, help: "text, json or ndjson.")
  var format: VerdictFormat = .text

  @Option(help: "Language of the text: en, ja or both.")
  var lang: LanguageArgument = .usual

  @Option(help: ArgumentHelp("The label, when it is a separate file.", valueName: "file.c2pa"))
  var sidecar: PathArgument?

  @OptionGroup(title: "Films in several files")
  var film: SegmentOptions

  @Flag(help: "Say all that the label says, which conditions hold, and which fail and why.")
  var explain = false

  @Option(
    help: ArgumentHelp(
      "What ends with 0: official, if absent, whatever the label; trusted: signed by anybody on a list, "
        + "an AI service for example; valid: intact, whoever signed; sealed: as official, or a PDF "
        + "without a label, sealed by a recognised issuer."))
  var accept: Requirement = .official

  @OptionGroup(title: "Revisions")
  var revision: RevisionOptions

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
    if revision.extractRevision != nil, files.count > 1 {
      throw ValidationError("--extract-revision is for one file, and there are several")
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
    let paths = try files.taken()
    if let path = paths.first {
      try revision.write(
        from: path,
        sparing: trust.files + archive.files + [sidecar?.path].compactMap(\.self),
        saying: common.quiet ? [] : lang.wordings)
    }
    let time = trust.time()
    let kept = try archive.bundle()
    let context = try trust.context(at: time, kept: kept, keys: archive.listKeys)
    let endings = TrustEndings(of: context, at: time, expiry)
    if !common.quiet { endings.say(in: lang.wordings) }
    let verifier = Verifier(
      trust: context, at: time,
      clock: trust.clock, options: trust.options(digestsFile: format != .text),
      evidence: try trust.revocation.evidence().adding(kept), manifests: trust.revocation.manifests)
    let report = VerdictReport(
      format: format, isSingle: files.count == 1, isQuiet: common.quiet,
      text: VerdictText(
        wordings: lang.wordings, explains: explain || common.verbose,
        terminal: Terminal(of: STDOUT_FILENO)))
    throw Outcome(
      code: endings.code(
        try VerifyRun(
          files: paths, sidecar: sidecar?.path,
          segments: try paths.first.map(film.list) ?? .none, verifier: verifier, report: report,
          requirement: accept, workers: common.jobs
        ).run(), expiry))
  }
}

/// `--accept official`, `sealed`, `trusted` or `valid`.
extension Requirement: ExpressibleByArgument {}
