import BroadsealBytes
import BroadsealFiles
import Glibc
import TestSupport

extension Scratch {
  /// The bytes of a file anywhere; empty when it cannot be read.
  static func bytes(of path: FilePath) -> [UInt8] {
    guard let source = try? ByteSource(path), let all = ByteRange(0..<source.size) else {
      return []
    }
    return (try? source.read(all)) ?? []
  }

  /// The names in a folder anywhere, sorted.
  static func names(in path: String) -> [String] {
    guard let entries = unsafe opendir(path) else { return [] }
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
}
