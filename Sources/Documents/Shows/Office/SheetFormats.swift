/// Formats of cells (ECMA-376-1 §18.8): which of them show nothing of a value.
struct SheetFormats {
  private var fonts: [Bool] = []
  private var paints: [Bool] = []
  private var formats: Set<Int> = []
  private var count = 0
  /// The formats of cells by their number that show nothing.
  private(set) var hidden: Set<Int> = []

  /// Takes an element that was just opened.
  mutating func take(_ reading: XMLReading) {
    guard reading.name.vocabulary == .sheet else { return }
    let parent = reading.ancestor(reading.depth > 0 && reading.ancestor(0) == reading.name ? 1 : 0)
    switch (reading.name.local, parent?.local) {
    case ("font", "fonts"): fonts.append(false)
    case ("color", "font") where reading.isInside(.sheet, "fonts"): takeColour(reading)
    case ("sz", "font") where reading.isInside(.sheet, "fonts"):
      if reading.value("val").flatMap(Double.init).map({ $0 < 2 }) ?? false { markFont() }
    case ("fill", "fills"): paints.append(false)
    case ("patternFill", "fill") where reading.isInside(.sheet, "fills"):
      let pattern = reading.value("patternType") ?? "none"
      if pattern != "none", !paints.isEmpty { paints[paints.count - 1] = true }
    case ("gradientFill", "fill"):
      if !paints.isEmpty { paints[paints.count - 1] = true }
    case ("numFmt", "numFmts"):
      // `;;;` shows neither numbers nor text.
      let code = reading.value("formatCode")?.filter { !$0.isWhitespace } ?? ""
      if code.hasPrefix(";;;"), code.count == 3,
        let id = reading.value("numFmtId").flatMap({ Int($0) })
      {
        formats.insert(id)
      }
    case ("xf", "cellXfs"): takeFormat(reading)
    default: break
    }
  }

  private mutating func markFont() {
    if !fonts.isEmpty { fonts[fonts.count - 1] = true }
  }

  private mutating func takeColour(_ reading: XMLReading) {
    let value = reading.value("rgb") ?? ""
    let isWhite = WordValue.isWhite(value.utf8.count == 8 ? String(value.dropFirst(2)) : value)
    let isGround = reading.value("theme") == "0" && reading.value("tint") == nil
    if isWhite || isGround || reading.value("indexed") == "9" { markFont() }
  }

  private mutating func takeFormat(_ reading: XMLReading) {
    defer { count += 1 }
    func index(_ name: StaticString) -> Int { reading.value(name).flatMap { Int($0) } ?? 0 }
    let font = index("fontId")
    let fill = index("fillId")
    let isWhite = fonts.indices.contains(font) && fonts[font]
    let isPainted = paints.indices.contains(fill) && paints[fill]
    if formats.contains(index("numFmtId")) || isWhite && !isPainted { hidden.insert(count) }
  }
}
