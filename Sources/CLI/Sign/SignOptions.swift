import ArgumentParser

/// Everything that `sign` is asked for.
struct SignOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Documents to label, and folders of them: in these, labels, hidden files and links are left out. - is "
        + "standard input; of a text the ending of -o says of which kind it is.",
      valueName: "files"))
  var inputs: [FileArguments] = []

  @OptionGroup(title: "Input")
  var selection: SelectionOptions

  @OptionGroup(title: "Hot folder")
  var watching: WatchOptions

  @Flag(help: "Issued by the profile's agency.")
  var official = false

  @Flag(help: "Stamp documents that are signed already, in a manifest after theirs.")
  var addTimestamp = false

  @Option(
    help: ArgumentHelp(
      "Renew the PDF signatures of documents that are sealed already, for the years to come: answers about "
        + "revocation of today, a time stamp of the document (PAdES B-LTA) and, alone or with the word label, the "
        + "label anew; plain: without the label, for those who do not have its key.",
      valueName: "plain"))
  var renew: RenewalForm?

  @OptionGroup(title: "AI use")
  var ai: AIOptions

  @Option(help: ArgumentHelp("Who signs, and with what.", valueName: "issuer.toml"))
  var profile: PathArgument

  @OptionGroup(title: "Result")
  var result: DestinationOptions

  @OptionGroup(title: "Films in several files")
  var film: SegmentOptions

  @OptionGroup(title: "Document")
  var document: DocumentOptions

  @OptionGroup(title: "Time and keys")
  var timeStamps: TimeStampOptions

  @OptionGroup(title: "Time and keys")
  var keys: KeyOptions

  @OptionGroup(title: "Time and keys")
  var passphrase: PassphraseOptions

  @OptionGroup(title: "Time and keys")
  var staple: StapleOptions

  @OptionGroup(title: "Time and keys")
  var proofs: SignatureProofOptions

  @OptionGroup(title: "Time and keys")
  var expiry: ExpiryOptions

  @OptionGroup(title: "Archives")
  var archive: EvidenceOptions

  @OptionGroup(title: "Two persons")
  var approval: ApprovalOptions

  @Flag(help: "Do not read the result back before it gets its name.")
  var noVerify = false

  @OptionGroup(title: "Result")
  var telling: SpokenOptions<SignatureFormat>

  @OptionGroup
  var common: CommonOptions

  /// The form in which results are told.
  var format: SignatureFormat { telling.format }

  /// The language of what people read.
  var lang: LanguageArgument { telling.lang }

  /// The files that were named.
  var files: [PathArgument] { inputs.flatMap(\.files) }

  func validate() throws {
    try validatePipes()
    if watching.watch != nil {
      try validateWatching()
    } else if inputs.isEmpty, selection.filesFrom == nil {
      throw ValidationError("name a document, a folder of them, or --files-from")
    }
    try validateFilm()
    if result.corrects,
      approval.plan != nil || approval.approved != nil || addTimestamp || renew != nil
    {
      throw ValidationError("--corrects goes with signing alone: no plan, time stamp or renewal")
    }
    if archive.evidence, approval.plan != nil || noVerify {
      throw ValidationError("--evidence is kept of what was signed and read back")
    }
    let isSealing = result.pades || renew != nil
    if archive.hasAnswers, !archive.evidence, !isSealing {
      throw ValidationError(
        "--ocsp and --crl go into a PDF signature (--pades), or are kept with --evidence")
    }
    if proofs.online != nil, !isSealing {
      throw ValidationError("--online asks for PDF signatures: add --pades")
    }
    if renew != nil { return try validateRenewal() }
    if result.pades, timeStamps.noTimestamp, archive.hasAnswers || proofs.online != nil {
      throw ValidationError(
        "a PDF signature brings answers along with a time stamp alone: leave --no-timestamp out")
    }
    if addTimestamp { return try validateStamping() }
    if ai.ai == nil {
      throw ValidationError(
        official
          ? "--official needs --ai: say none, generated or altered"
          : "say what the label states: --ai none, generated or altered, with or without --official"
      )
    }
    if approval.plan == nil, !result.isNamed {
      throw ValidationError("say where the result goes: -o, --output-dir, --in-place or --sidecar")
    }
    if !official, document.reference != nil || document.url != nil {
      throw ValidationError("--reference and --url belong to official documents: add --official")
    }
  }
}

extension SignOptions {
  /// Refuses what cannot be done with a film in several files.
  private func validateFilm() throws {
    guard film.areNamed else { return }
    guard files.count == 1, selection.filesFrom == nil, watching.watch == nil else {
      throw ValidationError("--segments are those of one film: name its first file, and no other")
    }
    guard result.outputDir != nil, !result.sidecar else {
      throw ValidationError("a film in several files is written into a folder: --output-dir")
    }
    if addTimestamp || renew != nil || approval.plan != nil || approval.approved != nil
      || archive.evidence || result.pades
    {
      throw ValidationError("--segments goes with signing alone: no plan, evidence, renewal or PDF")
    }
  }
}
