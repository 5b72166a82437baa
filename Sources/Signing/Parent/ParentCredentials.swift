import BroadsealBytes
import BroadsealDocuments
import BroadsealJUMBF
import BroadsealProvenance

/// The credentials that a document already has, ready to be kept as the parent of the new manifest.
///
/// Every superbox of every earlier store comes along byte for byte: what was signed is never
/// written anew.
struct ParentCredentials {
  /// Superboxes to copy, oldest first; the parent's active manifest is among them.
  let superboxes: [ArraySlice<UInt8>]
  /// The active manifest: what the ingredient's `activeManifest` names and hashes.
  let active: Manifest
  /// Its signature box: what the ingredient's `claimSignature` names and hashes.
  let signature: Superbox
  /// What a verifier found in them.
  let validation: RecordedValidation
  /// Media type of the document that they came with.
  let mediaType: String

  /// Reads the active store and the stores of earlier revisions, oldest first.
  ///
  /// - Parameter remedy: what to do where they cannot be kept; nil where nothing helps.
  /// - Throws: `SigningError` of kind `malformed` when they cannot be kept as they are: a store that
  ///   does not parse, a name that two different manifests bear, an active manifest without a
  ///   signature box.
  init(
    active bytes: [UInt8], earlier: [[UInt8]], validation: RecordedValidation, mediaType: String,
    path: FilePath, remedy: () -> String?
  ) throws(SigningError) {
    func unusable(_ reason: String, at offset: Int? = nil) -> SigningError {
      SigningError(
        .malformed, "its label is damaged and cannot be kept: \(reason)", path: path.display,
        hint: remedy())
    }
    var kept = KeptSuperboxes()
    var last: ManifestStore?
    for store in earlier + [bytes] {
      let parsed: ManifestStore
      do throws(Malformed) {
        parsed = try ManifestStore(parsing: store, allowTrailingZeros: true)
      } catch { throw unusable(error.reason) }
      guard parsed.ambiguousLabels.isEmpty else { throw unusable("two manifests have one name") }
      for superbox in parsed.superbox.superboxes {
        guard kept.add(superbox) else { throw unusable("two manifests have one name") }
      }
      last = parsed
    }
    guard let active = last?.active else { throw unusable("there is no manifest") }
    guard case .success(let signature) = active.signature else {
      throw unusable("the active manifest has no signature that can be named")
    }
    superboxes = kept.superboxes
    self.active = active
    self.signature = signature.superbox
    self.validation = validation
    self.mediaType = mediaType
  }
}

/// Superboxes by label, each once.
private struct KeptSuperboxes {
  private(set) var superboxes: [ArraySlice<UInt8>] = []
  private var indices: [String: Int] = [:]

  /// Takes a superbox, the later of two equal ones; false when another one bears its label.
  mutating func add(_ superbox: Superbox) -> Bool {
    if let index = indices[superbox.label] {
      return superboxes[index] == superbox.raw
    }
    indices[superbox.label] = superboxes.count
    superboxes.append(superbox.raw)
    return true
  }
}
