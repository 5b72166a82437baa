import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying

/// What `sign` keeps for the day when certificates have expired and lists are stale.
struct EvidenceOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Keep the evidence of each signature beside its label, as FILE.evidence.json: chains, lists as "
        + "they were signed, answers about revocation."))
  var evidence = false

  @Option(
    name: .customLong("ocsp"),
    help: ArgumentHelp(
      "An OCSP response in DER, for a PDF signature to bring along, or to keep. Repeatable.",
      valueName: "file"))
  var responses: [PathArgument] = []

  @Option(
    name: .customLong("crl"),
    help: ArgumentHelp(
      "Revocation lists, one in DER or several in PEM, for a PDF signature to bring along, or to keep. Repeatable.",
      valueName: "file"))
  var lists: [PathArgument] = []

  /// Whether any answer was given.
  var hasAnswers: Bool { !responses.isEmpty || !lists.isEmpty }

  /// What takes care of it; nil when none is wanted.
  ///
  /// - Parameters:
  ///   - overwrites: whether evidence that exists is replaced.
  ///   - readings: what the reading back of the same run proved.
  func keeper(
    _ profile: IssuerProfile, overwrites: Bool, readings: FreshProofs
  ) throws -> EvidenceKeeper? {
    guard evidence else { return nil }
    return try EvidenceKeeper(
      profile, responses: try responses.ocspResponses().map(\.bytes),
      revocationLists: try lists.revocationLists().map(\.bytes), overwrites: overwrites,
      readings: readings)
  }
}

/// Writes the evidence of fresh signatures, as an independent reading of the output finds it.
struct EvidenceKeeper: Sendable {
  private let verifier: Verifier
  private let lists: [EvidenceBundle.List]
  private let responses: [[UInt8]]
  private let revocationLists: [[UInt8]]
  private let overwrites: Bool
  private let readings: FreshProofs

  /// A keeper of what the profile's own trust proves.
  ///
  /// - Parameter readings: what the reading back of the same run proved; what is not among it is read
  ///   again.
  init(
    _ profile: IssuerProfile, responses: [[UInt8]], revocationLists: [[UInt8]], overwrites: Bool,
    readings: FreshProofs
  ) throws {
    self.readings = readings
    let material = try profile.trust()
    guard material.hasGovernmentLists else {
      throw Failure.usage(
        "--evidence keeps government lists, and the profile names none",
        hint: "name them in [trust] of the profile")
    }
    let now = SystemClock.now
    verifier = Verifier(
      trust: try SeenLists.context(material, at: now, isPast: false), at: now,
      clock: { SystemClock.now }, options: VerifierOptions(digestsFile: true))
    lists = material.signedLists
    self.responses = responses
    self.revocationLists = revocationLists
    self.overwrites = overwrites
  }

  /// Writes the evidence of what came of one document; of a label that stood there already only where it is
  /// missing, as after a run that could not write it.
  func keep(_ outcome: SignatureReport.Outcome) throws(Failure) {
    switch outcome {
    case .signed(let result, let replaces): try keep(result, replaces: replaces)
    case .current(let label):
      let there = try? EvidenceBundle.read(label.output.adding(suffix: EvidenceBundle.suffix))
      guard there?.manifest != label.manifest else { return }
      try keep(
        Labelled(
          input: label.input, output: label.output, manifest: label.manifest,
          isDetached: label.isDetached), replaces: true)
    case .renewed: return
    }
  }

  /// The outcome, with why its evidence is not kept: a document that is signed stays signed, whatever becomes of what
  /// belongs beside it.
  ///
  /// - Parameter keeper: writes the evidence; nil where none is wanted.
  static func product(
    _ outcome: SignatureReport.Outcome, _ keeper: EvidenceKeeper?
  ) -> SignatureReport.Product {
    do throws(Failure) {
      try keeper?.keep(outcome)
      return SignatureReport.Product(outcome: outcome)
    } catch { return SignatureReport.Product(outcome: outcome, evidenceFailure: error) }
  }

  /// Writes the evidence of one output beside it.
  ///
  /// - Parameter replaces: whether what stood in the place of the output was replaced by rule: evidence beside it is of
  ///   a file that is there no more, whatever its manifest.
  private func keep(_ result: SigningResult, replaces: Bool) throws(Failure) {
    let isDetached = if case .sidecar = result.form { true } else { false }
    let place = result.output.adding(suffix: EvidenceBundle.suffix)
    let former = try? EvidenceBundle.read(place)
    try keep(
      Labelled(
        input: result.input, output: result.output, manifest: result.manifest,
        isDetached: isDetached),
      replaces: overwrites || former != nil && (replaces || former?.manifest == result.parent))
  }

  /// A label, and where it is.
  private struct Labelled {
    let input: FilePath
    let output: FilePath
    let manifest: String
    let isDetached: Bool
  }

  private func keep(_ result: Labelled, replaces: Bool) throws(Failure) {
    guard let found = readings.take(result.manifest) ?? reading(result) else {
      throw Failure(.failed, result.output, "nothing proves its signature, so no evidence")
    }
    let proofs = found.proofs
    let bundle = EvidenceBundle(
      document: found.document, manifest: proofs.manifest, created: SystemClock.now,
      certificates: proofs.certificates, authorities: proofs.authorities, lists: lists,
      responses: proofs.responses + responses, revocationLists: revocationLists)
    let place = result.output.adding(suffix: EvidenceBundle.suffix)
    // What stands there already is replaced only where it is evidence: a document or a key of that
    // name is somebody's.
    if FileNode(place) != nil, (try? EvidenceBundle.read(place)) == nil {
      throw Failure(
        .incomplete, place, "a file that is no evidence stands where the evidence belongs",
        hint: "the label was written; move that file away")
    }
    let bytes: [UInt8]
    do { bytes = try bundle.text() } catch { throw Failure(explaining: error) }
    try place.write(
      bytes, overwrites: replaces, like: result.output,
      hint: "the label was written; --force replaces the evidence")
  }

  /// What a reading of the output under its own name proves.
  private func reading(_ result: Labelled) -> FreshProofs.Entry? {
    FreshProofs.Entry(
      verifier.session().prove(
        result.isDetached ? result.input : result.output,
        sidecar: result.isDetached ? result.output : nil))
  }
}
