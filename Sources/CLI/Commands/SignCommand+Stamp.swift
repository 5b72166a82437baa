import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealSigning

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
    if result.pades {
      throw ValidationError("--pades signs the PDF too: leave it out of --add-timestamp")
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
    let readings = FreshProofs()
    let stamper = try misconfigured {
      LabelStamper(
        timeStamping: try timeStamps.stamping(profile, passphrase: passphrase),
        inspection: try ReadBack(profile: profile, demand: .asLabelled, mayLackStamp: false)
          .inspection(
            readsBack: !noVerify, refusesMisnamed: true,
            proofs: archive.evidence ? readings : nil), environment: .system)
    }
    let signer = try stampSigner(profile, readings)
    let agency = profile.agency.map {
      StampingRequest.Agency(id: $0.id, jurisdiction: $0.jurisdiction)
    }
    var template = StampingRequest(
      input: "-", destination: result.destination, agency: agency)
    template.overwrites = result.force
    let keeper = try keeper(profile, readings)
    try signEach(documents[...], .stamp) { [template] path throws(Failure) in
      var request = template
      request.input = path
      let result: SigningResult
      do throws(SigningError) {
        // Where the signature has room, nobody has to sign, and the signer stays who it is.
        if let stamped = try stamper.stamp(request) {
          result = stamped
        } else if let signer {
          result = try signer.stamp(request)
        } else {
          throw SigningError(
            .request,
            "its signature has no room for a time stamp, so that a manifest must carry it",
            hint: "somebody has to sign that manifest: a profile with a key and without [approval]")
        }
      } catch { throw Failure(signing: error, document: path) }
      try keeper?.keep(result)
      return result
    }
  }

  /// Who signs a manifest that carries a stamp; nil when the profile has no key, or signs only what a
  /// second person has approved.
  private func stampSigner(
    _ profile: IssuerProfile, _ readings: FreshProofs
  ) throws -> Signer? {
    guard profile.approvers.isEmpty, profile.key != nil || keys.key != nil || keys.signer != nil
    else { return nil }
    let credential = try credential(try keys.settings(profile))
    return try signer(try stapled(credential, profile), profile, readings)
  }
}

extension DocumentOptions {
  /// Whether anything of the document itself was said.
  var saysNothing: Bool {
    reference == nil && url == nil && language == nil && title == nil && actions.isEmpty
      && !allActions && parent == nil
  }
}
