import ArgumentParser

extension SignOptions {
  /// Refuses what makes no sense of a document without a name.
  func validatePipes() throws {
    try files.requireOneStandardInput()
    let reads = files.contains(where: \.isStandardStream)
    let writes = result.output?.isStandardStream ?? false
    guard reads || writes else { return }
    if files.count > 1 || selection.filesFrom != nil {
      throw ValidationError("- is one document: name no others beside it")
    }
    if reads, result.output == nil {
      throw ValidationError(
        "a document on standard input has no name: say with -o where the result goes")
    }
    if approval.plan != nil || approval.approved != nil || archive.evidence {
      throw ValidationError("--plan, --approved and --evidence are for documents that have a name")
    }
  }
}
