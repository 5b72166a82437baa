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

  private typealias Fault = BindingFault

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
      let subject = subject(claim?.algorithm, of: assertion)
      let outcome = try outcome(of: assertion, form, subject, through: &buffer)
      let isUnread = outcome.matches && !document.segments.isEmpty && !outcome.readsSegments
      if let limit = isUnread ? HardBindingCheck.alone : outcome.limit {
        return BindingResult(Problem(.generalError, limit), at: place, limit: limit)
      }
      let result = BindingResult(outcome, at: place)
      guard !outcome.matches,
        let parts = try PartwiseBinding(of: bound, subject)?.result(through: &buffer)
      else { return result }
      return result.replaced(by: parts)
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

  private func subject(_ algorithm: String?, of assertion: ProvedAssertion) -> BindingSubject {
    BindingSubject(
      source: document.source, located: found.located, carrier: document.carrier,
      claimAlgorithm: algorithm, hasUpdates: store.active.kind == .update,
      segments: document.segments, label: assertion.label.base)
  }

  private func outcome(
    of assertion: ProvedAssertion, _ form: any HardBinding.Type, _ subject: BindingSubject,
    through buffer: inout [UInt8]
  ) throws(Fault) -> BindingOutcome {
    guard let value = assertion.value else {
      throw .problem(Problem(.assertionCborInvalid, "the hard binding is no CBOR"))
    }
    do throws(HashingError) {
      return try form.verify(value, subject, wantsFileDigest: digestsFile, through: &buffer)
    } catch { throw BindingFault(error) }
  }
}
