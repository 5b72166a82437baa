import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSigning
import BroadsealVerifying
import BroadsealWorkers

/// `broadseal sign`: gives documents their labels.
struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", _superCommandName: Tool.name,
    abstract: "Label documents: who issued them, and how AI was used.",
    discussion: """
      --official says that a document is issued by the profile's agency; how AI was used must be \
      said explicitly. Without --official, --ai alone makes a plain AI label. --add-timestamp states \
      nothing new: it stamps the label that a document has.
      """)

  @Argument(help: ArgumentHelp("Documents to label.", valueName: "files"))
  var inputs: [FileArguments]

  @Flag(help: "Issued by the profile's agency.")
  var official = false

  @Flag(help: "Stamp documents that are signed already, in a manifest after theirs.")
  var addTimestamp = false

  @OptionGroup(title: "AI use")
  var ai: AIOptions

  @Option(help: ArgumentHelp("Who signs, and with what.", valueName: "issuer.toml"))
  var profile: PathArgument

  @OptionGroup(title: "Result")
  var result: DestinationOptions

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

  @OptionGroup(title: "Archives")
  var archive: EvidenceOptions

  @OptionGroup(title: "Two persons")
  var approval: ApprovalOptions

  @Flag(help: "Do not read the result back before it gets its name.")
  var noVerify = false

  @Option(name: .shortAndLong, help: "text or ndjson: a line a file.")
  var format: SignatureFormat = .text

  @Option(help: "Language of the text: en, ja or both.")
  var lang: LanguageArgument = .en

  @OptionGroup
  var common: CommonOptions

  func validate() throws {
    if archive.evidence, approval.plan != nil || noVerify {
      throw ValidationError("--evidence is kept of what was signed and read back")
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

  func run() throws {
    Interruption.endsProcess()
    let profile = try IssuerProfile(profile.path)
    if addTimestamp { return try stamp(profile) }
    let label = try self.label(profile)
    var template = document.applied(
      to: SigningRequest(input: "-", destination: result.destination, label: label),
      form: result.form, overwrites: result.force, language: profile.agency?.language)
    template.pades = result.pades
    let rest = documents[...]
    if rest.isEmpty { throw Failure.usage("there is no document to sign, only labels") }
    let inputs = rest.map(\.path)
    try result.spare(sources(profile), signing: inputs)
    if let path = approval.plan { return try writePlan(path, template, profile, inputs) }
    try result.check(files)
    let credential = try credential(try keys.settings(profile))
    var approved: [FilePath: SigningPlan.File]?
    if let path = approval.approved {
      let plan = try carryOut(
        path, template, profile, inputs, by: credential.certificates[0])
      (template, approved) = (plan.request, plan.files)
    } else if !profile.approvers.isEmpty {
      throw Failure(
        .usage, self.profile.path, "this profile signs only what a second person has approved",
        hint: "sign --plan writes a plan, approve approves it, sign --approved carries it out")
    }
    let readings = FreshProofs()
    let signer = try signer(
      try stapled(credential, profile), profile, readings)
    let keeper = try keeper(profile, readings)
    try signEach(rest, Declaration(label)) { [template, approved] path throws(Failure) in
      var request = template
      request.input = path
      request.approvedSHA256 = approved.map { $0[path]?.sha256.bytes ?? [] }
      request.approvedSidecarSHA256 = approved?[path]?.sidecar?.bytes
      let result: SigningResult
      do throws(SigningError) { result = try signer.sign(request) } catch {
        throw Failure(signing: error, document: path)
      }
      try keeper?.keep(result)
      return result
    }
  }

  /// What keeps the evidence of each signature; nil when none is wanted.
  func keeper(_ profile: IssuerProfile, _ readings: FreshProofs) throws -> EvidenceKeeper? {
    try archive.keeper(
      profile, overwrites: result.force || result.inPlace, readings: readings)
  }

  /// Does `work` for every document, many at once, and tells of each in order.
  func signEach(
    _ documents: ArraySlice<PathArgument>, _ declaration: Declaration,
    _ work: @escaping @Sendable (FilePath) throws(Failure) -> SigningResult
  ) throws {
    let report = SignatureReport(
      format: format, wordings: lang.wordings, isQuiet: common.quiet, isVerbose: common.verbose,
      declaration: declaration)
    var rest = documents
    var code = ExitCode.success
    _ = try Crew(workers: common.jobs).run(
      draw: { _ in rest.popFirst().map { .job($0.path) } ?? .end },
      context: {},
      work: { (path: FilePath, _: inout Void) in
        report.entry(path, Result { () throws(Failure) in try work(path) })
      },
      deliver: { (entry: SignatureReport.Entry) throws(Failure) in
        for note in entry.notes { Console.note(note) }
        if let failure = entry.failure {
          Console.report(failure)
          code = code.combined(with: failure.code)
        }
        try Console.write(entry.line)
      })
    throw Outcome(code: code)
  }

  var files: [PathArgument] { inputs.flatMap(\.files) }

  /// The inputs; among several, labels that stand beside their documents are no documents.
  var documents: [PathArgument] {
    guard files.count > 1 else { return files }
    return files.filter { file in
      guard Sidecar.isSidecar(file.path) else { return true }
      if !common.quiet {
        let path = Untrusted.escaped(file.path)
        for wording in lang.wordings {
          let reason = wording.say(
            "a label, not a document: left out", "文書ではなくラベルのため、対象外としました")
          Console.note("\(path): \(reason)")
        }
      }
      return false
    }
  }

  private func label(_ profile: IssuerProfile) throws(Failure) -> Label {
    guard let statement = ai.statement else { throw .usage("--ai is missing") }
    guard official else { return Label(ai: statement) }
    var origin: OfficialOrigin
    do throws(SigningError) { origin = try profile.origin() } catch {
      throw Failure(signing: error)
    }
    origin.reference = document.reference?.text
    origin.url = document.url?.text
    origin.language = document.language?.text ?? origin.language
    return Label(official: origin, ai: statement)
  }

  /// Loads the key and its certificates, and says when they name a person.
  func credential(_ settings: KeySettings) throws -> Credential {
    try misconfigured { try open(settings) }
  }

  private func open(_ settings: KeySettings) throws(SigningError) -> Credential {
    let credential = try passphrase.credential(settings)
    if let note = credential.personalNote, !common.quiet {
      for wording in lang.wordings { Console.note(wording.text(of: note)) }
    }
    return credential
  }

  /// The same with the OCSP responses that its signatures bring along.
  func stapled(_ credential: Credential, _ profile: IssuerProfile) throws -> Credential {
    try misconfigured {
      try staple.staple(profile)?.applied(to: credential, at: SystemClock.now) ?? credential
    }
  }

  func signer(
    _ credential: Credential, _ profile: IssuerProfile, _ readings: FreshProofs
  ) throws -> Signer {
    try misconfigured {
      let readBack = try ReadBack(
        profile: profile, demand: addTimestamp ? .asLabelled : official ? .official : .nothing,
        mayLackStamp: timeStamps.mayLackStamp)
      return try Signer(
        credential: credential,
        timeStamping: try timeStamps.stamping(profile, passphrase: passphrase),
        identity: addTimestamp ? nil : try identity(profile, beside: credential),
        inspection: readBack.inspection(
          readsBack: !noVerify, refusesMisnamed: !noVerify,
          proofs: archive.evidence ? readings : nil),
        environment: .system)
    }
  }

  private func identity(
    _ profile: IssuerProfile, beside signer: Credential
  ) throws -> OrganisationIdentity? {
    try profile.organisation(beside: signer, at: SystemClock.now) { key throws(SigningError) in
      try open(key)
    }
  }

  /// Nothing was begun: whatever is wrong with keys and certificates, the run is misconfigured.
  func misconfigured<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as SigningError where error.kind != .internal && error.kind != .revocation {
      throw Failure(
        .usage, "\(error)",
        hint: error.kind == .passphrase ? Failure.passphraseHint : error.hint)
    }
  }
}
