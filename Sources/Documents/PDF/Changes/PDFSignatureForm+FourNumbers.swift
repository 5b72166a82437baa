extension PDFSignatureForm {
  /// `ByteRange` is four integers (FORM-1): with two, or with ten, readers hash different bytes.
  var hasFourNumbers: Bool { !signature.faults.contains(.byteRange) }
}
