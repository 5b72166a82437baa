import Glibc

extension ChildProcess {
  /// Most that is kept of what a program complains, in bytes; the rest is read and dropped.
  private static let maximumErrors = 4_096
  /// Milliseconds after which it is looked again whether the program has ended.
  private static let patience: Int32 = 20

  /// Writes `message` to the program, reads what it writes, and waits for its end.
  ///
  /// Call it with SIGPIPE held back. Whatever happens, the program, all of its process group and the
  /// pipes are gone afterwards.
  func exchange(_ message: [UInt8], seconds: Int, maximumOutput: Int) -> End {
    var streams = Streams(self, message)
    let deadline = Streams.milliseconds + Int64(seconds) * 1_000
    var isOver = false
    var isTooMuch = false
    while !isOver || streams.isReading {
      let left = deadline - Streams.milliseconds
      guard left > 0 else { break }
      // Once the program has ended, only what is in the pipes already is its answer: what it left
      // running could hold them open for ever.
      let wasReady = streams.transfer(
        within: isOver ? 0 : min(Int32(clamping: left), ChildProcess.patience))
      isTooMuch = streams.output.count > maximumOutput
      if isTooMuch || isOver && !wasReady { break }
      if !isOver { isOver = hasEnded }
    }
    RunningCommands.end(process)
    streams.close()
    let status = reap()
    if isTooMuch { return .tooMuchOutput }
    guard isOver else { return .timedOut }
    return .ended(status: status, output: streams.output, errors: streams.errors)
  }

  /// Whether the program has ended; it stays to be waited for, so that its number is kept.
  private var hasEnded: Bool {
    var info = unsafe siginfo_t()
    let flags = WEXITED | WNOHANG | WNOWAIT
    return unsafe waitid(P_PID, id_t(process), &info, flags) == 0 && info.si_signo == SIGCHLD
  }

  private func reap() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// The three pipes while they are in use.
  private struct Streams {
    var output: [UInt8] = []
    var errors: [UInt8] = []
    private var rest: ArraySlice<UInt8>
    private var descriptors: [pollfd]

    init(_ child: ChildProcess, _ message: [UInt8]) {
      rest = message[...]
      descriptors = [
        pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: child.errors, events: Int16(POLLIN), revents: 0),
      ]
      // A program that reads slowly must not keep the clock from being looked at.
      _ = fcntl(child.input, F_SETFL, O_NONBLOCK)
      if message.isEmpty { close(0) }
    }

    static var milliseconds: Int64 {
      var time = timespec()
      unsafe clock_gettime(CLOCK_MONOTONIC, &time)
      return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Whether the program may still write.
    var isReading: Bool { descriptors[1].fd >= 0 || descriptors[2].fd >= 0 }

    /// Moves what can be moved; whether anything could.
    mutating func transfer(within milliseconds: Int32) -> Bool {
      let ready = unsafe poll(&descriptors, nfds_t(descriptors.count), milliseconds)
      guard ready > 0 else { return ready < 0 && errno == EINTR }
      if descriptors[0].revents != 0 { write() }
      if descriptors[1].revents != 0 { output += read(1) }
      if descriptors[2].revents != 0 {
        let complaint = read(2)
        errors += complaint.prefix(ChildProcess.maximumErrors - errors.count)
      }
      return true
    }

    mutating func close() {
      for index in descriptors.indices { close(index) }
    }

    private mutating func close(_ index: Int) {
      guard descriptors[index].fd >= 0 else { return }
      Glibc.close(descriptors[index].fd)
      descriptors[index].fd = -1
    }

    private mutating func write() {
      let written = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptors[0].fd, buffer.baseAddress, buffer.count)
      }
      // A program that does not want the rest may still know its answer.
      if written > 0 { rest = rest.dropFirst(written) }
      if rest.isEmpty || written < 0 && errno != EAGAIN && errno != EINTR { close(0) }
    }

    private mutating func read(_ index: Int) -> [UInt8] {
      var chunk = [UInt8](repeating: 0, count: 4_096)
      let got = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptors[index].fd, buffer.baseAddress, buffer.count)
      }
      if got == 0 || got < 0 && errno != EINTR { close(index) }
      return Array(chunk.prefix(max(0, got)))
    }
  }
}
