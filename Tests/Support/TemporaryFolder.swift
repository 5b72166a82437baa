public import BroadsealBytes
import Glibc

/// A folder of its own for one test, removed with everything in it when the test ends.
public final class TemporaryFolder {
  /// The folder.
  public let path: FilePath

  /// Makes the folder.
  public init() {
    var name = Array("/tmp/broadseal-test-XXXXXX\0".utf8).map { CChar(bitPattern: $0) }
    unsafe mkdtemp(&name)
    path = FilePath(String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  deinit {
    for name in names { unsafe path.appending(name.utf8).withCString { _ = unsafe unlink($0) } }
    unsafe path.withCString { _ = unsafe rmdir($0) }
  }

  /// The names in the folder, hidden ones too, sorted.
  public var names: [String] {
    guard let entries = unsafe path.withCString({ unsafe opendir($0) }) else { return [] }
    defer { unsafe closedir(entries) }
    var names: [String] = []
    while let entry = unsafe readdir(entries) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { field in
        unsafe String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The path of `name` in the folder.
  public func file(_ name: String) -> FilePath { path.appending(name.utf8) }

  /// Writes a file; returns its path.
  @discardableResult
  public func write(_ bytes: [UInt8], as name: String, mode: UInt32 = 0o644) -> FilePath {
    let path = file(name)
    let descriptor = unsafe path.withCString { unsafe open($0, O_WRONLY | O_CREAT | O_TRUNC, mode) }
    defer { close(descriptor) }
    fchmod(descriptor, mode)
    _ = unsafe Glibc.write(descriptor, bytes, bytes.count)
    return path
  }
}
