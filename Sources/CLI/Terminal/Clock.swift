import Glibc

/// Time that only measures; the time of day is `SystemClock`'s.
enum Clock {
  /// Seconds on a clock that never goes back.
  static var monotonic: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
