import BroadsealBytes
import BroadsealFiles
import Glibc
import Synchronization

/// A program that was started with pipes to its three streams, leader of a process group of its own.
struct ChildProcess {
  /// How it came to an end.
  enum End {
    /// By itself: its status as `wait` gives it, and what it wrote.
    case ended(status: Int32, output: [UInt8], errors: [UInt8])
    /// It was killed because its time was up.
    case timedOut
    /// It was killed because it wrote more than it may.
    case tooMuchOutput
  }

  let process: pid_t
  let input: Int32
  let output: Int32
  let errors: Int32

  /// `POSIX_SPAWN_SETPGROUP`, `_SETSIGDEF` and `_SETSIGMASK`.
  private static let flags = Int16(
    POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)

  /// Starts `words`: a program, looked up in `PATH` when it has no slash, and its arguments.
  ///
  /// It gets this process's environment with `variables`, no open files but its streams, and
  /// signals as if nobody had touched them.
  init(_ words: [String], variables: [String: String]) throws(SigningError) {
    self = try RunningCommands.start { () throws(SigningError) in
      try ChildProcess(starting: words, variables)
    }
  }

  private init(starting words: [String], _ variables: [String: String]) throws(SigningError) {
    let program = words.first ?? ""
    var pipes: [Pipe] = []
    for _ in 0..<3 {
      guard let pipe = Pipe() else {
        let code = errno
        for pipe in pipes { pipe.close() }
        throw ChildProcess.failure(program, code)
      }
      pipes.append(pipe)
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_adddup2(&actions, pipes[0].reading, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, pipes[1].writing, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, pipes[2].writing, 2)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT] { unsafe sigaddset(&signals, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(&attributes, ChildProcess.flags)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    let settings = ChildProcess.environment(with: variables)
    var process: pid_t = 0
    let code = unsafe CStrings.with(words.map { Array($0.utf8) }) { argv in
      unsafe CStrings.with(settings) { environment in
        unsafe posix_spawnp(&process, program, &actions, &attributes, argv, environment)
      }
    }
    guard code == 0 else {
      for pipe in pipes { pipe.close() }
      throw ChildProcess.failure(program, code)
    }
    close(pipes[0].reading)
    close(pipes[1].writing)
    close(pipes[2].writing)
    self.process = process
    (input, output, errors) = (pipes[0].writing, pipes[1].reading, pipes[2].reading)
  }

  private static func environment(with variables: [String: String]) -> [[UInt8]] {
    var settings: [[UInt8]] = []
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let bytes = unsafe Array(UnsafeRawBufferPointer(start: entry, count: strlen(entry)))
      let name = String(decoding: bytes.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
      if variables[name] == nil { settings.append(bytes) }
      unsafe next = next.advanced(by: 1)
    }
    return settings + variables.map { Array("\($0)=\($1)".utf8) }
  }

  private static func failure(_ program: String, _ code: Int32) -> SigningError {
    SigningError(
      .credential,
      "the signer command cannot be started: " + SourceError.system(code, path: program).reason,
      path: program, hint: "the first word is a program; no shell is involved")
  }
}

/// Two ends, closed to other programs.
struct Pipe {
  let reading: Int32
  let writing: Int32

  /// A new pipe; nil with the reason in `errno`.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  /// Closes both ends.
  func close() {
    Glibc.close(reading)
    Glibc.close(writing)
  }
}

/// The programs of this process that run now, so that an interrupted run leaves none behind.
///
/// Call `killAll` from an ordinary thread, not from inside a signal handler: it takes a lock.
package enum RunningCommands {
  private struct State {
    var groups: Set<pid_t> = []
    var isOver = false
  }

  private static let state = Mutex(State())

  /// Kills every program, and whatever it started in its process group; none starts any more.
  package static func killAll() {
    state.withLock { state in
      for group in state.groups { kill(-group, SIGKILL) }
      state = State(isOver: true)
    }
  }

  /// Starts a program and notes it, both under one lock: an interruption in between would leave it
  /// behind. Pipes are closed to other programs only a moment after they are made, too: a program that
  /// got another's would keep it from its end.
  static func start(
    _ start: () throws(SigningError) -> ChildProcess
  ) throws(SigningError) -> ChildProcess {
    try state.withLock { state throws(SigningError) in
      guard !state.isOver else { throw SigningError(.credential, "the run was broken off") }
      let child = try start()
      state.groups.insert(child.process)
      return child
    }
  }

  /// Kills what is left of a group and forgets it. Before the leader is waited for: afterwards its
  /// number may be another's.
  static func end(_ group: pid_t) {
    state.withLock { state in
      guard state.groups.remove(group) != nil else { return }
      kill(-group, SIGKILL)
    }
  }
}
