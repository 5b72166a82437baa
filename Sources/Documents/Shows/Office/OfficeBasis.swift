/// What the parts of an Office document stand on: styles, themes and shared strings, read before what they
/// are used in, wherever they stand in the package.
struct OfficeBasis {
  /// Parts with styles that are kept: of the document, and of the blocks of text kept beside it.
  static let maximumStyles = 4

  private(set) var themes = OfficeThemes()
  private(set) var strings = SheetStrings()
  private var styles: [OfficeStyles] = []
  /// Whether the colours have the names that they always have, and no more stands than is kept.
  private(set) var isUnderstood = true

  /// Every part with styles; one that says nothing where there is none.
  var allStyles: [OfficeStyles] { styles.isEmpty ? [OfficeStyles()] : styles }

  /// Reads a part of the content type `type`, as far as others stand on it.
  mutating func read(_ reading: inout XMLReading, _ type: String) throws(DocumentError) {
    if type.hasSuffix("styles+xml") {
      var part = OfficeStyles()
      try part.read(&reading)
      if part.isTooMuch || part.sheet.isTooMuch { isUnderstood = false }
      if styles.count < OfficeBasis.maximumStyles {
        styles.append(part)
      } else {
        isUnderstood = false
      }
    } else if type.hasSuffix("sharedstrings+xml") {
      try strings.read(&reading)
    } else if type.hasSuffix("theme+xml") || type.hasSuffix("themeoverride+xml") {
      try each(&reading) { $0.themes.take($1) }
    } else if type.hasSuffix("settings+xml") {
      try each(&reading) { $0.takeMapping($1) }
    }
  }

  /// Whether nothing of a part of `type` is shown itself.
  static func isAll(of type: String) -> Bool {
    type.hasSuffix("styles+xml") || type.hasSuffix("theme+xml")
  }

  private mutating func each(
    _ reading: inout XMLReading, _ body: (inout OfficeBasis, XMLReading) -> Void
  ) throws(DocumentError) {
    while true {
      switch try reading.next() {
      case .over: return
      case .start: body(&self, reading)
      case .end, .text, .aside: continue
      }
    }
  }

  /// Colours that a document gives each other's names (ECMA-376-1 §17.15.1.20) are not followed.
  private mutating func takeMapping(_ reading: XMLReading) {
    guard reading.name == XMLReading.Name(.word, "clrSchemeMapping") else { return }
    let usual = ["bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"]
    for (vocabulary, name, value) in reading.attributes() where vocabulary == .word {
      if let expected = usual[name], expected != value { isUnderstood = false }
    }
  }
}
