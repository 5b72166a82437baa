import BroadsealBytes

extension PDFRevisionRules {
  /// What a file that has to be repaired to be read says: two readers that repair it come to two files
  /// (FILE-3).
  func reason(of fault: DocumentError) -> String {
    guard case .malformed(_, let malformed) = fault else {
      return "the file cannot be read without repair"
    }
    return "the file cannot be read without repair: \(malformed.reason)"
  }

  /// Why a reader may stumble over a later revision, or show what stands in it and is not listed; nil where
  /// none does.
  func doubt(after signed: PDFDocument, _ unlisted: PDFUnlistedParts) -> String? {
    let sections = document.chain.sections
    let later = sections.count - signed.chain.sections.count
    if let odd = sections.prefix(later).first(where: { !$0.isPlain }) {
      return "the cross-reference table at offset \(odd.offset) is not written as readers take it"
    }
    return unlisted.reason(behind: signedFile.size)
  }
}
