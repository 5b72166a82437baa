import BroadsealBytes
import Glibc

/// The wall clock: read here and nowhere below.
enum Clock {
  /// The current time, to the second.
  static var now: UTCTime {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return UTCTime(secondsSinceEpoch: Int64(time.tv_sec))
  }

  /// Seconds on a clock that never goes back.
  static var monotonic: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
