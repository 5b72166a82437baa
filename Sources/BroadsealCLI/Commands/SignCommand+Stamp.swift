import ArgumentParser
import Bytes
import Signing

/// `sign --add-timestamp`: a label that is there already gets another time stamp.
extension SignCommand {
  /// Refuses what would state something new.
  func validateStamping() throws {
    if official || ai.ai != nil || !document.saysNothing {
      throw ValidationError(
        "--add-timestamp states nothing new: leave out --official, --ai and what describes the "
          + "document")
    }
    if timeStamps.mayLackStamp {
      throw ValidationError("--add-timestamp and doing without a time stamp exclude each other")
    }
    if approval.plan != nil || approval.approved != nil {
      throw ValidationError("--add-timestamp has no plan to approve: it states nothing new")
    }
    if result.sidecar || result.embed {
      throw ValidationError(
        "the time stamp goes where the label is: leave --sidecar and --embed out")
    }
    if result.pades || document.strictContent {
      throw ValidationError(
        "--pades and --strict-content belong to a new label: leave them out")
    }
    if !result.isNamed {
      throw ValidationError("say where the result goes: -o, --output-dir or --in-place")
    }
  }

  /// Stamps every document.
  func stamp(_ profile: IssuerProfile) throws {
    let documents = documents
    if documents.isEmpty { throw Failure.usage("there is no document to stamp, only labels") }
    try result.spare(sources(profile), signing: documents.map(\.path))
    try result.check(files)
    guard profile.approvers.isEmpty else {
      throw Failure(
        .usage, self.profile.path, "this profile signs only what a second person has approved",
        hint: "stamp with a profile that needs no approval")
    }
    let credential = try credential(try keys.settings(profile.key, at: self.profile.path))
    let signer = try signer(
      try misconfigured { try staple.applied(to: credential, profile: profile.revocation) }, profile
    )
    let agency = profile.agency.map {
      StampingRequest.Agency(id: $0.id, jurisdiction: $0.jurisdiction)
    }
    var template = StampingRequest(
      input: "-", destination: result.destination, agency: agency)
    template.overwrites = result.force
    let keeper = try keeper(profile)
    try signEach(documents[...], .stamp) { [template] path throws(Failure) in
      var request = template
      request.input = path
      let result: SigningResult
      do throws(SigningError) { result = try signer.stamp(request) } catch {
        throw Failure(signing: error, document: path)
      }
      try keeper?.keep(result)
      return result
    }
  }
}

extension DocumentOptions {
  /// Whether anything of the document itself was said.
  var saysNothing: Bool {
    reference == nil && url == nil && language == nil && title == nil && actions.isEmpty
      && !allActions && parent == nil
  }
}
