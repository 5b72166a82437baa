import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealOpenSSL

/// A PDF whose signatures shall hold on: who signed and stamped, and what judges them.
struct SealedDocument {
  /// The document's carrier.
  let carrier: PDFCarrier
  /// The signers and authorities of all its signatures.
  let subjects: [LongTermProofs.Subject]
  /// What its security store holds.
  let held: ValidationData
  /// How far its signatures go once it is stamped.
  let level: String

  /// Reads the signatures of `document`.
  ///
  /// - Throws: `SigningError` of kind `refused` for a document that is no PDF, or has no signature to renew.
  init(_ document: Document, at path: FilePath) throws(SigningError) {
    guard document.format == .pdf, let carrier = document.carrier as? PDFCarrier else {
      if document.format == .pdf, let problem = document.problem {
        throw .document(problem, path: path)
      }
      throw .refused(FormDecision.notPDF(document.mediaType), path: path)
    }
    let signatures: [DocumentSignature]
    let held: ValidationData
    do throws(DocumentError) {
      signatures = try carrier.signatures().filter { !($0.value ?? []).isEmpty }
      held = try carrier.validationData()
    } catch { throw .document(error, path: path) }
    guard !signatures.isEmpty else {
      throw SigningError(
        refused: SigningCode.renewUnsigned, "the document has no PDF signature to renew",
        path: path.display, hint: "sign --pades makes one")
    }
    let others = held.certificates.compactMap { try? Certificate(der: $0) }
    var subjects: [LongTermProofs.Subject] = []
    for signature in signatures {
      do throws(Malformed) {
        subjects += try SealedDocument.subjects(of: signature, others)
      } catch {
        throw SigningError(
          refused: SigningCode.renewUnsigned,
          "its PDF signature \(signature.field) cannot be renewed: \(error.reason)",
          path: path.display)
      }
    }
    self.carrier = carrier
    self.subjects = subjects
    self.held = held
    let isBaseline = signatures.contains { $0.format == "ETSI.CAdES.detached" }
    level = isBaseline ? "B-LTA" : "timestamp"
  }

  /// The signer of one signature, and the authority that stamped it.
  private static func subjects(
    of signature: DocumentSignature, _ others: [Certificate]
  ) throws(Malformed) -> [LongTermProofs.Subject] {
    let value = signature.value ?? []
    switch signature.kind {
    case .timeStamp: return [try subject(of: try ReceivedStamp(value), others)]
    case .message, .digestMessage:
      let message = try ReceivedMessage(value)
      let stamps = try message.tokens.map { token throws(Malformed) in try ReceivedStamp(token) }
      let used = stamps.map(\.generated).min() ?? UTCTime(secondsSinceEpoch: .max)
      return [try subject(of: message, others, used: used)]
        + (try stamps.map { stamp throws(Malformed) in try subject(of: stamp, others) })
    case .other(let name): throw Malformed("signatures of the kind \(name) are not read", at: 0)
    }
  }

  private static func subject(
    of stamp: ReceivedStamp, _ others: [Certificate]
  ) throws(Malformed) -> LongTermProofs.Subject {
    try subject(of: stamp.message, others, used: stamp.generated)
  }

  private static func subject(
    of message: ReceivedMessage, _ others: [Certificate], used: UTCTime
  ) throws(Malformed) -> LongTermProofs.Subject {
    guard let signer = message.signer(among: others) else {
      throw Malformed("the certificate of its signer is not there", at: 0)
    }
    return LongTermProofs.Subject(
      chain: [signer] + message.certificates.filter { $0 != signer }, used: used)
  }

  /// What is worth knowing of a document with a PDF signature that gets its first label: whose the newest is.
  static func seal(of document: Document) -> Note? {
    guard document.format == .pdf,
      let newest = (try? document.carrier?.signatures())?.last(where: { signature in
        signature.kind != .timeStamp && !(signature.value ?? []).isEmpty
      })
    else { return nil }
    let message = try? ReceivedMessage(newest.value ?? [])
    let signer = message?.signer(among: []).map { " by \($0.subject)" } ?? ""
    return Note(
      SigningCode.labelOverSeal,
      "its PDF signature \(newest.field)\(signer) made it what it was; from now on its label speaks for it"
    )
  }

  /// Refuses a document whose label or PDF signature does not hold today: no stamp makes it better.
  static func requireSound(
    _ found: RecordedValidation, path: FilePath
  ) throws(SigningError) {
    guard let objection = found.objection, !found.isOfEarlierRevision else { return }
    throw SigningError(
      refused: SigningCode.stampUnsound, objection, path: path.display,
      hint: "a time stamp would not mend it")
  }

  /// Nobody said where answers come from.
  static let unanswered = SigningError(
    .request, "a renewal brings answers about revocation along, and none can be had",
    hint: "--online ocsp,crl asks for them, --ocsp and --crl give them")
}
