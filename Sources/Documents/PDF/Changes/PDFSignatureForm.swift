import BroadsealBytes

/// Whether a signature is in a form of which two readers say the same: only then it is known what it
/// signed (FORM-1 to FORM-8, in this order).
struct PDFSignatureForm {
  /// The signature.
  let signature: DocumentSignature
  /// All signatures of the document.
  let all: [DocumentSignature]
  /// The document.
  let document: PDFDocument

  init(
    _ signature: DocumentSignature, among all: [DocumentSignature], in document: PDFDocument
  ) {
    self.signature = signature
    self.all = all
    self.document = document
  }

  /// The first rule that the signature does not keep; nil when it keeps all.
  func violated() throws(DocumentError) -> LaterRule? {
    if !hasFourNumbers { return .fourNumbers }
    if !coversFileInOrder { return .rangesInFile }
    guard let gap = try gap(), isHexadecimal(gap) else { return .hexadecimalGap }
    if try !isContents(gap) { return .gapIsContents }
    if !isGapInDictionary { return .gapInDictionary }
    if !hasContents { return .emptyContents }
    if !isValueOfOneField { return .oneField }
    return hasGapOfItsOwn ? nil : .separateGaps
  }

  /// What a violated rule means.
  static func reason(of rule: LaterRule) -> String {
    switch rule {
    case .fourNumbers: "ByteRange is not four integers"
    case .rangesInFile: "what it covers does not begin with the file, or is not in the file"
    case .hexadecimalGap: "what it leaves out is not one hexadecimal string"
    case .gapIsContents: "what it leaves out is not its own value"
    case .gapInDictionary: "what it leaves out does not stand in its own dictionary"
    case .emptyContents: "its room is empty"
    case .oneField: "it is the value of more than one field"
    case .separateGaps: "it leaves out what another signature leaves out"
    default: "it is not in a form that can be judged"
    }
  }
}
