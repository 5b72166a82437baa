import BroadsealFiles
import BroadsealSigning
import Glibc

/// The process's two streams: results on one, everything else on the other.
///
/// Every call is one write, so that lines of parallel work never mix.
enum Console {
  /// Writes a result. Where its reader has closed the pipe, the run ends quietly, and as incomplete:
  /// nobody has seen that everything was satisfied, and not everything may have been looked at.
  static func write(_ bytes: [UInt8]) throws(Failure) {
    guard put(bytes, to: STDOUT_FILENO) else {
      if errno == EPIPE { quit(.incomplete) }
      let reason = unsafe String(cString: strerror(errno))
      throw Failure(
        .incomplete, "standard output: " + reason.prefix(1).lowercased() + reason.dropFirst())
    }
  }

  /// Writes a result.
  static func write(_ text: String) throws(Failure) {
    try write(Array(text.utf8))
  }

  /// Says what went wrong, and what to do about it.
  static func report(_ failure: Failure) {
    var text = "broadseal: error: \(failure.message)\n"
    if let hint = failure.hint { text += "hint: \(hint)\n" }
    say(text)
  }

  /// Says something worth knowing.
  static func note(_ message: String) {
    say("broadseal: note: \(message)\n")
  }

  /// Writes to standard error, as it is.
  static func say(_ text: String) {
    // Where nobody listens to errors there is nobody to tell.
    _ = put(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Ends the process at once: libraries must not tidy up under workers that still run, and nothing
  /// is buffered here. Only what has no name yet goes, and programs that hold a key: nothing
  /// half-written and nothing running stays behind.
  static func quit(_ code: ExitCode) -> Never {
    HiddenTyping.end()
    TemporaryFiles.removeAll()
    RunningCommands.killAll()
    _exit(code.rawValue)
  }

  private static func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if written < 0 {
        guard errno == EINTR || errno == EAGAIN else { return false }
        continue
      }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
