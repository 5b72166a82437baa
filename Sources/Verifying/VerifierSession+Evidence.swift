package import BroadsealBytes
import BroadsealDocuments

extension VerifierSession {
  /// What the document at `path` brings along for each signature that holds by `verdict`, in the order of the
  /// file; empty for other files, and where it cannot be read again.
  package func evidence(of verdict: Verdict, at path: FilePath) -> [SignatureEvidence] {
    guard verdict.pdfSignatures.contains(where: { $0.status == .intact }),
      let document = try? Document.open(path), let signatures = try? document.signatures(),
      let data = try? document.validationData()
    else { return [] }
    return SignatureEvidenceReading(data).run(signatures, verdict.pdfSignatures)
  }
}
