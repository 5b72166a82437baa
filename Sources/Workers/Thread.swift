import Glibc

/// A thread of the system.
///
/// The workers wait for disks; tasks of the concurrency runtime must not, and there are never more
/// of them than processors, whatever `-j` says.
package struct Thread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  private let handle: pthread_t

  /// Starts `run`; nil when the system has no thread left.
  package init?(_ run: @escaping @Sendable () -> Void) {
    var handle = pthread_t()
    let body = unsafe Unmanaged.passRetained(Body(run))
    let code = unsafe pthread_create(
      &handle, nil,
      { argument in
        if let argument = unsafe argument {
          unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        }
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      unsafe body.release()
      return nil
    }
    self.handle = handle
  }

  /// Lets it come to its end alone.
  func detach() {
    pthread_detach(handle)
  }

  /// Waits for its end.
  package func join() {
    pthread_join(handle, nil)
  }
}

/// Work beside a run, for whose end nobody waits.
package enum Background {
  /// Starts `body`, where the system has a thread left for it.
  package static func run(_ body: @escaping @Sendable () -> Void) {
    Thread(body)?.detach()
  }
}
