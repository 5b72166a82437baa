import Glibc

/// Keeps a peer that closes its end from ending the process.
package enum BrokenPipe {
  /// Runs `body` with SIGPIPE held back on this thread, and takes back one that came meanwhile.
  package static func ignored<Outcome>(_ body: () -> Outcome) -> Outcome {
    var signal = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&signal)
    unsafe sigaddset(&signal, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &signal, &before)
    defer {
      var none = timespec()
      if unsafe sigismember(&before, SIGPIPE) == 0 { unsafe sigtimedwait(&signal, nil, &none) }
      unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    return body()
  }
}
