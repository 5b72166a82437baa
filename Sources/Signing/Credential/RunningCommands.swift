import Glibc
import Synchronization

/// The programs of this process that run now, so that an interrupted run leaves none behind.
///
/// Call `killAll` from an ordinary thread, not from inside a signal handler: it takes a lock.
package enum RunningCommands {
  private static let groups = Mutex<Set<pid_t>>([])

  /// Kills every program, and whatever it started in its process group.
  package static func killAll() {
    groups.withLock { groups in
      for group in groups { kill(-group, SIGKILL) }
      groups = []
    }
  }

  static func add(_ group: pid_t) {
    groups.withLock { groups in _ = groups.insert(group) }
  }

  /// Kills what is left of a group and forgets it. Before the leader is waited for: afterwards its
  /// number may be another's.
  static func end(_ group: pid_t) {
    groups.withLock { groups in
      guard groups.remove(group) != nil else { return }
      kill(-group, SIGKILL)
    }
  }
}
