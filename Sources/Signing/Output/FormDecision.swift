import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes

/// Whether the store goes into the document or beside it, and why.
enum FormDecision {
  /// Into the document, if its carrier agrees.
  case embed(any Carrier)
  /// Beside it; the note says why, when that was not asked for.
  case sidecar(because: Note?)

  /// What `request` and the document's kind leave open; the carrier has its say later.
  ///
  /// - Parameters:
  ///   - seal: why a label inside would cost somebody else's seal its standing; nil where there is none. The label
  ///     then stands beside the document, unless the request insists.
  ///   - lost: whether a label was in the document that nobody can read: it is not signed over in silence.
  init(
    _ request: SigningRequest, _ document: Document, keeping seal: Refusal?, over lost: Bool
  ) throws(SigningError) {
    let path = request.input
    guard !document.format.isStore else {
      throw .refused(
        Refusal(SigningCode.storeFile, remedy: .none), path: path)
    }
    guard !request.pades || document.format == .pdf else {
      throw .refused(FormDecision.notPDF(document.mediaType), path: path)
    }
    if request.form == .sidecar {
      self = .sidecar(because: nil)
      return
    }
    if let carrier = document.carrier {
      if let seal, request.form == .automatic, FormDecision.agrees(carrier) {
        guard !request.pades else {
          throw .refused(seal, path: path, wayOut: SigningError.WayOut(from: request))
        }
        self = .sidecar(because: seal.note)
        return
      }
      if let seen = FormDecision.sight(document, carrier, request) {
        guard request.form == .automatic, !request.pades,
          let note = FormDecision.fallback(from: seen)
        else {
          throw .refused(seen, path: path, wayOut: FormDecision.wayOut(besides: carrier, request))
        }
        self = .sidecar(because: note)
        return
      }
      let isLeftAlone = try FormDecision.isLeftAlone(document, request)
      self = isLeftAlone ? .sidecar(because: FormDecision.unknownContainer) : .embed(carrier)
      return
    }
    let wayOut = SigningError.WayOut(from: request, over: lost)
    let refusal: Refusal
    switch document.problem {
    case .refused(let found): refusal = found
    case .some(let problem): throw .document(problem, path: path, wayOut: wayOut)
    case nil:
      refusal = Refusal(
        SigningCode.noContainer,
        "a file of type \(document.mediaType) cannot carry a label in itself here",
        remedy: .sidecar)
    }
    guard request.form == .automatic, !request.pades,
      let note = FormDecision.fallback(from: refusal)
    else { throw .refused(refusal, path: path, wayOut: wayOut) }
    self = .sidecar(because: note)
  }

  /// Whether the carrier would take a label: what stands in its way otherwise is said in its own words, and a document
  /// that is damaged stays refused.
  private static func agrees(_ carrier: any Carrier) -> Bool {
    (try? carrier.reserve(trialSize, insisting: false)) != nil
  }

  /// Why a label inside would change what the document shows; nil where it would not, and where its carrier takes
  /// none. Where the document has a label already, the new one may stand elsewhere among its elements.
  private static func sight(
    _ document: Document, _ carrier: any Carrier, _ request: SigningRequest
  ) -> Refusal? {
    let isTaken = (try? carrier.reserve(trialSize, insisting: request.form == .embedded)) != nil
    guard isTaken else { return nil }
    do throws(DocumentError) {
      return try document.labelSight().map { Refusal($0, remedy: .sidecar) }
    } catch {
      // What cannot be read fails where it is read for its content.
      return nil
    }
  }

  /// What would label the document instead: nothing beside it would count while it carries a label.
  private static func wayOut(
    besides carrier: any Carrier, _ request: SigningRequest
  ) -> SigningError.WayOut {
    guard let location = try? carrier.locate(), case .none = location else { return .none }
    return SigningError.WayOut(from: request)
  }

  /// Bytes of a store that is only tried.
  static let trialSize = 4_096

  private static let unknownContainer = Note(ZIPCode.container)

  /// Whether nothing is put into the document unless the user insists: an archive of a kind that is not
  /// known, such as an ASiC container, whose rules may forbid another entry.
  private static func isLeftAlone(
    _ document: Document, _ request: SigningRequest
  ) throws(SigningError) -> Bool {
    guard document.isUnknownContainer, request.form == .automatic, !request.pades,
      let carrier = document.carrier
    else { return false }
    do throws(DocumentError) {
      if case .none = try carrier.locate() { return true }
      return false
    } catch { throw .document(error, path: request.input) }
  }

  /// Why a document of another type gets no PDF signature.
  static func notPDF(_ mediaType: String) -> Refusal {
    Refusal(
      SigningCode.padesNotPDF, "a file of type \(mediaType) cannot have a PDF signature",
      remedy: .none)
  }

  /// Why a sidecar takes the place of an embedded store; nil when it may not.
  static func fallback(from refusal: Refusal) -> Note? {
    switch refusal.remedy {
    case .sidecar, .sidecarOrInsist: refusal.note
    case .none: nil
    }
  }
}
