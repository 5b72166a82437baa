import Glibc

/// When the time for a question is up, on a clock that never goes back.
struct Deadline {
  private let end: Int64

  /// That many seconds from now.
  init(seconds: Int) { end = Deadline.now + Int64(seconds) * 1_000 }

  /// What is left, as `poll` takes it; never below zero.
  var milliseconds: Int32 { Int32(clamping: max(0, end - Deadline.now)) }

  /// What is left in whole seconds, rounded up; zero when the time is up.
  var seconds: Int32 { (milliseconds + 999) / 1_000 }

  /// Whether the time is up.
  var isOver: Bool { milliseconds == 0 }

  private static var now: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
