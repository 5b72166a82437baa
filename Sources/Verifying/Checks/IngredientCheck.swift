import BroadsealJUMBF
import BroadsealOpenSSL
import BroadsealProvenance

/// Whether an ingredient's manifest is the one that was taken in (C2PA 2.5 §14.11.3.3).
///
/// By the hash of the whole manifest; by the hash of its claim signature where a redaction changed
/// the manifest since.
struct IngredientCheck {
  private let edge: Lineage.Edge
  private let claimAlgorithm: String?
  private let isRedacted: Bool

  /// The statuses of one ingredient assertion.
  ///
  /// - Parameters:
  ///   - algorithm: the hash algorithm of the claim that holds the assertion.
  ///   - redactions: what any claim of the lineage redacts.
  ///   - digests: those taken so far.
  static func run(
    _ edge: Lineage.Edge, algorithm: String?, redactions: Redactions,
    digests: inout ManifestDigests
  ) -> StatusLog {
    var log = StatusLog()
    let place = Place(manifest: edge.holder).assertion(edge.assertion.text)
    guard let reference = edge.ingredient.activeManifest else {
      log.add(.ingredientUnknownProvenance, at: place, "the ingredient has no manifest")
      return log
    }
    guard let target = edge.target else {
      log.add(.ingredientManifestMissing, at: reference.url, "the ingredient's manifest is missing")
      return log
    }
    guard !edge.isCycle else {
      log.add(
        .ingredientManifestMismatch, at: reference.url, "the ingredient leads back to itself")
      return log
    }
    let check = IngredientCheck(
      edge: edge, claimAlgorithm: algorithm, isRedacted: redactions.touch(manifest: target.label))
    check.compare(target, by: reference, digests: &digests, into: &log)
    return log
  }

  private func compare(
    _ target: Manifest, by reference: HashedURI, digests: inout ManifestDigests,
    into log: inout StatusLog
  ) {
    let place = Place(manifest: target.label)
    guard isRedacted, edge.ingredient.version == 3 else {
      let matches = names(target, by: reference, digests: &digests)
      log.add(
        matches ? .ingredientManifestValidated : .ingredientManifestMismatch, at: place.manifest,
        matches
          ? "the ingredient's manifest is the one that was taken in"
          : "the ingredient's manifest is not the one that was taken in")
      return
    }
    guard let signature = edge.ingredient.claimSignature,
      case .success(let box) = target.signature, let uri = signature.uri,
      uri.manifest == target.label, target.resolve(uri)?.offset == box.superbox.offset
    else {
      log.add(
        .ingredientClaimSignatureMissing, at: place.signature,
        "the ingredient's claim signature is missing")
      return
    }
    let matches = digests.matches(
      signature, .signature, of: target, box.superbox.payload, algorithm: claimAlgorithm)
    log.add(
      matches ? .ingredientClaimSignatureValidated : .ingredientClaimSignatureMismatch,
      at: place.signature,
      matches
        ? "the ingredient's claim signature is the one that was taken in"
        : "the ingredient's claim signature is not the one that was taken in")
  }

  /// The first writers hashed the claim in place of the manifest. That binds as much, since the
  /// claim's signature and everything it lists are checked by themselves.
  private func names(
    _ target: Manifest, by reference: HashedURI, digests: inout ManifestDigests
  ) -> Bool {
    guard reference.uri?.path.isEmpty ?? false else { return false }
    if digests.matches(
      reference, .manifest, of: target, target.superbox.payload, algorithm: claimAlgorithm)
    {
      return true
    }
    guard edge.ingredient.version == 1, case .success(let claim) = target.claim else {
      return false
    }
    return digests.matches(
      reference, .claim, of: target, claim.bytes[...], algorithm: claimAlgorithm)
  }
}

/// Digests of the manifests of a store: each is taken once, however many references name it.
struct ManifestDigests {
  /// The part of a manifest that is hashed.
  enum Part: Hashable {
    /// The whole manifest.
    case manifest
    /// Its claim alone.
    case claim
    /// The box of its signature.
    case signature
  }

  private struct Key: Hashable {
    let label: String
    let part: Part
    let algorithm: DigestAlgorithm
  }

  private var known: [Key: [UInt8]] = [:]

  /// How many digests were taken.
  var count: Int { known.count }

  /// Whether `reference` holds the hash of that part of `manifest`, whose bytes are given.
  ///
  /// - Parameter algorithm: the claim's default, for a reference that names none.
  mutating func matches(
    _ reference: HashedURI, _ part: Part, of manifest: Manifest, _ bytes: ArraySlice<UInt8>,
    algorithm: String?
  ) -> Bool {
    guard let name = reference.algorithm ?? algorithm,
      let algorithm = DigestAlgorithm(rawValue: name)
    else { return false }
    let key = Key(label: manifest.label, part: part, algorithm: algorithm)
    if let digest = known[key] { return digest == reference.hash }
    guard let digest = try? Digest.of(bytes, algorithm) else { return false }
    known[key] = digest.bytes
    return digest.bytes == reference.hash
  }
}
