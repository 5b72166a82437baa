import Glibc

/// What this thread computed for. Hundreds of tests run beside one another, so that a wall clock says how busy the
/// machine is, and a test that asks it fails on a slow day.
public enum ComputingTime {
  /// Processor time that this thread has had so far.
  public static var now: Duration {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Processor time that `work` takes on this thread.
  public static func spent(_ work: () throws -> Void) rethrows -> Duration {
    let start = now
    try work()
    return now - start
  }
}
