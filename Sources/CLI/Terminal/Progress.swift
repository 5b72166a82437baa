import BroadsealAuditing
import BroadsealNotes
import BroadsealReporting
import BroadsealVerifying
import Glibc

/// One line on standard error that says how far a long run is; only on a terminal.
struct Progress {
  private let terminal: Terminal
  private let wording: Wording
  private let start = Clock.monotonic
  private var shown = 0.0
  private var isShowing = false

  /// Seconds between two updates.
  private static let interval = 0.1

  /// Progress for people who look at `terminal`; nil when nobody does.
  init?(_ terminal: Terminal, in language: Language) {
    guard terminal.isInteractive else { return nil }
    self.terminal = terminal
    wording = Wording(language)
  }

  /// Shows the counts, if it is time to.
  mutating func update(_ summary: Summary) {
    let now = Clock.monotonic
    guard now - shown >= Progress.interval else { return }
    shown = now
    isShowing = true
    let rate = Int(Double(summary.files) / max(now - start, 0.001))
    let findings = summary.findings.filter { $0.key > .note }.values.reduce(0, +)
    let size = Progress.size(summary.bytes)
    let text = wording.say(
      "\(Progress.count(summary.files, "file")), \(size), \(rate) files/s, "
        + Progress.count(findings, "finding"),
      "\(summary.files)ファイル、\(size)、毎秒\(rate)ファイル、指摘\(findings)件")
    Console.say("\r\u{1B}[K" + text.prefix(columns: max(terminal.width - 1, 0)))
  }

  /// Removes the line, so that something else can be said.
  mutating func clear() {
    if isShowing { Console.say("\r\u{1B}[K") }
    isShowing = false
  }

  /// A number of things as people say it.
  static func count(_ number: Int, _ name: String) -> String {
    number == 1 ? "1 \(name)" : "\(number) \(name)s"
  }

  /// Bytes as people say them.
  static func size(_ bytes: Int) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    var (value, unit) = (Double(bytes), 0)
    while value >= 1_000, unit < units.count - 1 {
      value /= 1_000
      unit += 1
    }
    let tenths = Int((value * 10).rounded())
    return unit == 0 ? "\(bytes) bytes" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}

/// Time that only measures; the time of day is `SystemClock`'s.
enum Clock {
  /// Seconds on a clock that never goes back.
  static var monotonic: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
