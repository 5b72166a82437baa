package import BroadsealBytes
import Glibc

/// A document's bytes, read in place: an open file or bytes in memory.
///
/// The file is opened once; everything that is parsed and everything that is hashed comes through
/// the same descriptor. `checkUnchanged` at the end proves that it stayed the same file. A small
/// file is read once and whole: parsing and hashing then share one copy of it.
package final class ByteSource: Sendable {
  private enum Storage: Sendable {
    /// An open file; the content too, when it is small.
    case file(descriptor: Int32, identity: FileIdentity, content: [UInt8]?)
    case memory([UInt8])

    /// The bytes, when they are all in memory.
    var content: [UInt8]? {
      switch self {
      case .file(_, _, let content): content
      case .memory(let bytes): bytes
      }
    }
  }

  private let storage: Storage

  /// Path for messages, bytes that are not UTF-8 escaped; empty for bytes in memory.
  package let path: String

  /// Size in bytes when it was opened.
  package let size: Int

  /// Where its first byte stands in the open file: not at the start in a part of a file.
  private let base: Int

  /// Opens the regular file at `path` for reading.
  package convenience init(path: String) throws(SourceError) {
    try self.init(FilePath(path))
  }

  /// Opens the regular file at `file` for reading; its name may be any bytes. Below a folder that was named no link
  /// is followed.
  package init(_ file: FilePath) throws(SourceError) {
    let path = file.display
    let descriptor = try file.open(O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    do throws(SourceError) {
      let identity = try FileIdentity(descriptor: descriptor, path: path)
      let isSmall = identity.size <= ByteSource.smallSize
      let content =
        isSmall
        ? try ByteSource.read(descriptor, from: 0, length: identity.size, path: path) : nil
      self.storage = .file(descriptor: descriptor, identity: identity, content: content)
      self.size = identity.size
      self.path = path
      base = 0
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
    base = 0
  }

  /// An open file without a name; the descriptor stays the caller's.
  convenience init(copyOf descriptor: Int32, path: String) throws(SourceError) {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw SourceError.system(path: path) }
    do throws(SourceError) {
      let identity = try FileIdentity(descriptor: copy, path: path)
      self.init(
        .file(descriptor: copy, identity: identity, content: nil), base: 0, size: identity.size,
        path: path)
    } catch {
      close(copy)
      throw error
    }
  }

  private init(_ storage: Storage, base: Int, size: Int, path: String) {
    self.storage = storage
    self.size = size
    self.path = path
    self.base = base
  }

  /// The first `size` bytes as a source of their own: what the file was before something was added.
  package func beginning(_ size: Int) throws(SourceError) -> ByteSource {
    guard let range = ByteRange(start: 0, length: size) else {
      throw SourceError(.truncated, path: path)
    }
    return try part(range)
  }

  /// The bytes of `range` as a source of their own, whose offsets count from there: a file inside a file.
  package func part(_ range: ByteRange) throws(SourceError) -> ByteSource {
    guard range.end <= size else { throw SourceError(.truncated, path: path) }
    let content = storage.content.map { Array($0[range.bounds]) }
    let storage: Storage
    switch self.storage {
    case .memory: storage = .memory(content ?? [])
    case .file(let descriptor, let identity, _):
      let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
      guard copy >= 0 else { throw SourceError.system(path: path) }
      storage = .file(descriptor: copy, identity: identity, content: content)
    }
    return ByteSource(storage, base: base + range.start, size: range.length, path: path)
  }

  /// The open file; nil for bytes in memory.
  var descriptor: Int32? {
    if case .file(let descriptor, _, _) = storage { descriptor } else { nil }
  }

  /// The state of the file when it was opened; nil for bytes in memory.
  var state: FileIdentity? {
    if case .file(_, let identity, _) = storage { identity } else { nil }
  }

  /// Whether the bytes are a file's; false for bytes in memory.
  package var isFile: Bool { descriptor != nil }

  deinit {
    if case .file(let descriptor, _, _) = storage { close(descriptor) }
  }

  /// The bytes of `range`, all of them or an error.
  ///
  /// Allocates `range.length` bytes: check it against a named limit first.
  package func read(_ range: ByteRange) throws(SourceError) -> [UInt8] {
    guard range.end <= size else { throw SourceError(.truncated, path: path) }
    switch storage {
    case .memory(let bytes), .file(_, _, let bytes?): return Array(bytes[range.bounds])
    case .file(let descriptor, _, nil):
      return try ByteSource.read(
        descriptor, from: base + range.start, length: range.length, path: path)
    }
  }

  private static func read(
    _ descriptor: Int32, from start: Int, length: Int, path: String
  ) throws(SourceError) -> [UInt8] {
    var filled = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      while filled < length {
        let got = unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), length - filled,
          off_t(start + filled))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { break }
        filled += got
      }
      count = filled
    }
    guard filled == length else { throw SourceError(.truncated, path: path) }
    return bytes
  }

  /// Reads up to `count` bytes at `offset` to the start of `buffer`; returns how many: fewer only
  /// where the buffer or the file ends.
  package func fill(_ buffer: inout [UInt8], upTo count: Int = .max, from offset: Int)
    throws(SourceError) -> Int
  {
    let wanted = min(count, buffer.count, size - offset)
    guard offset >= 0, wanted > 0 else { return 0 }
    switch storage {
    case .memory(let bytes), .file(_, _, let bytes?):
      buffer.replaceSubrange(0..<wanted, with: bytes[offset..<offset + wanted])
    case .file(let descriptor, _, nil):
      var filled = 0
      while filled < wanted {
        let got = unsafe buffer.withUnsafeMutableBytes { target in
          unsafe pread(
            descriptor, target.baseAddress?.advanced(by: filled), wanted - filled,
            off_t(base + offset + filled))
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
    if let bytes = storage.content {
      do throws(Failure) {
        unsafe try body(bytes.span.bytes.extracting(range.bounds))
      } catch { throw .body(error) }
      return
    }
    guard case .file(let descriptor, _, _) = storage else { return }
    var offset = range.start
    if range.length >= ReadAhead.worthwhile {
      do throws(Failure) {
        offset += try ReadAhead.stream(
          base + range.start..<base + range.end, of: descriptor, body)
      } catch { throw .body(error) }
    }
    // What is left: all where no thread was free, and where one met an end, whatever says why.
    if offset < range.end, buffer.isEmpty {
      buffer = [UInt8](repeating: 0, count: ByteSource.preferredBufferSize)
    }
    while offset < range.end {
      let wanted = min(buffer.count, range.end - offset)
      let got = unsafe buffer.withUnsafeMutableBytes { target in
        unsafe pread(descriptor, target.baseAddress, wanted, off_t(base + offset))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw .source(SourceError(.truncated, path: path)) }
      do throws(Failure) {
        unsafe try body(buffer.span.bytes.extracting(0..<got))
      } catch { throw .body(error) }
      offset += got
    }
  }

  /// All bytes, when they are in memory already; nil for a file that is read piece by piece.
  package var content: [UInt8]? { storage.content }

  /// Throws `.changed` when the file is no longer what it was when it was opened.
  package func checkUnchanged() throws(SourceError) {
    guard case .file(let descriptor, let identity, _) = storage else { return }
    guard try FileIdentity(descriptor: descriptor, path: path) == identity else {
      throw SourceError(.changed, path: path)
    }
  }

  /// Whether both are one and the same file, by device and inode; false for bytes in memory.
  package func isSameFile(as other: ByteSource) -> Bool {
    guard case .file(_, let one, _) = storage, case .file(_, let two, _) = other.storage else {
      return false
    }
    return one.device == two.device && one.inode == two.inode
  }

  /// Largest file that is read whole when it is opened, in bytes: less than what the C library
  /// takes from the system anew for each allocation.
  package static let smallSize = 120 * 1024

  /// A quarter of a mebibyte: larger buffers gained nothing when measured, and every page of them costs a
  /// fault before a program that checks one file has hashed its first byte.
  package static let preferredBufferSize = 1 << 18
}

/// Which of the two sides of a streaming read failed.
package enum StreamError<Failure: Error>: Error {
  /// The file.
  case source(SourceError)
  /// The one who took the bytes.
  case body(Failure)
}

extension ByteSource {
  /// Whether it is the file that was seen in that state; true for bytes in memory.
  package func isStill(_ state: FileIdentity) -> Bool {
    guard case .file(_, let identity, _) = storage else { return true }
    return identity == state
  }
}

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
