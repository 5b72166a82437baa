/// A moment in Coordinated Universal Time, to the second.
///
/// The house reads no clock below the command line: the time to judge by comes in through
/// initializers, so that a verdict can be repeated a year later.
public struct UTCTime: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let secondsSinceEpoch: Int64

  /// The moment that many seconds after the start of 1970.
  public init(secondsSinceEpoch: Int64) {
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  /// A calendar date and time in UTC (proleptic Gregorian); nil when it does not exist.
  public init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0
  ) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...UTCTime.days(inMonth: month, of: year)).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    let days = UTCTime.daysSinceEpoch(year: year, month: month, day: day)
    secondsSinceEpoch = Int64(days * 86_400 + hour * 3_600 + minute * 60 + second)
  }

  /// An RFC 3339 time with `Z` or an offset; a fraction of a second is dropped; nil otherwise.
  public init?(rfc3339 text: some StringProtocol) {
    let digits = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= digits.count else { return nil }
      var value = 0
      for digit in digits[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        value = value * 10 + Int(digit - UInt8(ascii: "0"))
      }
      return value
    }
    func has(_ character: Character, at index: Int) -> Bool {
      index < digits.count && digits[index] == character.asciiValue
    }
    guard let year = number(0..<4), has("-", at: 4), let month = number(5..<7), has("-", at: 7),
      let day = number(8..<10), has("T", at: 10) || has("t", at: 10) || has(" ", at: 10),
      let hour = number(11..<13), has(":", at: 13), let minute = number(14..<16),
      has(":", at: 16), let second = number(17..<19),
      let local = UTCTime(
        year: year, month: month, day: day, hour: hour, minute: minute, second: min(second, 59)),
      second <= 60
    else { return nil }
    var index = 19
    if has(".", at: index) {
      index += 1
      let start = index
      while index < digits.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digits[index]) {
        index += 1
      }
      guard index > start else { return nil }
    }
    if has("Z", at: index) || has("z", at: index) {
      guard index + 1 == digits.count else { return nil }
      self = local
      return
    }
    guard has("+", at: index) || has("-", at: index), index + 6 == digits.count,
      let hours = number(index + 1..<index + 3), has(":", at: index + 3),
      let minutes = number(index + 4..<index + 6), hours < 24, minutes < 60
    else { return nil }
    let offset = Int64(hours * 3_600 + minutes * 60)
    secondsSinceEpoch = local.secondsSinceEpoch + (has("-", at: index) ? offset : -offset)
  }

  /// Whether the left moment is the earlier one.
  public static func < (left: UTCTime, right: UTCTime) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }

  /// The moment `seconds` later (earlier when negative).
  public func adding(seconds: Int64) -> UTCTime {
    let (sum, overflow) = secondsSinceEpoch.addingReportingOverflow(seconds)
    return UTCTime(secondsSinceEpoch: overflow ? (seconds < 0 ? .min : .max) : sum)
  }
}

extension UTCTime: CustomStringConvertible {
  /// RFC 3339 with `Z`: `2026-11-23T09:15:00Z`.
  public var rfc3339: String {
    let (date, clock) = (calendarDate, secondOfDay)
    var digits: [UInt8] = []
    digits.reserveCapacity(20)
    UTCTime.put(date.year, 4, in: &digits)
    for (sign, number) in [
      (UInt8(ascii: "-"), date.month), (UInt8(ascii: "-"), date.day),
      (UInt8(ascii: "T"), clock / 3_600), (UInt8(ascii: ":"), clock / 60 % 60),
      (UInt8(ascii: ":"), clock % 60),
    ] {
      digits.append(sign)
      UTCTime.put(number, 2, in: &digits)
    }
    digits.append(UInt8(ascii: "Z"))
    return String(decoding: digits, as: UTF8.self)
  }

  /// As a person reads it: `2026-11-23 09:15 UTC`.
  public var display: String {
    // A year may have more than four digits: what comes after it is as long as ever.
    let text = rfc3339.utf8
    return String(decoding: text.prefix(text.count - 10), as: UTF8.self) + " "
      + String(decoding: text.suffix(9).prefix(5), as: UTF8.self) + " UTC"
  }

  /// The RFC 3339 form.
  public var description: String { rfc3339 }

  /// Year, month and day in UTC.
  public var calendarDate: (year: Int, month: Int, day: Int) {
    let days = Int((secondsSinceEpoch - Int64(secondOfDay)) / 86_400)
    // Days are counted from 0000-03-01, so that a leap day is the last of its year.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private var secondOfDay: Int {
    let remainder = secondsSinceEpoch % 86_400
    return Int(remainder < 0 ? remainder + 86_400 : remainder)
  }

  /// Adds a number of at least `width` digits, with zeros in front.
  private static func put(_ value: Int, _ width: Int, in digits: inout [UInt8]) {
    guard value >= 0 else {
      let text = String(value)
      digits += repeatElement(UInt8(ascii: "0"), count: max(0, width - text.utf8.count))
      digits += text.utf8
      return
    }
    var unit = 1
    for _ in 1..<width { unit *= 10 }
    while value / unit >= 10 { unit *= 10 }
    while unit > 0 {
      digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / unit % 10))
      unit /= 10
    }
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
