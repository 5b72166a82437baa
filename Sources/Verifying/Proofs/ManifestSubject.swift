import BroadsealBytes
import BroadsealJUMBF
import BroadsealProvenance

/// One manifest as the checks of its assertions see it: the part that was proved, and what it may
/// refer to.
struct ManifestSubject: Sendable {
  /// The manifest, as received.
  let manifest: Manifest
  /// Its claim.
  let claim: Claim
  /// Its assertions that match their hashes, in the order of the claim.
  let assertions: [ProvedAssertion]
  /// Every manifest that references may name.
  let lookup: ManifestLookup
  /// What any claim of the lineage redacts.
  let redactions: Redactions
  /// Where statuses stand.
  let place: Place
  /// The proved assertions by label, so that a thousand references cost a thousand steps.
  private let labelled: [String: Int]

  init(
    manifest: Manifest, claim: Claim, assertions: [ProvedAssertion], lookup: ManifestLookup,
    redactions: Redactions
  ) {
    self.manifest = manifest
    self.claim = claim
    self.assertions = assertions
    self.lookup = lookup
    self.redactions = redactions
    place = Place(manifest: manifest.label)
    labelled = Dictionary(
      assertions.enumerated().map { ($1.label.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The labels of every assertion that the claim lists, proved or not.
  var listed: [AssertionLabel] {
    claim.assertions.compactMap { reference in
      guard let uri = reference.uri, let name = uri.path.last else { return nil }
      return labelled[name].map { assertions[$0].label } ?? AssertionLabel(name)
    }
  }

  /// A reference as it stands in this manifest, made absolute; nil when it is none.
  func uri(_ text: String) -> JUMBF.URI? {
    guard let uri = JUMBF.URI(text) else { return nil }
    return JUMBF.URI(manifest: uri.manifest ?? manifest.label, path: uri.path)
  }

  /// Whether an absolute reference stays in this manifest.
  func isOwn(_ uri: JUMBF.URI) -> Bool { uri.manifest?.isExactly(manifest.label) ?? false }

  /// Whether an absolute reference names a redacted assertion.
  func isRedacted(_ uri: JUMBF.URI) -> Bool {
    guard let manifest = uri.manifest, let label = uri.path.last else { return false }
    return redactions.contains(manifest: manifest, label: label)
  }

  /// What an absolute reference names, in this manifest or in another.
  func box(at uri: JUMBF.URI) -> Superbox? {
    guard let label = uri.manifest else { return nil }
    let holder = isOwn(uri) ? manifest : lookup.manifest(labelled: label)
    return holder?.resolve(uri)
  }

  /// The proved assertion of this manifest that an absolute reference names.
  func own(_ uri: JUMBF.URI) -> ProvedAssertion? {
    guard isOwn(uri), uri.path.count == 2, uri.path[0] == KnownLabel.store else { return nil }
    return labelled[uri.path[1]].map { assertions[$0] }
  }

  /// The ingredient that an absolute reference names, in this manifest or in another.
  func ingredient(at uri: JUMBF.URI) -> Ingredient? {
    if isOwn(uri) { return own(uri)?.ingredient }
    guard let label = uri.manifest,
      let assertion = lookup.manifest(labelled: label)?.assertion(at: uri)
    else { return nil }
    return try? Ingredient(assertion)
  }

  /// Whether an actions assertion is the first of its list in the claim.
  func isFirstActions(_ assertion: ProvedAssertion) -> Bool {
    assertions.first { $0.label.isActions && $0.isCreated == assertion.isCreated }?.label
      == assertion.label
  }
}
