import BroadsealBytes
import BroadsealFiles
import Glibc

/// The file that a report goes to: whole under its name, or not at all.
///
/// Its path was named, and so may lead through links to a pipe or a device, such as `/dev/stdout`; a file is written as
/// every other output (`AtomicOutput`).
///
/// A class, because an open output has one owner and the closure that writes shares it.
final class ReportFile {
  /// The file that would be replaced; nil when there is none.
  let replaced: FileNode?
  /// Where the bytes are until the report has its name; nil for a pipe or device.
  let temporary: FilePath?
  private var output: AtomicOutput?
  private let device: Int32
  private var pending: [UInt8] = []

  /// Bytes that are gathered before they are written: an entry is a few hundred, and there are millions.
  private static let pieceSize = 64 << 10

  /// Starts the report at `path`; a pipe or device is written as it goes.
  ///
  /// - Parameter overwrites: whether a file of that name is replaced at the end.
  init(_ path: FilePath, overwrites: Bool) throws(Failure) {
    var status = stat()
    let exists = unsafe path.withCString { name in unsafe stat(name, &status) } == 0
    if exists, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
      output = nil
      (replaced, temporary) = (nil, nil)
      device = unsafe path.withCString { name in unsafe open(name, O_WRONLY | O_CLOEXEC) }
      guard device >= 0 else {
        throw Failure(source: SourceError.system(path: path.display), code: .usage)
      }
      // Whatever stands there now is written to as it is: never a file that was put in its place.
      guard unsafe fstat(device, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
        throw Failure(source: SourceError(.changed, path: path.display), code: .usage)
      }
      return
    }
    device = -1
    replaced = FileNode(path)
    let output = try path.output(overwrites: overwrites)
    temporary = output.temporary
    self.output = consume output
  }

  deinit {
    if device >= 0 { close(device) }
  }

  /// Adds bytes; to a pipe or device they go at once.
  func write(_ bytes: [UInt8]) throws(Failure) {
    do throws(SourceError) {
      if device >= 0 {
        try put(bytes)
      } else {
        pending += bytes
        if pending.count >= ReportFile.pieceSize { try flush() }
      }
    } catch {
      throw Failure(source: error)
    }
  }

  private func flush() throws(SourceError) {
    unsafe try output?.append(pending.span.bytes)
    pending.removeAll(keepingCapacity: true)
  }

  /// Gives the report its name.
  func commit() throws(Failure) {
    do throws(SourceError) {
      try flush()
      try output?.commit()
    } catch {
      throw Failure(source: error)
    }
  }

  private func put(_ bytes: [UInt8]) throws(SourceError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(device, buffer.baseAddress, buffer.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw SourceError.system(path: "the report") }
      rest = rest.dropFirst(written)
    }
  }
}
