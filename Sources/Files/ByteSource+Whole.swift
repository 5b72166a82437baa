package import BroadsealBytes

extension ByteSource {
  /// The bytes of a small file, such as settings, a key or a list: all of them, as they stand at one
  /// moment.
  ///
  /// - Throws: `.tooLarge` for more than `limit` bytes.
  package static func whole(_ path: FilePath, limit: Int) throws(SourceError) -> [UInt8] {
    let source = try ByteSource(path)
    guard source.size <= limit, let all = ByteRange(0..<source.size) else {
      throw SourceError(.tooLarge(limit: limit), path: path.display)
    }
    let bytes = try source.read(all)
    try source.checkUnchanged()
    return bytes
  }
}
