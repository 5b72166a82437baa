import BroadsealBytes

/// What can be wrong with a PDF: the codes of `DocumentError.malformed` and of `DocumentNote`.
enum PDFCode: String, Sendable {
  /// No `%PDF-` header with a version, or something before it.
  case header = "PDF-HEADER"
  /// Something other than white space after the last `%%EOF`, or no `%%EOF` there.
  case trailing = "PDF-TRAILING"
  /// `startxref` is missing or points to no cross-reference section.
  case startxref = "PDF-STARTXREF"
  /// A cross-reference section, a trailer, or an entry that does not lead to its object.
  case xref = "PDF-XREF"
  /// An object that does not follow the grammar.
  case syntax = "PDF-SYNTAX"
  /// A filtered stream that does not decode.
  case filter = "PDF-FILTER"
  /// Two readers could understand the file differently.
  case ambiguous = "PDF-AMBIGUOUS"
  /// The encryption dictionary contradicts itself.
  case encryption = "PDF-ENCRYPTION"
  /// A limit of the reader was reached.
  case limit = "PDF-LIMIT"
  /// The document catalog is missing or is none.
  case catalog = "PDF-CATALOG"
}

extension DocumentError {
  /// A PDF that does not follow its format.
  static func pdf(_ code: PDFCode, _ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: code.rawValue, Malformed(reason, at: offset))
  }
}
