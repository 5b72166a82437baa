extension SigningRequest {
  /// Throws when the request contradicts itself, before any file is touched.
  func check() throws(SigningError) {
    guard !pades || form != .sidecar else {
      throw SigningError(.request, "a PDF signature needs the label in the document itself")
    }
    try label.check()
    try LabelText.check(title, "title")
    try LanguageTag.check(language)
  }
}
