package import BroadsealFiles

extension PDFCarrier {
  package static func reopened(
    _ source: ByteSource, despite problem: DocumentError
  ) -> PDFCarrier? {
    guard case .malformed = problem else { return nil }
    return PDFDocument(repairing: source, despite: problem).map(PDFCarrier.init)
  }

  package func signatures() throws(DocumentError) -> [DocumentSignature] {
    try PDFSignatureCensus(document).signatures()
  }

  package func validationData() throws(DocumentError) -> ValidationData {
    PDFSignatureCensus(document).validationData()
  }
}
