import Glibc

/// Two ends, closed to other programs.
struct Pipe {
  let reading: Int32
  let writing: Int32

  /// A new pipe; nil with the reason in `errno`.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  /// Closes both ends.
  func close() {
    Glibc.close(reading)
    Glibc.close(writing)
  }
}
