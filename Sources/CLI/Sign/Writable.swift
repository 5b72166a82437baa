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
