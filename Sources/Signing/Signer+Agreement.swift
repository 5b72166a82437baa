import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL

/// What a label says of AI, and what the labels say that it would descend from.
///
/// A parent's content is still in the document: a label that says *none* over one that says that AI was used would be a
/// contradiction, which every reader shows as such, so none is made. The earlier statement is a fact of where the
/// document comes from, and nobody signs it away by signing over it. Where it was a mistake of this very signer, the new
/// label must not descend from it: `SigningRequest.corrects` makes one that names it instead, and a label inside the
/// document is taken out first, by an explicit act.
extension Signer {
  /// Throws where `request` says that no AI was used, and `parent` says that it was.
  ///
  /// - Parameter document: the document where `parent` is its own label; nil for another file's.
  func requireAgreement(
    _ parent: ParentCredentials?, _ request: SigningRequest, _ document: Document?
  ) throws(SigningError) {
    guard let parent, request.label.ai.use == .none, parent.validation.ai != .nobody else { return }
    throw SigningError(
      refused: SigningCode.aiStated,
      "an earlier label of it says that AI was used, and this one would say that none was",
      path: request.input.display, hint: hint(parent.validation, request, document))
  }

  private func hint(
    _ found: RecordedValidation, _ request: SigningRequest, _ document: Document?
  ) -> String {
    let key = credential.certificates[0].publicKey.spkiSHA256
    let isOurs =
      found.signer == key
      || found.agency != nil && found.agency == request.label.official?.agency.id
    guard found.ai == .signer, isOurs else {
      return document == nil && !request.descendsFromResult
        ? "where AI was used, say --ai altered; where nothing of the parent is left in it, leave --parent out"
        : "say --ai altered: what another signer says of AI stays true of what is made from it"
    }
    if request.descendsFromResult {
      return
        "where AI was used, say --ai altered; where that label was a mistake, add --corrects: the new one then names "
        + "it, and does not descend from it"
    }
    guard let document else {
      return
        "where AI was used, say --ai altered; where nothing of the parent is left in it, leave --parent out"
    }
    guard document.embedded != nil else {
      return
        "where AI was used, say --ai altered; where that label was a mistake, delete the .c2pa file beside the document "
        + "and sign again"
    }
    let isRemovable = ((try? document.carrier?.removal()) ?? nil) != nil
    return isRemovable
      ? "where AI was used, say --ai altered; where that label was a mistake, broadseal remove takes it out: sign what "
        + "is left"
      : "where AI was used, say --ai altered; where that label was a mistake, sign the document as it was before it"
  }
}
