import BroadsealBytes
package import BroadsealJUMBF

/// A manifest (C2PA 2.4 §11.1): what was parsed, not what was proved.
///
/// A class, because checks hand it around a lot and it never changes.
package final class Manifest: Sendable {
  /// Label of the assertion store.
  package static let assertionStoreLabel = "c2pa.assertions"
  /// Label of the signature box.
  package static let signatureLabel = "c2pa.signature"

  /// The manifest's label, a URN; empty when there is none.
  package let label: String
  /// Standard, update or compressed.
  package let kind: ManifestKind
  /// The superbox exactly as received.
  package let superbox: Superbox
  /// The claim, or why it cannot be read.
  package let claim: Result<Claim, Problem>
  /// The signature box, or why there is none to judge.
  package let signature: Result<ClaimSignature, Problem>
  /// The assertion store, or why there is none.
  package let assertionStore: Result<Superbox, Problem>
  /// Every assertion of the store in order, listed by the claim or not.
  package let assertions: [Assertion]
  private let assertionIndex: LabelIndex

  /// Reads a manifest's superbox; what cannot be read is kept as its problem.
  init(_ superbox: Superbox, kind: ManifestKind) {
    label = superbox.label
    self.kind = kind
    self.superbox = superbox
    guard kind != .compressed else {
      let problem = Problem(.manifestCompressedInvalid, "compressed manifests cannot be read")
      (claim, signature, assertionStore) = (.failure(problem), .failure(problem), .failure(problem))
      assertions = []
      assertionIndex = LabelIndex([])
      return
    }
    assertionStore = Manifest.readAssertionStore(superbox)
    let boxes = (try? assertionStore.get())?.superboxes ?? []
    assertions = boxes.map(Assertion.init)
    assertionIndex = LabelIndex(boxes)
    let claim = Manifest.readClaim(superbox)
    self.claim = claim
    signature = Manifest.readSignature(superbox, claim: try? claim.get())
  }

  /// The superbox of this manifest that a reference names, whether relative or absolute.
  ///
  /// Nil when it names another manifest, nothing, or something ambiguous.
  package func resolve(_ uri: JUMBF.URI) -> Superbox? {
    if let manifest = uri.manifest, !manifest.isExactly(label) { return nil }
    let isAssertion = uri.path.count == 2 && uri.path[0].isExactly(Manifest.assertionStoreLabel)
    return isAssertion ? assertion(at: uri)?.superbox : superbox.superbox(at: uri.path)
  }

  /// The assertion that a reference names, when it is one of this manifest's.
  package func assertion(at uri: JUMBF.URI) -> Assertion? {
    guard uri.path.count == 2, uri.path[0].isExactly(Manifest.assertionStoreLabel),
      uri.manifest.map({ $0.isExactly(label) }) ?? true,
      let index = assertionIndex[uri.path[1]]
    else { return nil }
    return assertions[index]
  }

  /// The absolute reference to a path below this manifest.
  package func uri(of path: String...) -> JUMBF.URI {
    JUMBF.URI(manifest: label, path: path)
  }
}

extension Manifest: Hashable {
  /// Whether both are the same box, read as the same kind; everything else follows from it.
  package static func == (left: Manifest, right: Manifest) -> Bool {
    left.kind == right.kind && left.superbox == right.superbox
  }

  /// Hashes the box.
  package func hash(into hasher: inout Hasher) { hasher.combine(superbox) }
}
