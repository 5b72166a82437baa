package import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles

/// The path that a request writes, and the rules it has to keep before anything is written.
struct OutputPath {
  /// Where the labelled document, or the sidecar, goes.
  let path: FilePath
  /// Whether that is the document itself: it is replaced, with its mode and times.
  let replacesInput: Bool

  /// The path of the labelled document.
  static func document(for request: SigningRequest) -> OutputPath {
    OutputPath(
      path: request.destination.place(of: request.input),
      replacesInput: request.destination == .inPlace)
  }

  /// The path of the sidecar (C2PA 2.4 §A, external manifests: `FILE.EXT.c2pa`).
  static func sidecar(for request: SigningRequest) -> OutputPath {
    let document = document(for: request).path
    if case .file(let path) = request.destination, Sidecar.isSidecar(path) {
      return OutputPath(path: path, replacesInput: false)
    }
    return OutputPath(path: Sidecar.path(for: document), replacesInput: false)
  }

  /// The path of the copy of the document beside its sidecar; nil where none is wanted, or where the document
  /// is there already.
  static func copy(for request: SigningRequest) -> OutputPath? {
    let path = document(for: request)
    guard request.copiesDocument, !path.replacesInput, !Sidecar.isSidecar(path.path),
      FileNode(path.path).map({ $0 != FileNode(request.input) }) ?? true
    else { return nil }
    return path
  }

  /// Throws when the output would replace the document without having been told to.
  func requireOther(than source: ByteSource, _ input: FilePath) throws(SigningError) {
    guard !replacesInput, let existing = try? ByteSource(path) else { return }
    guard !existing.isSameFile(as: source) else {
      throw SigningError(
        .request, "the output is the document itself", path: input.display,
        hint: "say --in-place to replace it")
    }
  }
}

extension SigningRequest.Destination {
  /// The file that the labelled version of `input` is, or that its label goes beside.
  package func place(of input: FilePath) -> FilePath {
    switch self {
    case .file(let path): path
    case .folder(let folder):
      // The name is the document's, and not the user's: no link that stands there is followed.
      folder.appendingFound(input.name)
    case .inPlace: input
    }
  }
}

extension SigningRequest {
  /// The name that was given to the document that is written; nil where it keeps its own.
  var outputName: FilePath? {
    guard case .file(let path) = destination, !Sidecar.isSidecar(path) else { return nil }
    return path
  }
}
