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
  func run(through buffer: inout [UInt8]) throws(DocumentError) -> CheckedSignatures {
    let found: [DocumentSignature]
    do throws(DocumentError) {
      found = try document.signatures()
    } catch {
      if case .source = error { throw error }
      return CheckedSignatures()
    }
    guard !found.isEmpty else { return CheckedSignatures() }
    let signatures = found.suffix(PDFSignatureCheck.maximumCount)
    let parsed = signatures.map(ParsedSignature.init)
    let values = try hashes(of: signatures, parsed, through: &buffer)
    // Read where there is a message: the certificates that it brings need not be its signer's.
    let hasMessage = parsed.contains { $0.message != nil }
    let data = hasMessage ? try document.validationData() : ValidationData()
    let helpers = data.certificates.compactMap { try? Certificate(der: $0) }
    let changes = try document.changes(after: found, newest: signatures.count)
    var later: [Int: LaterChanges] = [:]
    for (signature, changes) in zip(signatures, changes) { later[signature.offset] = changes }
    let proofs = zip(signatures, zip(parsed, values)).map { signature, work in
      proof(signature, work.0, ofHash: work.1, helpers: helpers)
    }
    let results = zip(signatures, proofs).map { signature, proof in
      result(signature, proof, later: later[signature.offset])
    }.judgedByLaterOnes(beside: found.dropLast(signatures.count).map(\.offset))
    let all = zip(zip(results, proofs), zip(signatures, parsed)).map { made, work in
      CheckedSignature(
        result: made.0, signature: work.0, parsed: work.1, prover: made.1.signer,
        tokens: made.1.tokens, helpers: helpers)
    }
    return CheckedSignatures(all: all, data: data, helpers: helpers)
  }

  private func proof(
    _ signature: DocumentSignature, _ parsed: ParsedSignature, ofHash value: [UInt8]?,
    helpers: [Certificate]
  ) -> PDFSignatureProof {
    if case .none(let proof) = parsed { return proof }
    guard parsed.hash != nil else {
      // The message says why.
      return PDFSignatureProof(
        parsed, signature, ofHash: [], helpers: [], labelStamp: nil, context: context)
    }
    if signature.covered.isEmpty || signature.faults.contains(.byteRange) && value == nil {
      return PDFSignatureProof(.malformed, "it does not say which bytes of the file it covers")
    }
    guard let value else {
      return PDFSignatureProof(.unchecked, "the bytes that it covers could not be hashed")
    }
    let proof = PDFSignatureProof(
      parsed, signature, ofHash: value, helpers: helpers, labelStamp: label?.stamp,
      context: context)
    if signature.faults.contains(.outside), proof.status == .intact || proof.status == .loose {
      return PDFSignatureProof(.malformed, "it covers bytes that are not in the file")
    }
    return proof
  }

  /// The hash values of what each covers, as far as it is in the file; nil where there is nothing to
  /// compute.
  private func hashes(
    of signatures: ArraySlice<DocumentSignature>, _ parsed: [ParsedSignature],
    through buffer: inout [UInt8]
  ) throws(DocumentError) -> [[UInt8]?] {
    var selections: [RangeHasher.Selection] = []
    var places: [Int?] = []
    for (signature, parsed) in zip(signatures, parsed) {
      guard let hash = parsed.hash, let ranges = inFile(signature.covered) else {
        places.append(nil)
        continue
      }
      places.append(selections.count)
      selections.append(RangeHasher.Selection(ranges, hash))
    }
    do throws(SourceError) {
      let values = try RangeHasher.values(of: document.source, selections, through: &buffer)
      return places.map { $0.flatMap { values[$0] } }
    } catch { throw .source(error) }
  }

  /// `ranges` without what is beyond the end of the file; nil when they are not in order.
  private func inFile(_ ranges: [ByteRange]) -> [ByteRange]? {
    let ends = [0] + ranges.map(\.end)
    guard !ranges.isEmpty, zip(ends, ranges).allSatisfy({ $0 <= $1.start }) else { return nil }
    return ranges.compactMap { range in
      ByteRange(start: range.start, length: min(range.end, document.source.size) - range.start)
    }
  }

  private func result(
    _ signature: DocumentSignature, _ proof: PDFSignatureProof, later: LaterChanges?
  ) -> PDFSignatureResult {
    // One that the label covers whole was there before, wherever it stands.
    let isWithLabel =
      located.map { signature.wasWritten(with: $0.extent) } ?? false
      && leftOut?.contains { $0.overlaps(signature.room) } ?? true
    // Bytes of its room that could be others, or bytes around it that it leaves out.
    let leavesBytesOpen = isWithLabel && proof.status == .intact && !signature.isExact
    var (status, explanation) = (proof.status, proof.explanation)
    if leavesBytesOpen {
      (status, explanation) = (
        .broken,
        "it does not cover everything around its own room, or the room holds something else"
      )
    } else if isWithLabel, status == .malformed || status == .unchecked && proof.declaresOwnForm {
      // The label leaves its room out: what stands there has to prove itself.
      status = .broken
    } else if status == .loose, !isWithLabel {
      // What its form leaves open says nothing else of the bytes that it covers. Only the label's own
      // seal has to have one form: it alone speaks for its room, which the label leaves out.
      (status, explanation) = (.intact, "it holds")
    }
    return PDFSignatureResult(
      field: signature.field, format: signature.format, status: status,
      explanation: explanation, doubts: signature.doubts, weak: proof.weak,
      stampFault: proof.stampFault,
      coverage: coverage(of: signature), coveredEnd: signature.covered.last?.end ?? 0,
      isWithLabel: isWithLabel, signer: proof.signer.map(PDFSignatureCheck.signer),
      isLabelSigner: label.flatMap { label in
        proof.level == "timestamp"
          ? nil : proof.signer.map { $0.der == label.credential.leaf.der }
      },
      level: proof.level, time: proof.time, offset: signature.offset,
      later: later.map { LaterRevisions($0).judged(with: status) })
  }

  private func coverage(of signature: DocumentSignature) -> PDFSignatureResult.Coverage {
    switch signature.end {
    case .file: .file
    case .revision: .revision
    case .elsewhere: .part
    }
  }

  private static func signer(_ certificate: Certificate) -> SignerIdentity {
    let subject = certificate.subject
    return SignerIdentity(
      subject: subject.description, name: subject.shortName,
      spki: certificate.publicKey.spkiSHA256, algorithm: "\(certificate.publicKey.kind)",
      notAfter: certificate.notAfter)
  }
}

extension DocumentSignature {
  /// Why the signature is not to be believed whatever it proves: what two readers could take
  /// differently, each in one short sentence.
  var doubts: [String] {
    Fault.allCases.filter(faults.contains).map { fault in
      switch fault {
      case .byteRange: "it does not say by four numbers which bytes it covers"
      case .outside: "what it covers does not begin with the file, or is not in the file"
      case .gap: "what it leaves out is not exactly its own value"
      case .noValue: "its dictionary holds no value"
      case .tail: "its room holds something after its value"
      case .severalFields: "it is the value of more than one field"
      case .structure: "the file cannot be read without repair"
      }
    }
  }
}
