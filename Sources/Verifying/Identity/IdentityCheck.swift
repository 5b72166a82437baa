import BroadsealBytes
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance

/// The identity assertions of one manifest: whether they name the right assertions, and who signed
/// them (CAWG identity 1.3 §7 and §8.2). Their faults never touch the state of the manifest.
struct IdentityCheck {
  private let subject: ManifestSubject
  private let context: ValidationContext
  /// What claims list that were referred to, by manifest; nil for a manifest without a claim.
  private var listings: [String: ClaimListing?] = [:]

  private init(_ subject: ManifestSubject, _ context: ValidationContext) {
    self.subject = subject
    self.context = context
  }

  /// The identities that were proved, in the order of the claim.
  ///
  /// - Parameter signature: the proved claim signature. Its stamp dates an identity that bears none
  ///   of its own, since it covers the claim that lists it.
  static func run(
    _ subject: ManifestSubject, signature: ProvedSignature, context: ValidationContext,
    at time: UTCTime, into log: inout StatusLog
  ) -> [ProvedIdentity] {
    var check = IdentityCheck(subject, context)
    let assertions = subject.assertions.filter { $0.label.isOne(of: [IdentityAssertion.label]) }
    var proved: [ProvedIdentity] = []
    for assertion in assertions.prefix(maximumCount) {
      let place = subject.place.assertion(assertion.label.text)
      do throws(Problem) {
        let identity = try IdentityAssertion(assertion.assertion)
        try check.checkForm(of: identity)
        guard identity.signatureType == IdentityAssertion.x509Type else {
          AggregationCheck(
            identity: identity, place: place, context: context, claimTime: signature.time?.time
          ).run(into: &log)
          continue
        }
        let signed = IdentitySignatureCheck(
          identity: identity, place: place, context: context, claimTime: signature.time,
          time: time)
        guard let holder = signed.run(into: &log) else { continue }
        proved.append(ProvedIdentity(identity, by: holder, covers: check.covered(by: identity)))
      } catch {
        log.add(error.code, at: place, error.reason)
      }
    }
    return proved
  }

  /// The most identities that are looked at in one manifest.
  static let maximumCount = 16
  /// The most references that are looked at in one identity.
  static let maximumReferences = 1_024

  private mutating func checkForm(of identity: IdentityAssertion) throws(Problem) {
    guard identity.paddingIsZero else {
      throw Problem(.cawgIdentityPadInvalid, "the padding holds more than zeros")
    }
    let references = identity.referencedAssertions
    guard references.count <= IdentityCheck.maximumReferences else {
      throw Problem(.cawgIdentityCborInvalid, "there are too many references")
    }
    var seen: Set<String> = []
    for reference in references {
      guard let uri = subject.uri(reference.url), isListed(reference, at: uri) else {
        throw Problem(
          .cawgIdentityAssertionMismatch,
          "a reference names an assertion that no claim lists so")
      }
      guard seen.insert(uri.description).inserted else {
        throw Problem(.cawgIdentityAssertionDuplicate, "an assertion is referenced twice")
      }
    }
    try checkBinding(of: references)
    let known = [IdentityAssertion.x509Type, IdentityAssertion.aggregationType]
    guard known.contains(where: identity.signatureType.isExactly) else {
      throw Problem(.cawgIdentitySigTypeUnknown, "the kind of signature is not known")
    }
  }

  /// Whether the claim of the manifest that `uri` names lists it with the same hash.
  private mutating func isListed(_ reference: HashedURI, at uri: JUMBF.URI) -> Bool {
    guard let manifest = uri.manifest else { return false }
    if let known = listings[manifest] { return known?.holds(reference, at: uri.path) ?? false }
    let listing = claim(at: uri).map(ClaimListing.init)
    listings.updateValue(listing, forKey: manifest)
    return listing?.holds(reference, at: uri.path) ?? false
  }

  private func claim(at uri: JUMBF.URI) -> Claim? {
    if subject.isOwn(uri) { return subject.claim }
    guard let label = uri.manifest, let manifest = subject.lookup.manifest(labelled: label) else {
      return nil
    }
    return try? manifest.claim.get()
  }

  private func checkBinding(of references: [HashedURI]) throws(Problem) {
    let bindings = references.compactMap { subject.uri($0.url) }
      .filter { AssertionLabel($0.path.last ?? "").isHardBinding }
    guard !bindings.isEmpty else {
      throw Problem(.cawgIdentityHardBindingMissing, "no reference names a binding to the file")
    }
    // Below an update manifest the binding is that of the manifest which it updates.
    guard subject.manifest.kind == .standard else { return }
    guard bindings.contains(where: { subject.isOwn($0) }) else {
      throw Problem(
        .cawgIdentityHardBindingIncorrect, "the binding that is referenced is another manifest's")
    }
  }

  private func covered(by identity: IdentityAssertion) -> Set<String> {
    Set(
      identity.referencedAssertions.compactMap { reference in
        subject.uri(reference.url).flatMap { subject.own($0)?.label.text }
      })
  }
}

/// What a claim lists, by path: a thousand references into a claim of a hundred thousand assertions
/// cost a thousand steps.
struct ClaimListing {
  private let algorithm: String?
  private let listed: [[String]: [HashedURI]]

  /// The assertions that `claim` lists.
  init(_ claim: Claim) {
    algorithm = claim.algorithm
    listed = Dictionary(grouping: claim.assertions.filter { $0.uri != nil }) { $0.uri?.path ?? [] }
  }

  /// Whether the assertion at `path` is listed with the hash of `reference`.
  func holds(_ reference: HashedURI, at path: [String]) -> Bool {
    listed[path]?.contains { other in
      other.hash == reference.hash
        && (other.algorithm ?? algorithm) == (reference.algorithm ?? algorithm)
    } ?? false
  }
}
