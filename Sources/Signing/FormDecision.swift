import BroadsealBytes
import BroadsealDocuments

/// Whether the store goes into the document or beside it, and why.
enum FormDecision {
  /// Into the document, if its carrier agrees.
  case embed(any Carrier)
  /// Beside it; the note says why, when that was not asked for.
  case sidecar(because: SigningNote?)

  /// What `request` and the document's kind leave open; the carrier has its say later.
  init(_ request: SigningRequest, _ document: Document) throws(SigningError) {
    let path = request.input
    guard !document.format.isStore else {
      throw .refused(
        Refusal("STORE-FILE", "a manifest store is not a document", remedy: .none), path: path)
    }
    guard !request.pades || document.format == .pdf else {
      throw .refused(FormDecision.notPDF(document.mediaType), path: path)
    }
    switch (request.form, document.carrier) {
    case (.sidecar, _): self = .sidecar(because: nil)
    case (_, .some(let carrier)): self = .embed(carrier)
    case (let form, nil):
      let refusal: Refusal
      switch document.problem {
      case .refused(let found): refusal = found
      case .some(let problem): throw .document(problem, path: path)
      case nil:
        refusal = Refusal(
          "NO-CONTAINER",
          "a file of type \(document.mediaType) cannot carry a label in itself here",
          remedy: .sidecar)
      }
      guard form == .automatic, !request.pades, let note = FormDecision.fallback(from: refusal)
      else {
        throw .refused(refusal, path: path)
      }
      self = .sidecar(because: note)
    }
  }

  /// Why a document of another type gets no PDF signature.
  static func notPDF(_ mediaType: String) -> Refusal {
    Refusal(
      "PADES-NOT-PDF", "a file of type \(mediaType) cannot have a PDF signature", remedy: .none)
  }

  /// Why a sidecar takes the place of an embedded store; nil when it may not.
  static func fallback(from refusal: Refusal) -> SigningNote? {
    switch refusal.remedy {
    case .sidecar, .sidecarOrInsist: SigningNote(refusal.code, refusal.reason)
    case .none: nil
    }
  }
}
