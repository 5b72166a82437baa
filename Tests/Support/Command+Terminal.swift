import BroadsealBytes
import Glibc

extension Command {
  /// `TIOCSPTLCK`, `TIOCGPTN` and `POSIX_SPAWN_SETSID`, which the C library hides from Swift.
  private static let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
  private static let newSession: Int16 = 0x80

  /// Runs the program on a terminal of its own and types `typed`, a line each time the program asks;
  /// what the terminal shows comes back, standard error with it.
  public static func runOnTerminal(
    _ arguments: [String], typed: String = "", variables: [String: String] = [:],
    folder: String? = nil
  ) -> (code: Int32, shown: String) {
    let run = converseOnTerminal(
      arguments, typed: typed, interrupting: nil, variables: variables, folder: folder)
    return (run.code, run.shown)
  }

  /// Runs the program on a terminal of its own and sends it `signal` when it asks for something;
  /// whether the terminal has its echo then, and afterwards, comes back.
  public static func interruptOnTerminal(
    _ arguments: [String], _ signal: Int32, folder: String? = nil
  ) -> (code: Int32, echoBefore: Bool, echoAfter: Bool) {
    let run = converseOnTerminal(
      arguments, typed: "", interrupting: signal, variables: [:], folder: folder)
    return (run.code, run.echoBefore, run.echoAfter)
  }

  private static func converseOnTerminal(
    _ arguments: [String], typed: String, interrupting signal: Int32?,
    variables: [String: String], folder: String?
  ) -> (code: Int32, shown: String, echoBefore: Bool, echoAfter: Bool) {
    let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    precondition(master >= 0, "no terminal for a test")
    defer { close(master) }
    var (lock, number): (Int32, UInt32) = (0, 0)
    precondition(
      unsafe ioctl(master, setLock, &lock) == 0 && ioctl(master, getNumber, &number) == 0,
      "no terminal for a test")
    let name = "/dev/pts/\(number)"
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // The leader of a session gets the terminal it opens first for its own.
    for descriptor in 0...2 {
      unsafe posix_spawn_file_actions_addopen(&actions, Int32(descriptor), name, O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(&attributes, newSession)
    var process: pid_t = 0
    let words = (launch(in: folder) + arguments).map { Array($0.utf8) }
    let state = Scratch()
    let settings = [
      "PATH": "/usr/bin:/bin", "TERM": "xterm", "XDG_STATE_HOME": state.path,
    ].merging(variables) { $1 }
      .map { Array("\($0)=\($1)".utf8) }
    let code = unsafe CStrings.with(words) { argv in
      unsafe CStrings.with(settings) { environment in
        unsafe posix_spawn(
          &process, launch(in: folder)[0], &actions, &attributes, argv, environment)
      }
    }
    precondition(code == 0, "the program could not be started: \(executable)")
    // The terminal's settings last as long as somebody holds its other end.
    let held = unsafe open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var echoBefore = true
    if let signal {
      waitForQuestion(master)
      echoBefore = hasEcho(held)
      kill(process, signal)
    } else {
      close(held)
    }
    let shown = signal == nil ? converse(master, typed) : ""
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let ended = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    guard signal != nil else { return (ended, shown, true, true) }
    defer { close(held) }
    return (ended, shown, echoBefore, hasEcho(held))
  }

  private static func hasEcho(_ terminal: Int32) -> Bool {
    var settings = termios()
    return unsafe tcgetattr(terminal, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Reads until the program has asked for something, or shows nothing for half a minute.
  private static func waitForQuestion(_ master: Int32) {
    var byte: UInt8 = 0
    var last: UInt8 = 0
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while unsafe poll(&watched, 1, last == UInt8(ascii: " ") ? 300 : 30_000) > 0 {
      guard unsafe read(master, &byte, 1) == 1 else { return }
      last = byte
    }
  }

  /// Reads to the end; types the next line whenever the program has asked for something, since what
  /// is typed before a secret is asked for is thrown away.
  private static func converse(_ master: Int32, _ typed: String) -> String {
    var shown: [UInt8] = []
    var lines = typed.split(separator: "\n", omittingEmptySubsequences: false).dropLast()[...]
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while true {
      let got = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(master, $0.baseAddress, $0.count)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
      shown += chunk.prefix(got)
      if shown.last == UInt8(ascii: " "), let line = lines.popFirst() {
        let bytes = Array((line + "\n").utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
      }
    }
    return String(decoding: shown, as: UTF8.self)
  }
}
