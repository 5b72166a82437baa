import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL

/// Checks the PDF signatures of a document beside its label (ISO 32000-2 §12.8, C2PA 2.5 §A.4.2.2).
///
/// The room of a signature that was made with the label is the one part of the file that the label
/// leaves out, so that only the signature itself can prove it.
struct PDFSignatureCheck {
  /// The document.
  let document: Document
  /// Where the store is; nil for a store beside the document.
  let located: LocatedStore?
  /// The signature of the label; nil when none was proved.
  let label: ProvedSignature?
  /// What the label leaves out beside itself; nil when it does not match the file.
  let leftOut: [ByteRange]?
  /// Whom to believe, as of when.
  let context: ValidationContext

  /// Most signatures of a document that are spoken of, the newest: each may cost a pass over the file.
  static let maximumCount = 32

  /// What came of each signature, in the order in which they stand in the file.
  func run(through buffer: inout [UInt8]) throws(DocumentError) -> [PDFSignatureResult] {
    let found: [DocumentSignature]
    do throws(DocumentError) {
      found = try document.carrier?.signatures() ?? []
    } catch {
      if case .source = error { throw error }
      return []
    }
    var results: [PDFSignatureResult] = []
    for signature in found.suffix(PDFSignatureCheck.maximumCount) {
      results.append(result(signature, try prove(signature, through: &buffer)))
    }
    return results
  }

  private func prove(
    _ signature: DocumentSignature, through buffer: inout [UInt8]
  ) throws(DocumentError) -> PDFSignatureProof {
    guard let value = signature.value else {
      return PDFSignatureProof(.unchecked, "its value is larger than is read")
    }
    guard !value.isEmpty else { return PDFSignatureProof(.empty, "its room is empty") }
    switch signature.kind {
    case .other(let name):
      return PDFSignatureProof(.unchecked, "signatures of the kind \(name) cannot be checked")
    case .message:
      guard let message = try? SignedMessage(value) else {
        return PDFSignatureProof(.broken, "its value is no signed message in DER")
      }
      let proof = try prove(signature, message.digestAlgorithm, through: &buffer) {
        PDFSignatureProof(message, over: $0, labelStamp: label?.stamp, context: context)
      }
      guard proof.status == .loose || proof.status == .unchecked, message.declaresOwnForm else {
        return proof
      }
      return PDFSignatureProof(.broken, "it is not in the form that it was signed in")
    case .timeStamp:
      guard let token = try? TimeStampToken(tokenDER: value) else {
        return PDFSignatureProof(.broken, "its value is no time stamp")
      }
      return try prove(signature, token.hashAlgorithm, through: &buffer) {
        PDFSignatureProof(token, over: $0)
      }
    }
  }

  private func prove(
    _ signature: DocumentSignature, _ algorithm: DigestAlgorithm?, through buffer: inout [UInt8],
    _ proof: (Digest) -> PDFSignatureProof
  ) throws(DocumentError) -> PDFSignatureProof {
    guard let algorithm else {
      return PDFSignatureProof(.unchecked, "its hash function is none that is computed here")
    }
    let ends = [0] + signature.covered.map(\.end)
    guard
      zip(ends, signature.covered).allSatisfy({
        $0 <= $1.start && $1.end <= document.source.size
      })
    else {
      return PDFSignatureProof(.broken, "it does not say which bytes of the file it covers")
    }
    do throws(HashingError) {
      return proof(
        try FileHasher.digest(
          of: document.source, ranges: signature.covered.filter { $0.length > 0 }, algorithm,
          through: &buffer))
    } catch {
      guard case .source(let fault) = error else {
        return PDFSignatureProof(.unchecked, "the bytes that it covers could not be hashed")
      }
      throw .source(fault)
    }
  }

  private func result(
    _ signature: DocumentSignature, _ proof: PDFSignatureProof
  ) -> PDFSignatureResult {
    // One that the label covers whole was there before, wherever it stands.
    let isWithLabel =
      located.map { signature.wasWritten(with: $0.extent) } ?? false
      && leftOut?.contains { $0.overlaps(signature.room) } ?? true
    // Bytes of its room that could be others, or bytes around it that it leaves out.
    let isLoose = isWithLabel && proof.status == .intact && !signature.isExact
    var (status, explanation) = (proof.status, proof.explanation)
    if isLoose {
      (status, explanation) = (
        .broken,
        "it does not cover everything around its own room, or the room holds something else"
      )
    } else if status == .loose, !isWithLabel {
      // Whatever its form leaves open, the label covers its bytes.
      (status, explanation) = (.intact, "it holds")
    }
    return PDFSignatureResult(
      field: signature.field, status: status, explanation: explanation,
      coverage: coverage(of: signature), coveredEnd: signature.covered.last?.end ?? 0,
      isWithLabel: isWithLabel, signer: proof.signer.map(PDFSignatureCheck.signer),
      isLabelSigner: label.flatMap { label in
        proof.signer.map { $0.der == label.credential.leaf.der }
      },
      level: proof.level, time: proof.time, offset: signature.offset)
  }

  private func coverage(of signature: DocumentSignature) -> PDFSignatureResult.Coverage {
    guard signature.isAround else { return .part }
    if signature.reaches(document.source.size) { return .file }
    return signature.revision.map { signature.reaches($0.end) } ?? false ? .revision : .part
  }

  private static func signer(_ certificate: Certificate) -> SignerIdentity {
    let subject = certificate.subject
    return SignerIdentity(
      subject: subject.description, name: subject.shortName,
      spki: certificate.publicKey.spkiSHA256, algorithm: "\(certificate.publicKey.kind)")
  }
}
