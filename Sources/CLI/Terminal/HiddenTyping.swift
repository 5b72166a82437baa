import Glibc
import Synchronization

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
