import BroadsealBytes
import BroadsealFiles

/// Files of settings and keys, read whole.
enum SmallFile {
  /// The bytes of the regular file at `path`, at most `limit` of them.
  static func read(_ path: FilePath, limit: Int = 1 << 20) throws(Failure) -> [UInt8] {
    do throws(SourceError) {
      return try ByteSource.whole(path, limit: limit)
    } catch {
      guard case .tooLarge = error.kind else { throw Failure(source: error, code: .usage) }
      throw Failure(.usage, path, error.reason)
    }
  }
}
