import BroadsealFiles
import BroadsealNotes
import BroadsealSigning
import BroadsealTrust
import Glibc
import Synchronization

/// What happens when the user breaks a run off (SIGINT, SIGTERM, SIGHUP, SIGQUIT).
///
/// The signals are taken by a thread of their own, which may do what a handler must not.
enum Interruption {
  private static let wasAsked = Atomic(false)
  private static let isWatched = Atomic(false)
  private static let ends = Atomic(false)
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// Whether the run was broken off.
  static var isRequested: Bool { wasAsked.load(ordering: .relaxed) }

  /// Whether the process is being ended by a signal: a worker that fails for it changes nothing.
  static var isEnding: Bool { ends.load(ordering: .relaxed) }

  /// Ends the process at the first signal, unless signals are answered already; what was being
  /// written is removed, and a terminal gets its echo back.
  static func endsProcess() {
    watch(patience: 0)
  }

  /// Lets the run come to an end by itself after the first signal; the second ends the process.
  static func isAnswered() {
    watch(patience: 1)
  }

  /// What every sudden end of the process does first: nothing half-written and no program with a key stays
  /// behind, and the terminal gets its echo back.
  static func leaveNothing() {
    HiddenTyping.end()
    TemporaryFiles.removeAll()
    UnfinishedFolders.removeAll()
    RunningCommands.killAll()
  }

  private static func watch(patience: Int) {
    guard !isWatched.exchange(true, ordering: .relaxed) else { return }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in Interruption.signals { unsafe sigaddset(&signals, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    unsafe pthread_create(
      &thread, nil,
      { argument in
        var left = Int(bitPattern: argument)
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for signal in Interruption.signals { unsafe sigaddset(&signals, signal) }
        var received: Int32 = 0
        while unsafe sigwait(&signals, &received) == 0 {
          Interruption.wasAsked.store(true, ordering: .relaxed)
          if left == 0 {
            Interruption.ends.store(true, ordering: .relaxed)
            Interruption.leaveNothing()
            _exit(ExitCode.interrupted.rawValue)
          }
          left -= 1
        }
        return nil
      }, UnsafeMutableRawPointer(bitPattern: patience))
  }
}

/// The terminal whose echo is off while a secret is typed, so that however the process ends the
/// echo can be put back first.
enum HiddenTyping {
  private struct Hidden {
    let terminal: Int32
    let shown: termios
  }

  private static let hidden = Mutex<Hidden?>(nil)

  /// Turns the echo of `terminal` off; false when it is no terminal. Signals must be taken by then.
  static func begin(_ terminal: Int32) -> Bool {
    var shown = termios()
    guard unsafe tcgetattr(terminal, &shown) == 0 else { return false }
    var changed = shown
    changed.c_lflag &= ~tcflag_t(ECHO)
    hidden.withLock { $0 = Hidden(terminal: terminal, shown: shown) }
    guard unsafe tcsetattr(terminal, TCSAFLUSH, &changed) == 0 else {
      hidden.withLock { $0 = nil }
      return false
    }
    return true
  }

  /// Puts the echo back, if it is off.
  static func end() {
    let was = hidden.withLock { hidden in
      defer { hidden = nil }
      return hidden
    }
    guard let was else { return }
    var shown = was.shown
    unsafe tcsetattr(was.terminal, TCSAFLUSH, &shown)
  }
}
