import Glibc
import Synchronization

/// A folder of its own for one test; removed with everything in it when the object goes.
public final class Scratch: Sendable {
  /// Path of the folder.
  public let path: String

  /// Makes the folder.
  public init() {
    var template = Array("/tmp/broadseal-test-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) } != nil
    }
    precondition(made, "no folder for a test could be made in /tmp")
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    Scratch.remove(Array(path.utf8))
  }

  /// Keeps the folder until the process ends: for what many tests share.
  public func keptToTheEnd() -> Scratch {
    Scratch.kept.withLock { kept in
      if kept.isEmpty { atexit { Scratch.kept.withLock { $0.forEach(Scratch.remove) } } }
      kept.append(Array(path.utf8))
    }
    return self
  }

  private static let kept = Mutex<[[UInt8]]>([])

  /// The path of `name` in the folder.
  public func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file, named by text, and returns its path; folders on the way are made.
  @discardableResult
  public func write(_ bytes: some Sequence<UInt8>, to name: String) -> String {
    write(bytes, toBytes: Array(name.utf8))
    return self(name)
  }

  /// Writes a file whose name may be any bytes.
  public func write(_ bytes: some Sequence<UInt8>, toBytes name: [UInt8]) {
    let full = Array(path.utf8) + [0x2F] + name
    for index in full.indices where full[index] == 0x2F && index > path.utf8.count {
      _ = unsafe Scratch.with(full[..<index]) { unsafe mkdir($0, 0o755) }
    }
    let descriptor = unsafe Scratch.with(full[...]) {
      unsafe open($0, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    precondition(descriptor >= 0, "a file for a test could not be written")
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      precondition(written > 0, "a file for a test could not be written")
      rest = rest.dropFirst(written)
    }
    close(descriptor)
  }

  /// The bytes of a file in the folder; nil when it is not there.
  public func read(_ name: String) -> [UInt8]? { Scratch.bytes(of: self(name)) }

  /// The bytes of any file; nil when it is not there.
  public static func bytes(of path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }

  /// The names in the folder, sorted.
  public var names: [String] { names(in: ".") }

  /// The names in a folder below it, sorted.
  public func names(in folder: String) -> [String] {
    guard let entries = unsafe opendir(self(folder)) else { return [] }
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

  private static func with<Value>(
    _ path: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> Value
  ) -> Value {
    let terminated = (path + [0]).map { CChar(bitPattern: $0) }
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      // The buffer holds at least the terminator, so it has an address.
      unsafe body(buffer.baseAddress!)
    }
  }

  private static func remove(_ path: [UInt8]) {
    _ = unsafe with(path[...]) { unsafe chmod($0, 0o700) }
    if let entries = unsafe with(path[...], { unsafe opendir($0) }) {
      while let entry = unsafe readdir(entries) {
        let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { field in
          unsafe Array(field.prefix { $0 != 0 })
        }
        if name == [0x2E] || name == [0x2E, 0x2E] { continue }
        let child = path + [0x2F] + name
        if unsafe entry.pointee.d_type == UInt8(DT_DIR) {
          remove(child)
        } else {
          _ = unsafe with(child[...]) { unsafe unlink($0) }
        }
      }
      unsafe closedir(entries)
    }
    _ = unsafe with(path[...]) { unsafe rmdir($0) }
  }
}
