import BroadsealBytes
import Glibc

/// What a test does to a file behind the back of its reader.
enum TestFile {
  static func remove(_ path: FilePath) {
    unsafe path.withCString { _ = unsafe unlink($0) }
  }

  static func truncate(_ path: FilePath, to size: Int) {
    unsafe path.withCString { _ = unsafe Glibc.truncate($0, off_t(size)) }
  }
}
