import Glibc

/// How many files the process may have open at a time.
package enum OpenFiles {
  /// What the process needs beside the files of a job: the database, keys, lists, pipes.
  private static let others = 64

  /// Asks the system for `count` open files more than a process always has, up to what it allows at all; false
  /// where that is less.
  package static func allow(_ count: Int) -> Bool {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return true
    }
    let wanted = rlim_t(count + others)
    if limit.rlim_cur >= wanted { return true }
    guard limit.rlim_max >= wanted else { return false }
    limit.rlim_cur = wanted
    return unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
  }
}
