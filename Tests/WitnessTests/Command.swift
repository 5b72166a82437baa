import Glibc
import TestSupport

/// A program run to its end, with its input and output in files so that neither can block.
struct Command {
  /// Exit status; 128 and the signal's number when a signal ended it.
  let status: Int32
  /// What it wrote to standard output.
  let output: [UInt8]
  /// What it wrote to standard error.
  let errors: String

  /// Runs the program at `path`, or found in `PATH` when it has no slash.
  init(_ path: String, _ arguments: [String] = [], input: some Sequence<UInt8> = []) {
    let scratch = Scratch()
    scratch.write(input, to: "in")
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, scratch("in"), O_RDONLY, 0)
    for (descriptor, name) in [(Int32(1), "out"), (Int32(2), "err")] {
      unsafe posix_spawn_file_actions_addopen(
        &actions, descriptor, scratch(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([path] + arguments).map {
      unsafe strdup($0)
    }
    unsafe words.append(nil)
    defer { while let word = unsafe words.popLast() { unsafe free(word) } }
    var process: pid_t = 0
    let failure = unsafe posix_spawnp(&process, path, &actions, nil, words, environ)
    guard failure == 0 else {
      (status, output) = (127, [])
      errors = unsafe String(cString: strerror(failure))
      return
    }
    var raw: Int32 = 0
    while unsafe waitpid(process, &raw, 0) < 0, errno == EINTR {}
    status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + (raw & 0x7F)
    output = scratch.read("out") ?? []
    errors = String(decoding: scratch.read("err") ?? [], as: UTF8.self)
  }

  /// What it wrote to standard output, as text.
  var text: String { String(decoding: output, as: UTF8.self) }
}
