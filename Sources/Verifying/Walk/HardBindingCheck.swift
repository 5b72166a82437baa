import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

/// Whether the file's bytes are those that the manifest binds itself to (C2PA 2.5 §14.12).
struct HardBindingCheck {
  /// The document.
  let document: Document
  /// Where the store was found.
  let found: FoundStore
  /// The store, as received.
  let store: ManifestStore
  /// What was found out about its manifests.
  let validation: StoreValidation
  /// Whether the SHA-256 of the whole file is wanted, even at the price of a second digest.
  let digestsFile: Bool

  /// Why a binding could not be checked to its end.
  private enum Fault: Error {
    /// The content is at fault.
    case problem(Problem)
    /// The file could not be read.
    case source(SourceError)
  }

  /// Checks the hard binding of the active manifest, or below an update manifest that of the first
  /// standard one.
  func run(through buffer: inout [UInt8]) throws(DocumentError) -> BindingResult {
    guard let bound = validation.binding,
      bound.proof != nil || bound.manifest.label == store.active.label
    else {
      return BindingResult(
        Problem(.claimHardBindingsMissing, "no standard manifest binds the asset"),
        at: Place(manifest: store.active.label).manifest)
    }
    // A claim that lists no binding, or several, was found at fault for that already.
    guard let assertion = bound.assertions.first(where: \.label.isHardBinding) else {
      return BindingResult(log: StatusLog())
    }
    let place = Place(manifest: bound.manifest.label).assertion(assertion.label.text)
    guard let form = HardBindings.form(of: assertion.label) else {
      let reason = "the binding \(assertion.label.base) cannot be checked"
      return BindingResult(Problem(.generalError, reason), at: place, limit: reason)
    }
    do throws(Fault) {
      try checkPadding(or: form.mismatch)
      if document.assumesContent { return .assumed }
      let claim = try? bound.manifest.claim.get()
      let outcome = try outcome(of: assertion, form, algorithm: claim?.algorithm, through: &buffer)
      let isUnread = outcome.matches && !document.segments.isEmpty && !outcome.readsSegments
      if let limit = isUnread ? HardBindingCheck.alone : outcome.limit {
        return BindingResult(Problem(.generalError, limit), at: place, limit: limit)
      }
      return BindingResult(outcome, at: place)
    } catch {
      switch error {
      case .problem(let problem): return BindingResult(problem, at: place)
      case .source(let fault): throw .source(fault)
      }
    }
  }

  private static let alone = "the label binds this file alone, and says nothing of the segments"

  /// Bytes of the store that no hash covers are zeros.
  private func checkPadding(or code: StatusCode) throws(Fault) {
    if let problem = StorePadding.problem(in: store, code: code) { throw .problem(problem) }
    for manifest in validation.lineage.manifests {
      let signature = validation.validation(of: manifest.label)?.proof?.signature
      guard signature?.isPaddingZero ?? true else {
        throw .problem(
          Problem(code, "the padding of a signature holds more than zeros"))
      }
    }
  }

  private func outcome(
    of assertion: ProvedAssertion, _ form: any HardBinding.Type, algorithm: String?,
    through buffer: inout [UInt8]
  ) throws(Fault) -> BindingOutcome {
    guard let value = assertion.value else {
      throw .problem(Problem(.assertionCborInvalid, "the hard binding is no CBOR"))
    }
    let subject = BindingSubject(
      source: document.source, located: found.located, carrier: document.carrier,
      claimAlgorithm: algorithm, hasUpdates: store.active.kind == .update,
      segments: document.segments, label: assertion.label.base)
    do throws(HashingError) {
      return try form.verify(value, subject, wantsFileDigest: digestsFile, through: &buffer)
    } catch {
      switch error {
      case .source(let fault): throw .source(fault)
      case .cryptography(let fault):
        throw .problem(Problem(.generalError, "the file could not be hashed: \(fault)"))
      }
    }
  }
}

/// What came of the hard binding.
struct BindingResult: Sendable {
  /// Its statuses.
  let log: StatusLog
  /// Whether the bytes that are left out of the hash are the store's and no others, but those that
  /// the format's profile names.
  let isExact: Bool
  /// SHA-256 of the whole file in lower-case hex, when it was found in the same pass.
  let sha256: String?
  /// What is left out of the hash beside the store; nil for a binding that does not hold.
  let leftOut: [ByteRange]?
  /// In which ways the binding is not of the form that its format asks for.
  let deviations: [Note]
  /// What this tool cannot check; then nothing is known of the bytes.
  let limit: String?

  /// Whether nobody looked, since only the label is of interest.
  var isAssumed = false

  /// A binding that nobody looked at.
  static let assumed = {
    var result = BindingResult(StatusLog(), isExact: true)
    result.isAssumed = true
    return result
  }()

  private init(_ log: StatusLog, isExact: Bool) {
    self.log = log
    self.isExact = isExact
    limit = nil
    leftOut = nil
    sha256 = nil
    deviations = []
  }

  /// A binding that could not be compared.
  init(log: StatusLog, limit: String? = nil) {
    self.log = log
    self.limit = limit
    isExact = false
    leftOut = nil
    sha256 = nil
    deviations = []
  }

  /// A binding at fault.
  init(_ problem: Problem, at place: String, limit: String? = nil) {
    var log = StatusLog()
    log.add(problem.code, at: place, problem.reason)
    self.init(log: log, limit: limit)
  }

  /// A binding that was compared.
  init(_ outcome: BindingOutcome, at place: String) {
    var log = StatusLog()
    for status in outcome.statuses { log.add(status.code, at: place, status.detail) }
    self.log = log
    isExact = outcome.onlyStoreExcluded
    leftOut = outcome.matches ? outcome.leftOut : nil
    deviations = outcome.deviations
    sha256 = outcome.fileDigest?.hex
    limit = nil
  }
}
