extension PDFSignatureForm {
  /// `Contents` holds something (FORM-6).
  var hasContents: Bool { signature.value?.isEmpty == false }
}
