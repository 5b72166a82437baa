/// What one signature permits by its own word.
enum PDFPermission {
  /// `P` of its `DocMDP`; nil when it says nothing, or cannot be read.
  static func level(of signature: DocumentSignature, in document: PDFDocument) -> Int? {
    var resolver = document.resolver(work: PDFLimits.maximumObjectSize)
    guard let dictionary = try? dictionary(at: signature.offset, in: document) else { return nil }
    return try? PDFCertification.permission(by: dictionary, through: &resolver)
  }

  /// The dictionary of the signature whose object, or whose field, stands at `offset`.
  static func dictionary(
    at offset: Int, in document: PDFDocument
  ) throws(DocumentError) -> PDFPart {
    let (object, _) = try document.file.object(at: offset) { _ throws(DocumentError) in nil }
    let part = object.part(encrypted: document.security != nil)
    guard let value = part["V"], value.dictionary != nil else { return part }
    return value
  }
}
