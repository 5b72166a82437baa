import BroadsealBytes
import Glibc

/// The zone of this machine: `TZ`, or /etc/localtime.
///
/// Texts tell every time in UTC; why, and what is said of the zone, stands in
/// `Documentation/Decisions/japanese-terms.md`, Times.
enum WallClock {
  /// How far the machine's clock on the wall is ahead of UTC at `time`, in seconds; 0 where nobody knows.
  static func offset(at time: UTCTime) -> Int {
    var seconds = time_t(time.secondsSinceEpoch)
    var parts = unsafe tm()
    tzset()
    guard unsafe localtime_r(&seconds, &parts) != nil else { return 0 }
    return unsafe parts.tm_gmtoff
  }

  /// An offset as RFC 3339 has it: `+09:00`.
  static func text(of offset: Int) -> String {
    let minutes = abs(offset) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (offset < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
  }

  /// Whether `text` tells a time as people read it: `09:15 UTC`.
  static func isTold(in text: [UInt8]) -> Bool {
    let mark = Array(" UTC".utf8)
    func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(text[index]) }
    var place = 5
    while place + mark.count <= text.count {
      if text[place] == mark[0], text[place..<place + mark.count].elementsEqual(mark),
        isDigit(place - 1), isDigit(place - 2), text[place - 3] == UInt8(ascii: ":")
      {
        return true
      }
      place += 1
    }
    return false
  }
}
