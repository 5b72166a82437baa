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
}
