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

  /// What is worth knowing of a document with PDF signatures that gets its first label: whose the newest is.
  static func note(on signatures: [DocumentSignature]) -> Note? {
    guard let newest = signatures.last else { return nil }
    return Note(
      SigningCode.labelOverSeal,
      "its PDF signature \(named(newest)) made it what it was; from now on its label speaks for it")
  }

  /// Why no label goes into a document with these PDF signatures: one is not the signer's own, and would lose its
  /// standing, since a seal counts only while nothing but proofs follows it (SEAL-3). A natural person's is no seal.
  ///
  /// - Parameter key: the key that makes the label.
  static func refusal(keeping signatures: [DocumentSignature], besides key: PublicKey) -> Refusal? {
    let seal = signatures.last { signature in
      // Whoever cannot be read is somebody else.
      guard let signer = signer(of: signature) else { return true }
      return signer.publicKey != key && !signer.isOfPerson
    }
    return seal.map { seal in
      Refusal(
        SigningCode.sealKept,
        "a label inside would cost its PDF signature \(named(seal)) its standing as a seal",
        remedy: .sidecarOrInsist)
    }
  }

  /// PDF signatures that somebody made in a document without a label inside, the newest last; time stamps of the
  /// document are none.
  static func signatures(of document: Document) -> [DocumentSignature] {
    guard document.format == .pdf, document.embedded == nil,
      let found = try? document.carrier?.signatures()
    else { return [] }
    return found.filter { $0.kind != .timeStamp && !($0.value ?? []).isEmpty }
  }

  private static func signer(of signature: DocumentSignature) -> Certificate? {
    (try? ReceivedMessage(signature.value ?? []))?.signer(among: [])
  }

  private static func named(_ signature: DocumentSignature) -> String {
    signature.field + (signer(of: signature).map { " by \($0.subject)" } ?? "")
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
