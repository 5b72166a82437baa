import BroadsealBytes
import BroadsealFiles

extension Failure {
  /// A folder into which this user may not write.
  static func unwritable(folder: FilePath) -> Failure {
    Failure(
      .incomplete, folder, "you may not write into this folder",
      hint: "ask who owns it, or name another folder for the results")
  }

  /// What the system's refusal means for the file at `path`; nil for every other reason.
  ///
  /// - Parameter writes: whether it was to be written.
  static func refusal(_ reason: String, of path: String?, writes: Bool) -> Failure? {
    guard let path, reason.hasSuffix("permission denied") else { return nil }
    let file = FilePath(path)
    guard writes else {
      return Failure(
        .incomplete, file, "you may not read it",
        hint: "ask who owns it, or run this as a user who may")
    }
    guard FileNode(file) != nil, !file.isFolder else {
      return unwritable(folder: file.isFolder ? file : file.folder)
    }
    return Failure(
      .incomplete, file, "you may not replace it",
      hint: "ask who owns it, or name another place for the result")
  }
}
