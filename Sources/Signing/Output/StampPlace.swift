import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealProvenance

/// Where the manifest goes that carries a time stamp, and of which kind it is.
struct StampPlace {
  /// Into the document, or beside it: where the stamped label is.
  let form: FormDecision
  /// Whether the store grows in its place and nothing else of the file changes, so that the binding
  /// of the stamped manifest still holds (C2PA 2.4 §11.2.3).
  private(set) var isUpdate: Bool
  /// Whether the label is in a file of its own.
  let isDetached: Bool

  /// The place for `document`, which is labelled.
  init(_ document: Document, at path: FilePath) throws(SigningError) {
    do throws(DocumentError) {
      if let carrier = document.carrier, case .found(let store) = try carrier.locate() {
        form = .embed(carrier)
        isDetached = false
        guard document.format.growsInPlace else {
          isUpdate = false
          return
        }
        // In a PDF the update would be a revision that the old hash does not cover; in an archive the
        // directory freezes the store's size.
        isUpdate = try carrier.replacement(of: store) != nil
        return
      }
    } catch { throw .document(error, path: path) }
    form = .sidecar(because: nil)
    isDetached = true
    isUpdate = true
  }

  /// The same for a store of about `size` bytes: where it does not fit in its place, a manifest that binds
  /// the document anew has to carry the stamp.
  func fitting(
    _ size: Int, in document: Document, at path: FilePath
  ) throws(SigningError) -> StampPlace {
    guard isUpdate, case .embed(let carrier) = form else { return self }
    var place = self
    do throws(DocumentError) {
      guard case .found(let store) = try carrier.locate() else { return self }
      let placement = try carrier.reserve(size + StampPlace.margin, insisting: true)
      place.isUpdate =
        placement.isInPlace(of: store, size: document.source.size)
        && StampPlace.leavesOut(placement.dependents, store)
    } catch { throw .document(error, path: path) }
    return place
  }

  /// Whether the manifest in `store` that binds the content leaves `ranges` out of its hash: numbers that change
  /// with the length of the store. Other signers hash the size of a RIFF file.
  private static func leavesOut(_ ranges: [ByteRange], _ store: LocatedStore) -> Bool {
    guard !ranges.isEmpty else { return true }
    guard let read = try? ManifestStore(parsing: store.bytes, allowTrailingZeros: true),
      let manifest = read.manifests.last(where: { $0.kind == .standard }),
      let value = manifest.assertions.first(where: { $0.label.text.isExactly(DataHash.label) })?
        .cbor,
      let hash = try? DataHash(value)
    else { return false }
    return ranges.allSatisfy(hash.exclusions.contains)
  }

  /// What a store may become longer than it was reckoned, in bytes.
  private static let margin = 2_048
}
