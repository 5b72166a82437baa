import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealTrust

/// A file that this program itself put beside its results: no document, and nobody labels it.
///
/// The name alone says nothing: only what reads as what it is called counts, and only beside what it belongs to. What has
/// a label in a file beside it was made a document by whoever labelled it.
enum ProgramFile: Equatable {
  /// What `sign --evidence` kept: the evidence of the file at this path, which is there, or whose document is.
  case evidence(of: FilePath)
  /// The list of reports that `audit --sign-report` signed, in this folder.
  case reportList(in: FilePath)
  /// The signature over that list.
  case reportSignature(in: FilePath)

  /// What the file at `path` is of these; nil for anything else. The content of other names is not read.
  init?(_ path: FilePath) {
    guard let belonging = ProgramFile.belonging(path), ProgramFile.isUnlabelled(path) else {
      return nil
    }
    switch belonging {
    case .evidence(let owner):
      guard FileNode(owner) != nil || FileNode(ProgramFile.document(of: owner)) != nil,
        (try? EvidenceBundle.read(path)) != nil
      else { return nil }
    case .reportList(let folder):
      guard let list = ProgramFile.list(in: folder) else { return nil }
      let names = list.manifest.entries.map { folder.appending($0.name.utf8) }
      guard names.contains(where: { FileNode($0) != nil }) else { return nil }
    case .reportSignature(let folder):
      guard let list = ProgramFile.list(in: folder),
        let bytes = try? SmallFile.read(path, limit: ReportManifest.maximumSize),
        let message = try? ReceivedMessage(bytes), let value = message.hash?.value(of: list.bytes),
        message.proved(ofHash: value, among: []).outcome == .holds
      else { return nil }
    }
    self = belonging
  }

  /// Whether `bytes` of an archive's member read as evidence: its name and its document are told apart there.
  static func isEvidence(_ bytes: [UInt8]) -> Bool {
    (try? EvidenceBundle(parsing: bytes, name: EvidenceBundle.suffix)) != nil
  }

  /// What the name of `path` says; nil where it says nothing.
  private static func belonging(_ path: FilePath) -> ProgramFile? {
    let name = path.name
    if name.elementsEqual(ReportManifest.name.utf8) { return .reportList(in: path.folder) }
    if name.elementsEqual(ReportManifest.signatureName.utf8) {
      return .reportSignature(in: path.folder)
    }
    let suffix = EvidenceBundle.suffix.utf8
    guard name.count > suffix.count, name.suffix(suffix.count).elementsEqual(suffix),
      let owner = FilePath(bytes: path.bytes.dropLast(suffix.count))
    else { return nil }
    return .evidence(of: owner)
  }

  /// The document whose evidence is beside `owner`: evidence of a label in a file of its own bears that file's name.
  static func document(of owner: FilePath) -> FilePath {
    guard Sidecar.isSidecar(owner) else { return owner }
    return FilePath(bytes: owner.bytes.dropLast(Sidecar.suffix.utf8.count)) ?? owner
  }

  private static func isUnlabelled(_ path: FilePath) -> Bool {
    FileNode(Sidecar.path(for: path)) == nil
  }

  private static func list(in folder: FilePath) -> (manifest: ReportManifest, bytes: [UInt8])? {
    guard
      let bytes = try? SmallFile.read(
        folder.appending(ReportManifest.name.utf8), limit: ReportManifest.maximumSize),
      let manifest = ReportManifest(bytes)
    else { return nil }
    return (manifest, bytes)
  }
}
