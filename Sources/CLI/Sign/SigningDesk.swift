import Broadseal
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealReporting
import BroadsealSettings
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying
import BroadsealWorkers

/// What every run of `sign` has before it: the profile, the documents, the keys that the command line or
/// the profile names, and how each result is told.
struct SigningDesk {
  /// What was asked for.
  let options: SignOptions
  /// Who signs.
  let profile: IssuerProfile
  /// What the reading of fresh outputs proved.
  let readings = FreshProofs()

  /// Reads the profile.
  init(_ options: SignOptions) throws(Failure) {
    self.options = options
    do throws(SettingsError) { profile = try IssuerProfile(options.profile.path) } catch {
      throw Failure(profile: error)
    }
  }

  /// Every file that the run reads beside the documents: none of them may be written over.
  var sources: [FilePath] { options.sources + profile.files }

  /// The inputs; among several, labels that stand beside their documents are no documents.
  func documents() throws -> InputDocuments {
    let found = try InputDocuments(options, sparing: sources)
    let leftOut = [
      (found.labels, "a label, not a document: left out", "文書ではなくラベルのため、対象外としました"),
      (
        found.evidence, "what this program put beside a result, and no document: left out",
        "文書ではなく、本プログラムが結果に添えたファイル(証拠など)のため、対象外としました"
      ),
      (
        found.sources, "left out, because this run reads it itself: a key, a list or the profile",
        "この署名処理で使うファイル(鍵、リスト、プロファイル)のため、対象外としました"
      ),
    ]
    for (paths, english, japanese) in leftOut {
      for path in paths {
        tell { "\(Untrusted.escaped(path)): \($0.say(english, japanese))" }
      }
    }
    return found.once(options.result)
  }

  /// The key and certificates, of the command line or of the profile.
  func credential() throws -> Credential {
    try credential(of: try options.keys.settings(profile))
  }

  /// The key and certificates that `settings` name.
  func credential(of settings: KeySettings) throws -> Credential {
    try misconfigured { try open(settings) }
  }

  /// The signer by `credential`, to which the OCSP responses are added that its signatures bring along.
  ///
  /// - Parameters:
  ///   - demand: when an output has to be found official.
  ///   - identity: whether somebody stands behind the documents, as the profile says.
  func signer(
    _ credential: Credential, demand: ReadBack.Demand, identity: Bool
  ) throws -> Signer {
    try misconfigured {
      let now = SystemClock.now
      try requireUnrevoked(credential, at: now)
      let stapled =
        try options.staple.staple(profile)?.applied(to: credential, at: now) ?? credential
      let signer = try Signer(
        credential: stapled, timeStamping: try timeStamping(),
        identity: !identity
          ? nil
          : try profile.organisation(beside: stapled, at: now) { key throws(SigningError) in
            try open(key)
          },
        inspection: try inspection(demand), environment: .system)
      let isSealing = options.result.pades || options.renew != nil
      return isSealing ? try revocation().map(signer.keeping) ?? signer : signer
    }
  }

  /// Where the answers come from that PDF signatures bring along; nil where none are wanted.
  func revocation() throws -> RevocationSource? {
    try options.proofs.source(options.archive) {
      try profile.trust().authorities(at: SystemClock.now)
    }
  }

  /// Where trusted time comes from.
  func timeStamping() throws -> TimeStamping {
    try options.timeStamps.stamping(profile, passphrase: options.passphrase)
  }

  /// The questions that signing asks, answered with the trust that the profile names.
  func inspection(_ demand: ReadBack.Demand, isStamp: Bool = false) throws -> Inspection {
    let now = SystemClock.now
    return ReadBack(
      Verifier(
        trust: try trust(at: now), at: now, clock: { SystemClock.now },
        options: VerifierOptions(digestsFile: options.archive.evidence),
        evidence: try evidence()), demand: demand,
      mayLackStamp: options.timeStamps.mayLackStamp
    ).inspection(
      readsBack: !options.noVerify, refusesMisnamed: isStamp || !options.noVerify,
      proofs: options.archive.evidence ? readings : nil)
  }

  /// Whom the profile believes.
  func trust(at now: UTCTime) throws -> TrustContext {
    try SeenLists.context(try profile.trust(), at: now, isPast: false)
  }

  /// What keeps the evidence of each signature; nil when none is wanted.
  func keeper() throws -> EvidenceKeeper? {
    try options.archive.keeper(
      profile, overwrites: options.result.force || options.result.inPlace, readings: readings)
  }

  /// How each result is told.
  func report(_ declaration: Declaration) -> SignatureReport {
    SignatureReport(
      format: options.format, wordings: options.lang.wordings, isQuiet: options.common.quiet,
      isVerbose: options.common.verbose, declaration: declaration)
  }

  /// Does `work` for every document, many at once, and tells of each in order.
  func each(
    of inputs: InputDocuments, _ declaration: Declaration,
    _ work: @escaping @Sendable (InputDocument) throws(Failure) -> SignatureReport.Product
  ) throws -> ExitCode {
    let report = report(declaration)
    var rest = inputs.documents[...]
    let gathers = !report.isVerbose && inputs.documents.count > 1
    var remarks = SigningRemarks()
    let newFolder = options.result.outputDir.map(\.path).flatMap { FileNode($0) == nil ? $0 : nil }
    var tally = SignatureTally(inputs)
    for failure in inputs.failures {
      Console.report(failure)
      tally.add(failure)
    }
    _ = try Crew(workers: options.common.jobs).run(
      draw: { _ in rest.popFirst().map { .job($0) } ?? .end },
      context: {},
      work: { (document: InputDocument, _: inout Void) in
        report.entry(document.path, Result { () throws(Failure) in try work(document) })
      },
      deliver: { (entry: SignatureReport.Entry) throws(Failure) in
        for note in entry.notes { Console.note(note) }
        for note in entry.repeated {
          guard !gathers else {
            remarks.add(note)
            continue
          }
          for line in note.lines(in: report.wordings) { Console.note(line) }
        }
        for failure in [entry.failure, entry.evidenceFailure].compactMap(\.self) {
          Console.report(failure)
        }
        tally.add(entry)
        try Console.write(entry.line)
      })
    for line in remarks.lines(in: report.wordings) { Console.note(line) }
    remark(on: tally, declaration, newFolder.flatMap { FileNode($0) == nil ? nil : $0 })
    try Console.write(report.closing(tally))
    return tally.code
  }

  /// Notes what somebody would look for in vain: results in a folder of another name, and the word of a list.
  private func remark(on tally: SignatureTally, _ declaration: Declaration, _ made: FilePath?) {
    if let made {
      tell { wording in
        let folder = Untrusted.escaped(made)
        return wording.say(
          "the folder \(folder) was not there, and was made", "フォルダー \(folder) がなかったため、作成しました")
      }
    }
    guard declaration.isOfficial, profile.lists.isEmpty, tally.signed > 0 else { return }
    tell { wording in
      wording.say(
        "the profile names no list, so that nothing here says whether readers find this official: list in [trust] of "
          + "it names one",
        "プロファイルにリストの指定がないため、公式と認められるかは確認していません。[trust] の list で指定できます")
    }
  }

  /// Nothing was begun: whatever is wrong with keys and certificates, the run is misconfigured. Only that a
  /// responder did not answer is nobody's fault here.
  func misconfigured<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as SigningError where error.kind != .internal && error.kind != .revocation {
      if error.kind == .unreadable,
        let refusal = Failure.refusal(error.reason, of: error.path, writes: false)
      {
        throw refusal
      }
      throw Failure(
        .usage, "\(error)",
        hint: error.kind == .passphrase
          ? Failure.passphraseHint
          : error.hint ?? NearbyFile.hint(for: error.path, error.reason)
            ?? (isNamedByProfile(error.path)
              ? "it is named in \(options.profile.path.display)" : nil))
    }
  }

  /// Whether the command line did not name the file at `path`, and the profile did.
  private func isNamedByProfile(_ path: String?) -> Bool {
    path.map { profile.files.map(\.display).contains($0) } ?? false
  }

  /// Loads a key and its certificates, and says when they name a person.
  private func open(_ settings: KeySettings) throws(SigningError) -> Credential {
    let credential = try options.passphrase.credential(settings)
    if let note = credential.personalNote { tell { $0.text(of: note) } }
    for certificate in credential.certificates {
      guard let ending = options.expiry.ending(of: certificate, at: SystemClock.now) else {
        continue
      }
      let file = credential.certificateFile.map { Untrusted.line($0) + ": " } ?? ""
      tell { file + $0.text(of: ending) }
    }
    return credential
  }

  /// Notes something in each language wanted, unless the run is quiet.
  func tell(_ words: (Wording) -> String) {
    guard !options.common.quiet else { return }
    for wording in options.lang.wordings { Console.note(words(wording)) }
  }
}
