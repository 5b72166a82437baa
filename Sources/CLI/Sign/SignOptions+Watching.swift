import ArgumentParser

extension SignOptions {
  /// Refuses what makes no sense of documents that nobody knows yet.
  func validateWatching() throws {
    guard result.outputDir != nil else {
      throw ValidationError("--watch needs --output-dir")
    }
    if !inputs.isEmpty || selection.filesFrom != nil {
      throw ValidationError("--watch names the folder: name no other documents")
    }
    if approval.plan != nil || approval.approved != nil || addTimestamp || document.parent != nil {
      throw ValidationError(
        "--plan, --approved, --add-timestamp and --parent are for documents that are known before")
    }
  }
}
