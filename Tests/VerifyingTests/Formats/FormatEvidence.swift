import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import TestSupport

/// What the tests hold of one format: without it the format is not supported.
///
/// Whoever adds a format adds one of these, in a file of its own and to `FormatEvidence.all`.
struct FormatEvidence: Sendable {
  /// Files of the format in the shared corpus.
  enum CorpusRows: Sendable {
    /// Rows of `expected.tsv` whose format has one of these names.
    case named([String])
    /// There are none.
    case none(because: String)
  }

  /// The format.
  let format: Format
  /// The name of a small file of it.
  let name: String
  /// The bytes of that file.
  let content: [UInt8]
  /// Bytes of the file that can be others in a file of the same structure: the last of them is changed.
  let mark: [UInt8]
  /// Where it stands in the corpus.
  let corpus: CorpusRows
  /// Why nobody can change such a file behind its label; nil where it is tried.
  var untried: String?

  /// Every format's.
  static let all: [FormatEvidence] =
    DocumentEvidence.all + ArchiveEvidence.all + TextEvidence.all + PictureEvidence.all
    + RecordingEvidence.all + OtherEvidence.all

  /// The file with the label of `manifest`: in it where the format has a place for one, else beside it.
  func labelled(by manifest: TestManifest) throws -> (content: [UInt8], sidecar: [UInt8]?) {
    let document = try Document(ByteSource(bytes: content), path: FilePath(name))
    guard let carrier = document.carrier, (try? carrier.reserve(100, insisting: false)) != nil
    else {
      return (content, try manifest.sidecar(for: content))
    }
    return (try manifest.embedded(in: content, by: carrier), nil)
  }

  /// `labelled` with one bit changed in what the label is about.
  func changed(_ labelled: [UInt8]) -> [UInt8] {
    guard !mark.isEmpty else { return labelled + [0x0A] }
    var changed = labelled
    if let place = labelled.indices.first(where: { labelled[$0...].starts(with: mark) }) {
      changed[place + mark.count - 1] ^= 1
    }
    return changed
  }
}
