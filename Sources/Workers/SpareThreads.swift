import Glibc
import Synchronization

/// Threads that the work on one large file may take beside the one that asks.
///
/// A run over many files has a worker for each processor already. All its large files together then take no
/// more helpers than there are other processors, whatever each asks for.
package enum SpareThreads {
  private static let taken = Mutex(0)

  /// Most that may be taken at a time.
  static let limit = max(0, sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 1)

  /// Runs `body` with a crew of the calling thread's and whatever helpers are free, `wanted` in all at the most.
  package static func withCrew<Value, Failure: Error>(
    of wanted: Int, _ body: (Crew) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try withHelpers(upTo: wanted - 1) { helpers throws(Failure) in
      try body(Crew(workers: 1 + helpers))
    }
  }

  /// Runs `body` with the number of helpers that it may start, `wanted` at the most; they must have ended when it
  /// returns.
  package static func withHelpers<Value, Failure: Error>(
    upTo wanted: Int, _ body: (Int) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let helpers = taken.withLock { taken in
      let free = max(0, min(wanted, limit - taken))
      taken += free
      return free
    }
    defer { taken.withLock { $0 -= helpers } }
    return try body(helpers)
  }
}
