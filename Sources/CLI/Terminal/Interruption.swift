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
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// Whether the run was broken off.
  static var isRequested: Bool { wasAsked.load(ordering: .relaxed) }

  /// Ends the process at the first signal, unless signals are answered already; what was being
  /// written is removed, and a terminal gets its echo back.
  static func endsProcess() {
    watch(patience: 0)
  }

  /// Lets the run come to an end by itself after the first signal; the second ends the process.
  static func isAnswered() {
    watch(patience: 1)
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
            HiddenTyping.end()
            TemporaryFiles.removeAll()
            UnfinishedFolders.removeAll()
            RunningCommands.killAll()
            _exit(ExitCode.interrupted.rawValue)
          }
          left -= 1
        }
        return nil
      }, UnsafeMutableRawPointer(bitPattern: patience))
  }
}
