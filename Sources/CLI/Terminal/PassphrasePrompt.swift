import Broadseal
import BroadsealReporting
import Glibc

/// Asks for a passphrase on the terminal, without showing what is typed.
enum PassphrasePrompt {
  /// The line that was typed; nil when the process has no terminal, or nothing was typed.
  static func ask(_ question: String) -> [UInt8]? {
    let terminal = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    Interruption.endsProcess()
    guard HiddenTyping.begin(terminal) else { return nil }
    defer {
      HiddenTyping.end()
      put("\n", to: terminal)
    }
    put("broadseal: " + Untrusted.line(question), to: terminal)
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while line.count < Passphrases.maximumSize {
      let got = unsafe read(terminal, &byte, 1)
      if got < 0, errno == EINTR { continue }
      guard got == 1, byte != 0x0A else { break }
      line.append(byte)
    }
    return line.isEmpty ? nil : line
  }

  private static func put(_ text: String, to terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(terminal, $0.baseAddress, $0.count) }
  }
}
