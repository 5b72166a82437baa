import BroadsealBytes
import BroadsealFiles

/// One document that is to be signed.
struct InputDocument: Hashable, Sendable {
  /// Where it is.
  let path: FilePath
  /// The folders between the folder that was named and the document; empty for a document that was named
  /// itself.
  let below: [UInt8]
  /// What it was when it was found complete; nil where nobody waited for that.
  var state: FileIdentity?

  /// The folder inside `folder` that its result goes to; below that one no link is followed.
  func folder(in folder: FilePath) -> FilePath {
    below.isEmpty ? folder : folder.appendingFound(below)
  }
}

extension InputDocument {
  /// Throws where a program has the document open for writing: what it has written so far is not the document.
  func requireRest() throws(Failure) {
    guard HotFile.isBeingWritten(path) else { return }
    throw Failure(
      .incomplete, path, "a program has it open for writing",
      hint: "sign it again when that program is done")
  }
}
