package import Bytes
import Glibc

/// A document's bytes, read in place: an open file or bytes in memory.
///
/// The file is opened once; everything that is parsed and everything that is hashed comes through
/// the same descriptor. `checkUnchanged` at the end proves that it stayed the same file.
package final class ByteSource: Sendable {
  private enum Storage: Sendable {
    case file(descriptor: Int32, identity: FileIdentity)
    case memory([UInt8])
  }

  private let storage: Storage

  /// Path for messages, bytes that are not UTF-8 escaped; empty for bytes in memory.
  package let path: String

  /// Size in bytes when it was opened.
  package let size: Int

  /// Opens the regular file at `path` for reading.
  package convenience init(path: String) throws(SourceError) {
    try self.init(FilePath(path))
  }

  /// Opens the regular file at `file` for reading; its name may be any bytes.
  package init(_ file: FilePath) throws(SourceError) {
    let path = file.display
    let descriptor = unsafe file.withCString { name in
      unsafe open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    guard descriptor >= 0 else { throw SourceError.system(path: path) }
    do throws(SourceError) {
      let identity = try FileIdentity(descriptor: descriptor, path: path)
      self.storage = .file(descriptor: descriptor, identity: identity)
      self.size = identity.size
      self.path = path
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// Bytes that are already in memory.
  package init(bytes: [UInt8]) {
    storage = .memory(bytes)
    size = bytes.count
    path = ""
  }

  deinit {
    if case .file(let descriptor, _) = storage { close(descriptor) }
  }

  /// The bytes of `range`, all of them or an error.
  ///
  /// Allocates `range.length` bytes: check it against a named limit first.
  package func read(_ range: ByteRange) throws(SourceError) -> [UInt8] {
    guard range.end <= size else { throw SourceError(.truncated, path: path) }
    switch storage {
    case .memory(let bytes): return Array(bytes[range.bounds])
    case .file(let descriptor, _):
      var filled = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.length) { buffer, count in
        while filled < range.length {
          let got = unsafe pread(
            descriptor, buffer.baseAddress?.advanced(by: filled), range.length - filled,
            off_t(range.start + filled))
          if got < 0, errno == EINTR { continue }
          guard got > 0 else { break }
          filled += got
        }
        count = filled
      }
      guard filled == range.length else { throw SourceError(.truncated, path: path) }
      return bytes
    }
  }

  /// Reads up to `count` bytes at `offset` to the start of `buffer`; returns how many: fewer only
  /// where the buffer or the file ends.
  package func fill(_ buffer: inout [UInt8], upTo count: Int = .max, from offset: Int)
    throws(SourceError) -> Int
  {
    let wanted = min(count, buffer.count, size - offset)
    guard offset >= 0, wanted > 0 else { return 0 }
    switch storage {
    case .memory(let bytes):
      buffer.replaceSubrange(0..<wanted, with: bytes[offset..<offset + wanted])
    case .file(let descriptor, _):
      var filled = 0
      while filled < wanted {
        let got = unsafe buffer.withUnsafeMutableBytes { target in
          unsafe pread(
            descriptor, target.baseAddress?.advanced(by: filled), wanted - filled,
            off_t(offset + filled))
        }
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { throw SourceError(.truncated, path: path) }
        filled += got
      }
    }
    return wanted
  }

  /// Hands the bytes of `range` to `body` in order, at most a buffer at a time.
  package func stream<Failure: Error>(
    _ range: ByteRange, through buffer: inout [UInt8],
    _ body: (RawSpan) throws(Failure) -> Void
  ) throws(StreamError<Failure>) {
    guard range.end <= size else { throw .source(SourceError(.truncated, path: path)) }
    if case .memory(let bytes) = storage {
      do throws(Failure) {
        unsafe try body(bytes.span.bytes.extracting(range.bounds))
      } catch { throw .body(error) }
      return
    }
    guard case .file(let descriptor, _) = storage else { return }
    if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: ByteSource.preferredBufferSize) }
    var offset = range.start
    while offset < range.end {
      let wanted = min(buffer.count, range.end - offset)
      let got = unsafe buffer.withUnsafeMutableBytes { target in
        unsafe pread(descriptor, target.baseAddress, wanted, off_t(offset))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw .source(SourceError(.truncated, path: path)) }
      do throws(Failure) {
        unsafe try body(buffer.span.bytes.extracting(0..<got))
      } catch { throw .body(error) }
      offset += got
    }
  }

  /// Throws `.changed` when the file is no longer what it was when it was opened.
  package func checkUnchanged() throws(SourceError) {
    guard case .file(let descriptor, let identity) = storage else { return }
    guard try FileIdentity(descriptor: descriptor, path: path) == identity else {
      throw SourceError(.changed, path: path)
    }
  }

  /// Whether both are one and the same file, by device and inode; false for bytes in memory.
  package func isSameFile(as other: ByteSource) -> Bool {
    guard case .file(_, let one) = storage, case .file(_, let two) = other.storage else {
      return false
    }
    return one.device == two.device && one.inode == two.inode
  }

  /// One mebibyte: larger buffers gained nothing when measured, smaller ones cost calls.
  package static let preferredBufferSize = 1 << 20
}

/// Which of the two sides of a streaming read failed.
package enum StreamError<Failure: Error>: Error {
  /// The file.
  case source(SourceError)
  /// The one who took the bytes.
  case body(Failure)
}
