import Glibc
import TestSupport
import Testing

extension Scratch {
  /// The bytes of a file in the folder, which must be there.
  func bytes(_ name: String) throws -> [UInt8] { try #require(read(name), "\(name) is missing") }

  /// Runs `openssl` with plain words as arguments; fails the test when it does not succeed.
  func openssl(_ arguments: [String]) throws { try run(["openssl"] + arguments) }

  /// Runs a program in the folder with plain words as arguments; fails the test when it does not
  /// succeed.
  func run(_ words: [String]) throws {
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let status = unsafe system("cd '\(path)' && \(quoted) >output 2>&1 </dev/null")
    let output = String(decoding: read("output") ?? [], as: UTF8.self)
    try #require(status == 0, "\(words.prefix(2)): \(output)")
  }
}

/// The Python of the witnesses' virtual environment, when there is one.
let witnessPython: String? = unsafe getenv("BROADSEAL_VENV")
  .map { unsafe String(cString: $0) + "/bin/python" }
  .flatMap { unsafe access($0, X_OK) == 0 ? $0 : nil }
