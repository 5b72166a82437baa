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
    if renew != nil {
      throw ValidationError("--watch labels documents, and --renew is for those that are sealed")
    }
    if result.resign {
      throw ValidationError(
        "--watch with --resign would sign what lies there anew with each start: leave --resign out")
    }
  }
}
