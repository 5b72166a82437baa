extension TrustedService {
  /// What says whom it speaks for; nil: for nobody, or for time stamps.
  var entryScope: Scope? { scope }

  /// The extension that says so.
  var scopeExtension: String? { scope == nil ? nil : Scope.extensionName }

  /// The agency that it speaks for.
  package var agency: Agency? { entryScope?.agency }
}
