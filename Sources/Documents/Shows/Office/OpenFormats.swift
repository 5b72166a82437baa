/// The formats of values of an OpenDocument (ODF 1.3 part 3 §16.29), each as a section of a number format.
struct OpenFormats {
  private struct Format {
    var section = NumberSection()
    var isOfText = false
    /// Formats that stand in its place for some values.
    var others: [(condition: NumberSection.Condition?, name: String)] = []
  }

  private var formats: [String: Format] = [:]
  private var open: (name: String, format: Format)?
  /// Parts of the format that is open.
  private var parts = 0
  /// Whether more stands than is followed: of formats, of parts of one, or of others in its place.
  private(set) var isTooMuch = false

  /// Formats that are kept, parts of one of them, and others that stand in its place.
  private static let maximumFormats = 65_536
  private static let maximumParts = 256
  private static let maximumOthers = 32

  /// What it costs to ask a format for a value.
  func weight(of name: String) -> Int {
    formats[name].map { ($0.section.pieces.count + $0.others.count) / 16 } ?? 0
  }
  private var isOfShares = false
  private var isInWords = false

  /// Whether a value in the format `name` is not shown, or another in its place; nil: any usual value.
  func hides(_ name: String, _ value: SheetValue?) -> Bool {
    guard let format = formats[name] else { return false }
    switch value {
    case .number(let number): return hides(number, format)
    case .text: return format.isOfText && format.section.hidesText
    case .truth, .other: return format.section.isPale
    case nil: return hidesAny(format)
    }
  }

  private func hidesAny(_ format: Format) -> Bool {
    if format.isOfText, format.section.hidesText { return true }
    guard format.section.hasDate else { return [1, -1, 0].contains { hides($0, format) } }
    return [40_000, 0.01].allSatisfy { hides($0, format) }
  }

  private func hides(_ number: Double, _ format: Format) -> Bool {
    if format.others.contains(where: { $0.condition == nil }) { return true }
    let tellsSign = format.others.contains { $0.condition?.tellsSign ?? false }
    let other = format.others.first { $0.condition?.holds(number) ?? false }
    guard let section = other.map({ formats[$0.name]?.section }) ?? format.section else {
      return true
    }
    return section.hides(
      number, bearsSign: number < 0 && tellsSign && !section.hasDate, mayAdd: tellsSign)
  }

  /// Takes a start tag; whether it is of a format.
  mutating func take(_ reading: XMLReading) -> Bool {
    let name = reading.name.local
    if reading.name.vocabulary == .dataStyle {
      if name.hasSuffix("-style") {
        var format = Format()
        format.isOfText = name == "text-style"
        open = (reading.value("name", .style) ?? "", format)
        parts = 0
        isOfShares = name == "percentage-style"
        if name == "time-style", reading.value("truncate-on-overflow", .dataStyle) == "false" {
          add(.date(.elapsed))
        }
      } else {
        takePart(reading)
      }
      return true
    }
    guard open != nil else { return false }
    if name == "map", let other = reading.value("apply-style-name", .style) {
      guard open?.format.others.count ?? 0 < OpenFormats.maximumOthers else {
        isTooMuch = true
        return true
      }
      open?.format.others.append((OpenFormats.condition(reading.value("condition", .style)), other))
    }
    if name == "text-properties", let colour = ScreenColour(reading.value("color", .format)) {
      open?.format.section.isPale = colour.isPale(on: .white)
    }
    return true
  }

  private static func condition(_ written: String?) -> NumberSection.Condition? {
    guard let written, written.hasPrefix("value()") else { return nil }
    return NumberSection.Condition(written.dropFirst("value()".count))
  }

  private mutating func add(_ piece: NumberSection.Piece) {
    parts += 1
    guard parts <= OpenFormats.maximumParts else {
      isTooMuch = true
      return
    }
    open?.format.section.add(piece)
  }

  private mutating func takePart(_ reading: XMLReading) {
    switch reading.name.local {
    case "number", "scientific-number", "fraction": takeNumber(reading)
    case "text", "currency-symbol", "embedded-text", "fill-character": isInWords = true
    case "text-content": add(.text)
    case "boolean": add(.general)
    case "year": add(.date(.year))
    case "month":
      add(.date(reading.value("textual", .dataStyle) == "true" ? .monthName : .month))
    case "day": add(.date(.day))
    case "day-of-week": add(.date(.weekday))
    case "hours": add(.date(.hour))
    case "minutes": add(.date(.minute))
    case "seconds": add(.date(.second))
    default: break
    }
  }

  private mutating func takeNumber(_ reading: XMLReading) {
    if let factor = reading.value("display-factor", .dataStyle), Double(factor) != 1 {
      open?.format.section.isScaled = true
    }
    // What stands in the place of decimals that are none.
    let replaced = reading.value("decimal-replacement", .dataStyle) ?? ""
    if replaced.contains(where: { !"-–— ".contains($0) }) {
      open?.format.section.isUncertain = true
    }
    if reading.name.local == "fraction" {
      for piece in [.digit("0"), .literal(" "), .digit("?"), .slash, .digit("?")]
        as [NumberSection.Piece]
      {
        add(piece)
      }
      return
    }
    func count(_ name: StaticString) -> Int? {
      reading.value(name, .dataStyle).flatMap { Int($0) }.map { min(max(0, $0), 32) }
    }
    guard let decimals = count("decimal-places") else { return add(.general) }
    add(.digit(count("min-integer-digits") == 0 ? "#" : "0"))
    if decimals > 0 { add(.point) }
    let least = count("min-decimal-places") ?? decimals
    for place in 0..<decimals { add(.digit(place < least ? "0" : "#")) }
    if reading.name.local == "scientific-number" {
      add(.exponent)
      add(.digit("0"))
    }
  }

  /// Takes text in a format.
  mutating func take(_ text: [UInt8]) {
    guard isInWords, open != nil else { return }
    let word = String(decoding: text.prefix(256), as: UTF8.self)
    guard isOfShares else { return add(.literal(word)) }
    for (index, part) in word.split(separator: "%", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { add(.percent) }
      if !part.isEmpty { add(.literal(String(part))) }
    }
  }

  /// Takes an end tag.
  mutating func end(_ reading: XMLReading) {
    guard reading.name.vocabulary == .dataStyle else { return }
    switch reading.name.local {
    case "text", "currency-symbol", "embedded-text", "fill-character": isInWords = false
    case let local where local.hasSuffix("-style"):
      if let whole = open {
        if formats.count < OpenFormats.maximumFormats || formats[whole.name] != nil {
          formats[whole.name] = whole.format
        } else {
          isTooMuch = true
        }
      }
      open = nil
    default: break
    }
  }
}
