import BroadsealJUMBF
import BroadsealProvenance

/// What a standard manifest must hold, and how often (C2PA 2.4 §15.10.1.2).
enum StandardManifestCheck {
  static func run(_ subject: ManifestSubject, into log: inout StatusLog) {
    let place = subject.place.claim(version: subject.claim.version)
    let listed = subject.listed
    let bindings = listed.filter { $0.isHardBinding }
    let isCreated = subject.claim.created.compactMap(\.uri?.path.last)
      .contains { AssertionLabel($0).isHardBinding }
    if !isCreated {
      log.add(.claimHardBindingsMissing, at: place, "the signer itself binds no content")
    } else if bindings.count > 1 {
      log.add(.assertionMultipleHardBindings, at: place, "the claim has several hard bindings")
    }
    let parents = subject.assertions.filter { $0.ingredient?.relationship == .parentOf }
    if parents.count > 1 {
      log.add(.manifestMultipleParents, at: place, "the manifest has several parents")
    }
    // Claims of the first version were written before actions were mandatory.
    if subject.claim.version == 2 { checkInception(of: subject, listed, at: place, into: &log) }
  }

  private static func checkInception(
    of subject: ManifestSubject, _ listed: [AssertionLabel], at place: String,
    into log: inout StatusLog
  ) {
    let listed = listed.filter { $0.isActions }
    guard let first = listed.first else {
      log.add(.claimActionsMissing, at: place, "the manifest records no actions")
      return
    }
    let proved = subject.assertions.filter(\.label.isActions)
    // What is missing, changed or unreadable is at fault already.
    guard proved.count == listed.count, proved.allSatisfy({ $0.actions != nil }) else { return }
    let inceptions = proved.compactMap(\.actions).flatMap(\.actions).filter(\.isInception)
    if inceptions.count != 1 {
      log.add(
        .assertionActionMalformed, at: subject.place.assertion(first.text),
        "there is not exactly one action that created or opened the asset")
    }
  }
}
