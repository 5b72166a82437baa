import BroadsealNotes

extension PDFRevisionRules {
  /// The chain of cross-reference sections is complete and has no loop (FILE-2), and nothing had to be
  /// repaired to read it (FILE-3).
  ///
  /// The reader makes no difference between the two but by its code.
  func rule(of fault: DocumentError) -> LaterRule {
    guard case .malformed(let code, _) = fault else { return .noRepair }
    switch code {
    case PDFCode.trailing.code: return .endOfFile
    case PDFCode.startxref.code: return .crossReferences
    default: return .noRepair
    }
  }
}
