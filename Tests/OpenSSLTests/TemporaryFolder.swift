import Glibc
import Testing

/// A folder of a test's own, removed afterwards, and the openssl command in it.
final class TemporaryFolder: Sendable {
  /// Absolute path without a slash at the end.
  let path: String

  init() throws {
    var template = Array("/tmp/broadseal-openssl-XXXXXX".utf8CString)
    try #require(unsafe mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = unsafe system("rm -rf '\(path)'") }

  func write(_ bytes: [UInt8], _ name: String) throws {
    let file = unsafe open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    try #require(unsafe Glibc.write(file, bytes, bytes.count) == bytes.count)
  }

  func read(_ name: String) throws -> [UInt8] { try bytes(of: path + "/" + name) }

  /// Runs `openssl` with plain words as arguments; fails the test when it does not succeed.
  func openssl(_ arguments: [String]) throws {
    try run(["openssl"] + arguments)
  }

  /// Runs a program with plain words as arguments; fails the test when it does not succeed.
  func run(_ words: [String]) throws {
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let status = unsafe system("cd '\(path)' && \(quoted) >output 2>&1 </dev/null")
    let output = String(decoding: (try? read("output")) ?? [], as: UTF8.self)
    try #require(status == 0, "\(words.prefix(2)): \(output)")
  }
}
