extension PDFSignatureForm {
  /// What is covered starts with the file, is in order, and ends inside the file (FORM-2).
  var coversFileInOrder: Bool {
    !signature.faults.contains(.outside) && signature.covered.count == 2
  }
}
