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

extension Manifest {
  static func readAssertionStore(_ manifest: Superbox) -> Result<Superbox, Problem> {
    let stores = manifest.superboxes(holding: .assertionStore)
    guard let store = stores.first else {
      return .failure(Problem(.assertionMissing, "the manifest has no assertion store"))
    }
    guard stores.count == 1, store.label.isExactly(assertionStoreLabel) else {
      return .failure(
        Problem(.generalError, "the manifest has not exactly one store c2pa.assertions"))
    }
    return .success(store)
  }

  /// Finds and reads the claim (C2PA 2.5 §14.6).
  static func readClaim(_ manifest: Superbox) -> Result<Claim, Problem> {
    let boxes = manifest.superboxes(holding: .claim)
    guard boxes.count <= 1 else {
      return .failure(Problem(.claimMultiple, "the manifest has \(boxes.count) claims"))
    }
    let versions = ["c2pa.claim": 1, "c2pa.claim.v2": 2]
    guard let box = boxes.first, let version = versions[box.label] else {
      return .failure(Problem(.claimMissing, "the manifest has no claim"))
    }
    let contents = box.boxes.filter { $0.type != .free }
    guard contents.count == 1, contents[0].type == .cbor, box.superboxes.isEmpty else {
      return .failure(Problem(.claimCborInvalid, "the claim box does not hold one CBOR box"))
    }
    do {
      let content = contents[0]
      return .success(
        try Claim(
          version: version, received: content.payload,
          base: content.offset + content.raw.count - content.payload.count))
    } catch {
      return .failure(error)
    }
  }

  /// Finds the signature box, which the claim must name (C2PA 2.5 §14.7).
  static func readSignature(
    _ manifest: Superbox, claim: Claim?
  ) -> Result<ClaimSignature, Problem> {
    let boxes = manifest.superboxes(holding: .signature)
    guard boxes.count == 1, let box = boxes.first else {
      return .failure(
        Problem(.claimSignatureMissing, "the manifest has not exactly one signature box"))
    }
    if let claim {
      guard let uri = claim.signatureURI,
        uri.manifest.map({ $0.isExactly(manifest.label) }) ?? true,
        manifest.superbox(at: uri.path)?.offset == box.offset
      else {
        return .failure(
          Problem(.claimSignatureMissing, "the claim does not name this manifest's signature box"))
      }
    }
    do {
      return .success(try ClaimSignature(box))
    } catch {
      return .failure(error)
    }
  }
}

/// The signature box of a manifest, unproved.
package struct ClaimSignature: Hashable, Sendable {
  /// The superbox: what an ingredient's `claimSignature` hashes is its payload.
  package let superbox: Superbox
  /// The COSE_Sign1 structure exactly as received.
  package let bytes: ArraySlice<UInt8>

  /// Reads a signature box: exactly one CBOR box.
  init(_ superbox: Superbox) throws(Problem) {
    let boxes = superbox.boxes.filter { $0.type != .free }
    guard boxes.count == 1, boxes[0].type == .cbor, superbox.superboxes.isEmpty else {
      throw Problem(.claimSignatureMissing, "the signature box does not hold one CBOR box")
    }
    self.superbox = superbox
    bytes = boxes[0].payload
  }
}

/// What a superbox of a manifest store is (C2PA 2.4 §11.1.4.2).
package enum ManifestKind: Hashable, Sendable {
  /// A standard manifest: it binds to the bytes of the asset.
  case standard
  /// An update manifest: it adds to the manifest of its parent.
  case update
  /// A manifest in compressed form; its content cannot be read without a decoder.
  case compressed

  /// The kind that a superbox's type means; nil when it is no manifest.
  init?(_ type: ContentUUID) {
    switch type {
    case .standardManifest, .deprecatedManifest: self = .standard
    case .updateManifest: self = .update
    case .compressedManifest: self = .compressed
    default: return nil
    }
  }
}
