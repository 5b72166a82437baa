import ArgumentParser
import BroadsealBytes

/// A moment on the command line: `2026-11-20T09:15:00Z`, or a date, which means its first second.
struct TimeArgument: ExpressibleByArgument, Sendable, Hashable {
  /// The moment.
  let time: UTCTime

  init?(argument: String) {
    guard let time = UTCTime(rfc3339: argument) ?? UTCTime(rfc3339: argument + "T00:00:00Z") else {
      return nil
    }
    self.time = time
  }
}
