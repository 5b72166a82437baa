/// A string of a workbook with the fonts of its runs (ECMA-376-1 §18.4.8).
struct SheetString {
  private(set) var text: [UInt8] = []
  /// Its words, once it is settled: cells share them.
  private(set) var words = ""
  /// The fonts of runs that hold words.
  private(set) var fonts: [SheetFormats.Font] = []

  private var font: SheetFormats.Font?
  private var isInText = false
  private var isAside = false

  /// Runs that are kept, each with a font of its own.
  static let maximumFonts = 256

  /// How long it is, in bytes.
  var length: Int { text.count + words.utf8.count }

  /// The same, when all of it was taken.
  var settled: SheetString {
    var string = self
    (string.words, string.text) = (String(decoding: text, as: UTF8.self), [])
    return string
  }

  /// Whether a run has more fonts than are looked at.
  var isTooMuch: Bool { fonts.count >= SheetString.maximumFonts }

  /// Takes a start tag in it.
  mutating func begin(_ reading: XMLReading) {
    switch reading.name.local {
    case "r": font = nil
    case "rPr": font = SheetFormats.Font()
    // How it is spoken, above it: no part of the value.
    case "rPh": isAside = true
    case "t": isInText = !isAside
    default: if reading.isInside(.sheet, "rPr") { font?.take(reading) }
    }
  }

  /// Takes text in it.
  mutating func take(_ piece: [UInt8]) {
    guard isInText else { return }
    if text.count < SheetFormula.longest { text += piece }
    if let font, piece.contains(where: { !$0.isXMLSpace }), !isTooMuch { fonts.append(font) }
  }

  /// Takes an end tag in it.
  mutating func end(_ name: String) {
    switch name {
    case "r": font = nil
    case "rPh": isAside = false
    case "t": isInText = false
    default: break
    }
  }

  /// Whether nobody sees one of its runs on `ground`.
  func isLost(on ground: SheetFormats.Ground, _ themes: OfficeThemes) -> Bool {
    fonts.contains { $0.isLost(on: ground, themes) }
  }
}

/// The strings that the cells of a workbook share (§18.4.9).
struct SheetStrings {
  private var strings: [SheetString] = []

  /// The string with the number `index`.
  func string(_ index: Int) -> SheetString? {
    strings.indices.contains(index) ? strings[index] : nil
  }

  /// Reads a part with shared strings.
  mutating func read(_ reading: inout XMLReading) throws(DocumentError) {
    var string: SheetString?
    while true {
      switch try reading.next() {
      case .over: return
      case .start(let isEmpty):
        if reading.name.local == "si" {
          string = SheetString()
          if isEmpty { strings.append(SheetString()) }
        } else {
          string?.begin(reading)
          if isEmpty { string?.end(reading.name.local) }
        }
      case .end:
        if reading.name.local == "si", let whole = string { strings.append(whole.settled) }
        string?.end(reading.name.local)
      case .text: string?.take(reading.text)
      case .aside: continue
      }
    }
  }
}
