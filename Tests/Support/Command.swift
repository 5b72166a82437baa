import BroadsealBytes
import Glibc

/// Runs the program that was built, as a user would: another process, with bytes in and out.
public struct Command {
  /// What a run came to.
  public struct Outcome: Sendable {
    /// Exit code; 128 and the signal's number when a signal ended it.
    public let code: Int32
    /// Standard output.
    public let output: [UInt8]
    /// Standard error.
    public let errors: [UInt8]

    /// Standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
    /// The lines of an audit's `ndjson` that are verdicts: neither the run nor the counts.
    public var verdictLines: [[UInt8]] {
      output.split(separator: 0x0A).map(Array.init).filter {
        $0.starts(with: #"{"schema":"broadseal.verdict/1""#.utf8)
      }
    }
    /// The lines of `ndjson` that are of documents: all but the last, which counts them.
    public var resultLines: [[UInt8]] {
      output.split(separator: 0x0A).map(Array.init).filter {
        !$0.starts(with: #"{"schema":"broadseal.tally/1""#.utf8)
      }
    }
    /// The only one of them, or the first.
    public var resultLine: [UInt8] { resultLines.first ?? [] }
    /// The rows of an audit's `csv` that are of its table: no remarks on the run and the counts.
    public var tableRows: [[UInt8]] {
      output.split(separator: 0x0A).map(Array.init).filter { !$0.starts(with: "\"# ".utf8) }
    }
    /// Standard error as text.
    public var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  /// Path of the program: `BROADSEAL_EXECUTABLE`, else the one built beside the tests.
  public static var executable: String {
    if let named = unsafe getenv("BROADSEAL_EXECUTABLE") { return unsafe String(cString: named) }
    var buffer = [CChar](repeating: 0, count: 4_096)
    let length = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(
      decoding: buffer.prefix(max(length, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let built = path.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }
    let beside = built + "/broadseal"
    return unsafe access(beside, X_OK) == 0
      ? beside : Corpus.packageFolder + "/.build/debug/broadseal"
  }

  /// A run that has begun.
  public final class Run {
    private let scratch: Scratch
    private let process: pid_t

    fileprivate init(_ scratch: Scratch, _ process: pid_t) {
      self.scratch = scratch
      self.process = process
    }

    /// Sends it a signal.
    public func send(_ signal: Int32) { kill(process, signal) }

    /// What it has written to standard output so far.
    public var outputSoFar: [UInt8] { scratch.read("output") ?? [] }

    /// What it has written to standard error so far.
    public var errorsSoFar: String { String(decoding: scratch.read("errors") ?? [], as: UTF8.self) }

    /// Waits for its end.
    public func wait() -> Outcome {
      var status: Int32 = 0
      while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
      let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
      return Outcome(
        code: code, output: scratch.read("output") ?? [], errors: scratch.read("errors") ?? [])
    }
  }

  /// Starts the program with arguments of any bytes; `input` is its standard input, and `variables`
  /// stand beside `PATH` and a state folder of its own in its environment.
  public static func start(
    _ arguments: [[UInt8]], input: [UInt8] = [], variables: [String: String] = [:],
    folder: String? = nil, program: [String]? = nil
  ) -> Run {
    let scratch = Scratch()
    scratch.write(input, to: "input")
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, scratch("input"), O_RDONLY, 0)
    for (descriptor, name) in [(1, "output"), (2, "errors")] {
      unsafe posix_spawn_file_actions_addopen(
        &actions, Int32(descriptor), scratch(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    var process: pid_t = 0
    let program = program ?? launch(in: folder)
    let words = program.map { Array($0.utf8) } + arguments
    let settings = ["PATH": "/usr/bin:/bin", "XDG_STATE_HOME": scratch("state")]
      .merging(variables) { $1 }.map { "\($0)=\($1)" }
    let code = unsafe CStrings.with(words) { argv in
      unsafe CStrings.with(settings.map { Array($0.utf8) }) { environment in
        unsafe posix_spawn(&process, program[0], &actions, nil, argv, environment)
      }
    }
    precondition(code == 0, "the program could not be started: \(program[0])")
    return Run(scratch, process)
  }

  /// Runs the program to its end.
  public static func run(
    _ arguments: String..., input: [UInt8] = [], variables: [String: String] = [:],
    folder: String? = nil
  ) -> Outcome {
    run(arguments, input: input, variables: variables, folder: folder)
  }

  /// Runs the program to its end.
  public static func run(
    _ arguments: [String], input: [UInt8] = [], variables: [String: String] = [:],
    folder: String? = nil
  ) -> Outcome {
    start(arguments.map { Array($0.utf8) }, input: input, variables: variables, folder: folder)
      .wait()
  }

  /// Runs a line of the shell.
  public static func shell(_ line: String) -> Outcome {
    start([], program: ["/bin/bash", "-c", line]).wait()
  }

  /// The words that start the program, in `folder` when one is given.
  static func launch(in folder: String?) -> [String] {
    folder.map { ["/usr/bin/env", "-C", $0, executable] } ?? [executable]
  }
}
