import BroadsealBytes
import BroadsealFiles

/// Files of settings and keys, read whole.
enum SmallFile {
  /// The bytes of the regular file at `path`, at most `limit` of them.
  static func read(_ path: FilePath, limit: Int = 1 << 20) throws(Failure) -> [UInt8] {
    do throws(SourceError) {
      let source = try ByteSource(path)
      if source.size <= limit, let all = ByteRange(0..<source.size) {
        return try source.read(all)
      }
    } catch {
      throw Failure(source: error, code: .usage)
    }
    throw Failure(.usage, path, "larger than \(limit) bytes")
  }
}
