/// Formats of cells (ECMA-376-1 §18.8): in which colour, size and words they show a value, and what
/// conditional formats and styles of tables make of them (`dxf`).
struct SheetFormats {
  /// What a cell stands on.
  enum Ground {
    case plain
    case painted(WrittenColour)
    /// Of one colour, which nobody said.
    case solid
    case unknown
  }

  /// A font: of a cell, of a run of a string, of a conditional format.
  struct Font {
    var colour: WrittenColour?
    var isTiny = false

    /// Takes a property of a font.
    mutating func take(_ reading: XMLReading) {
      switch reading.name.local {
      case "color": colour = WrittenColour(sheet: reading)
      case "sz": isTiny = reading.value("val").flatMap(Double.init).map { $0 < 2 } ?? false
      default: break
      }
    }

    /// Whether nobody sees what is written in it on `ground`.
    func isLost(on ground: Ground, _ themes: OfficeThemes) -> Bool {
      if isTiny { return true }
      let text = colour?.resolved(themes) ?? []
      switch ground {
      case .plain: return text.contains { $0.isPale(on: .white) }
      case .unknown, .solid: return false
      case .painted(let fill):
        // A cell that says no colour is written in black.
        let seen = colour == nil ? [ScreenColour.black] : text
        return fill.resolved(themes).contains { ground in seen.contains { $0.isPale(on: ground) } }
      }
    }
  }

  /// A format of a cell, or what a conditional format changes of one.
  struct Format {
    var font = Font()
    var ground = Ground.plain
    var number: SheetNumberFormat?

    /// Whether nobody sees a value of the kind `value` in it, or everybody something else.
    func hides(_ value: SheetValue, _ themes: OfficeThemes) -> Bool {
      font.isLost(on: ground, themes) || number?.hides(value) ?? false
    }
  }

  private var fonts: [Font] = []
  private var grounds: [Ground] = []
  private var numbers: [Int: SheetNumberFormat] = [:]
  private var written: [(font: Int, fill: Int, number: Int)] = []
  private var differences: [Format] = []
  /// The conditional formats that styles of tables use.
  private var used: Set<Int> = []
  private var cells: [Format] = []

  /// Whether a format of numbers is longer than those that are read.
  var isTooMuch: Bool {
    numbers.values.contains { $0.isUnread }
      || differences.contains { $0.number?.isUnread ?? false }
  }

  /// What it costs to ask a conditional format, and to ask the styles of tables.
  func weight(difference index: Int) -> Int {
    differences.indices.contains(index) ? differences[index].number?.weight ?? 0 : 0
  }

  var tableWeight: Int { used.reduce(0) { $0 + 1 + weight(difference: $1) } }

  /// The format of cells with the number `index`.
  func format(_ index: Int) -> Format { cells.indices.contains(index) ? cells[index] : Format() }

  /// Whether what a conditional format changes can hide a value, or show another.
  func hides(difference index: Int, _ themes: OfficeThemes) -> Bool {
    guard differences.indices.contains(index) else { return false }
    return SheetFormats.hides(differences[index], themes)
  }

  /// Whether a style of tables does so.
  func hidesInTables(_ themes: OfficeThemes) -> Bool {
    used.contains { hides(difference: $0, themes) }
  }

  /// A conditional format meets cells of every kind, in the font and on the ground that they have.
  static func hides(_ difference: Format, _ themes: OfficeThemes) -> Bool {
    if difference.font.isLost(on: difference.ground, themes) { return true }
    guard let number = difference.number else { return false }
    return number.hidesAny
  }

  /// Takes an element that was just opened.
  mutating func take(_ reading: XMLReading) {
    let name = reading.name.local
    if name == "tableStyleElement", let index = reading.value("dxfId").flatMap({ Int($0) }) {
      used.insert(index)
    }
    guard reading.name.vocabulary == .sheet else { return }
    if reading.isInside(.sheet, "dxfs") || name == "dxf" {
      SheetFormats.take(reading, into: &differences)
      return
    }
    switch name {
    case "font" where reading.isInside(.sheet, "fonts"): fonts.append(Font())
    case "fill" where reading.isInside(.sheet, "fills"): grounds.append(.plain)
    case "numFmt":
      if let id = reading.value("numFmtId").flatMap({ Int($0) }) {
        numbers[id] = SheetNumberFormat(reading.value("formatCode") ?? "")
      }
    case "xf" where reading.isInside(.sheet, "cellXfs"):
      func index(_ name: StaticString) -> Int { reading.value(name).flatMap { Int($0) } ?? 0 }
      written.append((index("fontId"), index("fillId"), index("numFmtId")))
    default:
      if reading.isInside(.sheet, "font"), let last = fonts.indices.last {
        fonts[last].take(reading)
      } else if reading.isInside(.sheet, "fill"), let last = grounds.indices.last {
        SheetFormats.take(reading, into: &grounds[last], isDifference: false)
      }
    }
  }

  /// Takes an element of a conditional format, the format itself too.
  static func take(_ reading: XMLReading, into differences: inout [Format]) {
    if reading.name.local == "dxf" { return differences.append(Format()) }
    guard let last = differences.indices.last else { return }
    if reading.name.local == "numFmt" {
      differences[last].number = SheetNumberFormat(reading.value("formatCode") ?? "")
    } else if reading.isInside(.sheet, "font") {
      differences[last].font.take(reading)
    } else {
      take(reading, into: &differences[last].ground, isDifference: true)
    }
  }

  private static func take(_ reading: XMLReading, into ground: inout Ground, isDifference: Bool) {
    switch reading.name.local {
    case "patternFill":
      switch reading.value("patternType") {
      case "none": ground = .plain
      case nil, "solid":
        ground = isDifference || reading.value("patternType") != nil ? .solid : .plain
      default: ground = .unknown
      }
    case "gradientFill": ground = .unknown
    // Which colour fills a cell whole: the first of a format, the second of a conditional one (§18.8.32).
    case "fgColor" where !isDifference, "bgColor" where isDifference:
      if case .solid = ground { ground = .painted(WrittenColour(sheet: reading)) }
    default: break
    }
  }

  /// Puts the formats of cells together, when all was read.
  mutating func finish() {
    cells = written.map { row in
      Format(
        font: fonts.indices.contains(row.font) ? fonts[row.font] : Font(),
        ground: grounds.indices.contains(row.fill) ? grounds[row.fill] : .plain,
        number: numbers[row.number] ?? SheetNumberFormat.builtIn(row.number))
    }
  }
}
