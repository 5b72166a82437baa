import ArgumentParser

extension SignOptions {
  /// Refuses what would state something new, or leave out what a renewal is: it repeats what is there.
  func validateRenewal() throws {
    if official || ai.ai != nil || !document.saysNothing {
      throw ValidationError(
        "--renew states nothing new: leave out --official, --ai and what describes the document")
    }
    if addTimestamp {
      throw ValidationError(
        "--add-timestamp stamps the label, and --renew the document: ask for one of them")
    }
    if timeStamps.mayLackStamp {
      throw ValidationError("--renew and doing without a time stamp exclude each other")
    }
    if approval.plan != nil || approval.approved != nil {
      throw ValidationError("--renew has no plan to approve: it states nothing new")
    }
    if result.pades || result.sidecar || result.embed || result.resign {
      throw ValidationError(
        "--renew goes where the PDF signature is: leave out --pades, --sidecar, --embed and --resign"
      )
    }
    if document.strictContent {
      throw ValidationError("--strict-content belongs to a new label: leave it out")
    }
    if renew == .plain, archive.evidence {
      throw ValidationError("--evidence is kept of a label, and --renew plain makes none")
    }
    if !result.isNamed {
      throw ValidationError("say where the result goes: -o, --output-dir or --in-place")
    }
  }
}
