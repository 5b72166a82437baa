extension SigningRequest {
  /// Throws when the request contradicts itself, before any file is touched.
  func check() throws(SigningError) {
    try label.check()
    try LabelText.check(title, "title")
    try LanguageTag.check(language)
  }
}
