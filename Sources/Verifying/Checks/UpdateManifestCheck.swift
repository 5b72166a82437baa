import BroadsealProvenance

/// What an update manifest may hold: one parent and no change of content (C2PA 2.4 §15.10.1.3).
enum UpdateManifestCheck {
  static func run(_ subject: ManifestSubject, into log: inout StatusLog) {
    let place = subject.place.claim(version: subject.claim.version)
    let ingredients = subject.assertions.filter(\.label.isIngredient)
    if ingredients.count != 1 || ingredients.first?.ingredient?.relationship != .parentOf {
      log.add(.manifestUpdateWrongParents, at: place, "an update has exactly one parent")
    }
    for assertion in subject.assertions where isForbidden(assertion) {
      log.add(
        .manifestUpdateInvalid, at: subject.place.assertion(assertion.label.text),
        "an update manifest may not hold this assertion")
    }
    for assertion in subject.assertions where assertion.label.isActions {
      let names = assertion.actions?.actions.map(\.name) ?? []
      if !names.allSatisfy(ActionName.allowedInUpdate.contains) {
        log.add(
          .manifestUpdateInvalid, at: subject.place.assertion(assertion.label.text),
          "an update manifest may not record this action")
      }
    }
  }

  private static func isForbidden(_ assertion: ProvedAssertion) -> Bool {
    assertion.label.isHardBinding || assertion.label.isMultiAssetHash
      || assertion.label.isThumbnail
  }
}
