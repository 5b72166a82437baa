import BroadsealOpenSSL
import BroadsealProvenance

/// Digests of the manifests of a store: each is taken once, however many references name it.
struct ManifestDigests {
  /// What of a manifest is hashed.
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
