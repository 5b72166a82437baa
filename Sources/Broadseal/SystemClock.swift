import BroadsealBytes
import BroadsealSigning
import Glibc

/// The clock of this machine. No floor below reads one: the time to judge by is handed in, so that a
/// verdict can be repeated a year later.
public enum SystemClock {
  /// The current time, to the second.
  public static var now: UTCTime {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return UTCTime(secondsSinceEpoch: Int64(time.tv_sec))
  }
}

extension Environment {
  /// The clock of this machine and the randomness of its cryptography.
  public static let system = Environment(now: { SystemClock.now })
}
