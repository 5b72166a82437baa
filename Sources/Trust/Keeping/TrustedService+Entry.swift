extension TrustedService {
  /// What says whom it speaks for; nil: for nobody, or for time stamps.
  var entryScope: Scope? { scope ?? seal?.scope }

  /// The extension that says so.
  var scopeExtension: String? {
    scope != nil ? Scope.extensionName : seal != nil ? SealScope.extensionName : nil
  }

  /// The agency that it speaks for.
  package var agency: Agency? { entryScope?.agency }
}
