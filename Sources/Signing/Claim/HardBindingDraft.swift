import BroadsealBinding
import BroadsealBytes
import BroadsealCBOR
import BroadsealDocuments
import BroadsealOpenSSL
import BroadsealProvenance

/// The hard binding that a manifest gets, in the form that its document asks for.
///
/// Its encoding has the same size before the digests are known and after.
enum HardBindingDraft {
  /// One hash over everything outside these ranges: the store's room and what depends on it; none
  /// when it stands in a file of its own.
  case data(excluding: [ByteRange])
  /// A hash for each member of a collection, and one for its directory.
  case collection(FileCollection)

  /// The binding of the document that `placement` describes; nil: of one that stays as it is.
  init(_ placement: Placement?) {
    switch placement?.coverage {
    case .collection(let collection): self = .collection(collection)
    case .rest, nil: self = .data(excluding: placement?.rooms ?? [])
    }
  }

  /// Label of the assertion.
  var label: String {
    switch self {
    case .data: DataHash.label
    case .collection: CollectionHash.label
    }
  }

  /// What is hashed, a digest for each element, in an output of `outputSize` bytes.
  func parts(outputSize: Int) -> [[ByteRange]] {
    switch self {
    case .data(let excluded): return [ByteRange(first: outputSize).minus(excluded)]
    case .collection(let collection):
      return collection.members.map { [$0.range] } + [collection.directory]
    }
  }

  /// The assertion with `digests`, which are those of `parts`; with zeros while they are not known.
  func value(_ digests: [Digest]?, _ algorithm: DigestAlgorithm) -> CBOR.Value {
    let zeros = [UInt8](repeating: 0, count: algorithm.byteCount)
    switch self {
    case .data(let excluded):
      return DataHash(
        exclusions: excluded, algorithm: algorithm.rawValue,
        hash: digests?.first?.bytes ?? zeros, name: "jumbf manifest"
      ).asValue
    case .collection(let collection):
      let members = collection.members.enumerated().map { index, member in
        CollectionHash.Member(uri: member.uri, hash: digests?[index].bytes ?? zeros)
      }
      return CollectionHash(
        members: members, algorithm: algorithm.rawValue,
        zipCentralDirectoryHash: digests?.last?.bytes ?? zeros
      ).asValue
    }
  }
}
