extension ScreenColour {
  /// Reads `RRGGBB` or `#RRGGBB`, and `AARRGGBB` as workbooks write it.
  init?(_ written: String?) {
    guard var text = written?.utf8.drop(while: { $0 == UInt8(ascii: "#") }) else { return nil }
    if text.count == 8 { text = text.dropFirst(2) }
    guard text.count == 6, let number = UInt32(String(Substring(text)), radix: 16) else {
      return nil
    }
    func part(_ shift: UInt32) -> Double { Double(number >> shift & 0xFF) / 255 }
    self.init(red: part(16), green: part(8), blue: part(0))
  }

  /// Mixed with white (`tint` from 0 to 1) or, below 0, with black.
  func tinted(_ tint: Double) -> ScreenColour {
    (tint < 0 ? ScreenColour.black : .white).over(self, share: abs(tint))
  }
}

/// The colours of the themes of a document (ECMA-376-1 §20.1.6.2), those of Office where it has none.
struct OfficeThemes {
  /// Every colour that a theme gives a name: a program takes one of them.
  private var colours: [String: [ScreenColour]] = [:]

  /// The names of the colours in the order in which workbooks count them (§18.8.3).
  private static let counted = [
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
  ]
  private static let standard = [
    "FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6",
    "F79646", "0000FF", "800080",
  ]
  /// What WordprocessingML calls them (§17.18.97), with the mapping that every program writes.
  private static let words = [
    "light1": "lt1", "background1": "lt1", "dark1": "dk1", "text1": "dk1", "light2": "lt2",
    "background2": "lt2", "dark2": "dk2", "text2": "dk2", "hyperlink": "hlink",
    "followedhyperlink": "folHlink", "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2",
    "folhlink": "folHlink",
  ]

  /// Takes a start tag of a part with a theme.
  mutating func take(_ reading: XMLReading) {
    guard reading.isInside(.drawing, "clrScheme") else { return }
    let value: String? =
      switch reading.name.local {
      case "srgbClr": reading.value("val")
      case "sysClr": reading.value("lastClr")
      default: nil
      }
    guard let colour = ScreenColour(value) else { return }
    let around = [0, 1].compactMap { reading.ancestor($0)?.local }
    guard let name = around.first(where: OfficeThemes.counted.contains) else { return }
    if colours[name]?.count ?? 0 < 16 { colours[name, default: []].append(colour) }
  }

  /// What the theme calls `name`, in words or as a theme has it: every colour that it can be.
  func named(_ name: String) -> [ScreenColour] {
    let key = OfficeThemes.words[name.lowercased()] ?? name
    if let found = colours[key] { return found }
    guard let index = OfficeThemes.counted.firstIndex(of: key) else { return [] }
    return [ScreenColour(OfficeThemes.standard[index])].compactMap(\.self)
  }

  /// The colour that workbooks count `index`.
  func counted(_ index: Int) -> [ScreenColour] {
    OfficeThemes.counted.indices.contains(index) ? named(OfficeThemes.counted[index]) : []
  }
}

/// A colour as a property writes it: a value, and a name of the theme beside it.
struct WrittenColour: Hashable {
  private var value: ScreenColour?
  private var theme: String?
  private var count: Int?
  private var tint = 0.0

  /// `w:color` and the like (ECMA-376-1 §17.3.2.6): `w:themeColor` counts before `w:val`, for programs
  /// that know the theme.
  init(word reading: XMLReading, _ names: (value: StaticString, theme: StaticString)) {
    value = ScreenColour(reading.value(names.value, .word))
    theme = reading.value(names.theme, .word)
    let isFill = "\(names.theme)" == "themeFill"
    let lighter = reading.value(isFill ? "themeFillTint" : "themeTint", .word)
    let darker = reading.value(isFill ? "themeFillShade" : "themeShade", .word)
    if let part = lighter.flatMap({ Double(UInt8($0, radix: 16) ?? 255) }) {
      tint = 1 - part / 255
    } else if let part = darker.flatMap({ Double(UInt8($0, radix: 16) ?? 255) }) {
      tint = part / 255 - 1
    }
  }

  /// A colour of DrawingML, in whatever namespace its attribute stands.
  init(drawn value: String?, isTheme: Bool) {
    if isTheme { theme = value } else { self.value = ScreenColour(value) }
  }

  /// `color`, `fgColor` and `bgColor` of a workbook (§18.8.3).
  init(sheet reading: XMLReading) {
    value = ScreenColour(reading.value("rgb"))
    count = reading.value("theme").flatMap { Int($0) }
    tint = reading.value("tint").flatMap(Double.init) ?? 0
    if let index = reading.value("indexed").flatMap({ Int($0) }) {
      value = WrittenColour.indexed(index)
    }
  }

  /// Every colour that it can be; none for what the program chooses so that it is seen.
  func resolved(_ themes: OfficeThemes) -> [ScreenColour] {
    var found: [ScreenColour] = value.map { [$0] } ?? []
    if let theme { found += themes.named(theme).map { $0.tinted(tint) } }
    if let count {
      found = themes.counted(count)
      found = found.map { $0.tinted(tint) }
    } else if theme == nil, tint != 0 {
      found = found.map { $0.tinted(tint) }
    }
    return found
  }

  /// The first sixteen of the palette of workbooks (§18.8.27), which of the others matter nothing: none
  /// of them is white or black but as the user's own palette says.
  private static func indexed(_ index: Int) -> ScreenColour? {
    let palette = [
      "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
    ]
    switch index {
    case 0..<16: return ScreenColour(palette[index % 8])
    case 65: return .white
    default: return nil
    }
  }
}
