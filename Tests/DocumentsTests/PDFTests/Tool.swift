import Glibc
import TestSupport

/// A program of the system that judges what the carrier wrote: qpdf, or poppler's pdftotext.
struct Tool {
  /// What it did.
  struct Outcome {
    /// Exit status; 127 when it could not be run.
    let status: Int32
    /// What it printed.
    let output: [UInt8]
  }

  /// qpdf: checks structure, extracts attachments, encrypts.
  static let qpdf = Tool(name: "qpdf")
  /// Text as a reader sees it.
  static let pdftotext = Tool(name: "pdftotext")

  /// The program's name, looked up in `PATH`.
  let name: String

  /// Whether the program is there.
  var isInstalled: Bool { run(["--version"]).status != 127 }

  /// Runs the program with its standard output in a file.
  func run(_ arguments: [String]) -> Outcome {
    let scratch = Scratch()
    let path = scratch.write([], to: "output")
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = unsafe ([name] + arguments).map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var child: pid_t = 0
    guard unsafe posix_spawnp(&child, name, &actions, nil, &words, environ) == 0 else {
      return Outcome(status: 127, output: [])
    }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Outcome(status: code, output: Tool.contents(of: path))
  }

  /// The bytes of a file; empty when it cannot be read.
  static func contents(of path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { return [] }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    return bytes
  }
}
