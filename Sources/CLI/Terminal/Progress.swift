import BroadsealAuditing
import BroadsealFolders
import BroadsealNotes
import BroadsealReporting
import BroadsealVerifying
import BroadsealWorkers
import Glibc
import Synchronization

/// One line on standard error that says how far a long run is; only on a terminal.
struct Progress {
  private let terminal: Terminal
  private let wording: Wording
  private let start = Clock.monotonic
  private let total: FileCount?
  private var shown = 0.0
  private var isShowing = false

  /// Seconds between two updates.
  private static let interval = 0.1

  /// Progress for people who look at `terminal`; nil when nobody does.
  ///
  /// - Parameter total: how many files there are, once that is known; nil where nobody counts them.
  init?(_ terminal: Terminal, in language: Language, total: FileCount? = nil) {
    guard terminal.isInteractive else { return nil }
    self.terminal = terminal
    self.total = total
    wording = Wording(language)
  }

  /// Shows the counts, if it is time to.
  mutating func update(_ summary: Summary) {
    let now = Clock.monotonic
    guard now - shown >= Progress.interval else { return }
    shown = now
    isShowing = true
    let pace = Double(summary.files) / max(now - start, 0.001)
    let rate = Int(pace)
    let findings = summary.findings.filter { $0.key > .note }.values.reduce(0, +)
    let size = Progress.size(summary.bytes)
    let text =
      wording.say(
        "\(Progress.count(summary.files, "file")), \(size), \(rate) files/s, "
          + Progress.count(findings, "finding"),
        "\(summary.files)ファイル、\(size)、毎秒\(rate)ファイル、指摘\(findings)件")
      + left(summary.files, pace)
    Console.say("\r\u{1B}[K" + text.prefix(columns: max(terminal.width - 1, 0)))
  }

  /// How long the rest will take, where the number of files is known.
  private func left(_ files: Int, _ pace: Double) -> String {
    guard let total = total?.known, total > files, pace > 0 else { return "" }
    let seconds = Int((Double(total - files) / pace).rounded(.up))
    return switch seconds {
    case ..<120: wording.say(", \(seconds) s left", "、残り約\(seconds)秒")
    case ..<7_200: wording.say(", \(seconds / 60) min left", "、残り約\(seconds / 60)分")
    default: wording.say(", \(seconds / 3_600) h left", "、残り約\(seconds / 3_600)時間")
    }
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

/// How many files a run will meet, counted beside it.
final class FileCount: Sendable {
  private let count = Atomic(-1)

  /// The number; nil until it is known.
  var known: Int? {
    let count = count.load(ordering: .relaxed)
    return count < 0 ? nil : count
  }

  /// Counts what `walk` meets and does not leave out by rule.
  init(of walk: OrderedWalk) {
    Background.run {
      var (walk, number) = (walk, 0)
      while let entry = try? walk.next() {
        if case .skipped = entry.kind { continue }
        number += 1
      }
      self.count.store(number, ordering: .relaxed)
    }
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
