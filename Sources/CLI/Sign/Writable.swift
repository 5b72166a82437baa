import BroadsealBytes
import BroadsealFiles
import Glibc

/// Whether results may be written, asked before the first document: one answer for all of them.
enum Writable {
  /// Throws where nothing may be written into `folder`, or into the folder above it in which it would be made.
  static func requireFolder(_ folder: FilePath) throws(Failure) {
    var place = folder
    while FileNode(place) == nil, place.folder != place { place = place.folder }
    guard place.isFolder, !isAllowed(place) else { return }
    throw .unwritable(folder: place)
  }

  fileprivate static func isAllowed(_ path: FilePath) -> Bool {
    unsafe path.withCString { unsafe faccessat(AT_FDCWD, $0, W_OK | X_OK, AT_EACCESS) } == 0
      || errno != EACCES
  }
}

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
