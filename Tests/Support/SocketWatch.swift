import Glibc

/// Runs the program while its network calls are watched, by strace.
package enum SocketWatch {
  /// Nothing was written about a run.
  package struct Unwatched: Error {}

  private static let tracer = "/usr/bin/strace"

  /// Whether system calls can be watched here: some sandboxes forbid it.
  package static let isPossible: Bool = {
    unsafe access(tracer, X_OK) == 0
      && Command.start([], program: [tracer, "-o", "/dev/null", "/bin/true"]).wait().code == 0
  }()

  /// How a run ended, what it wrote, and its network calls, one a line.
  package static func run(
    _ arguments: [String]
  ) throws -> (code: Int32, network: String, outcome: Command.Outcome) {
    let scratch = Scratch()
    let outcome = Command.start(
      arguments.map { Array($0.utf8) },
      program: [
        tracer, "-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-o", scratch("calls"),
        Command.executable,
      ]
    ).wait()
    guard let calls = scratch.read("calls") else { throw Unwatched() }
    return (outcome.code, String(decoding: calls, as: UTF8.self), outcome)
  }
}
