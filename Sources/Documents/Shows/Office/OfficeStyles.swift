/// One part with styles of an Office document, of Word or of Excel: what is shown of text that says
/// nothing of itself, and of text of each style (ECMA-376-1 §17.7, §18.8).
///
/// Defaults of the document, the default style of each kind and the styles that a style is based on are
/// followed: text shows as they say, though nothing beside it names them. That is done once for each style, when all are read.
struct OfficeStyles {
  /// A style of Word.
  struct Style {
    var look = WordLook()
    var basis: String?
    /// Whether a part of a table that goes by it shows nothing, and whether it has a ground anywhere.
    var hidesPart = false
    var isShaded = false

    /// This, and where it says nothing, what `base` says.
    func over(_ base: Style) -> Style {
      var style = self
      style.look = look.over(base.look)
      style.hidesPart = hidesPart || base.hidesPart
      style.isShaded = isShaded || base.isShaded
      return style
    }
  }

  /// Whether styles are based on themselves, or more stand than are kept.
  private(set) var isTooMuch = false

  /// Styles that are kept.
  private static let maximumStyles = 65_536

  private var styles: [String: Style] = [:]
  /// The default style of each kind: `paragraph`, `character`, `table`.
  private var standard: [String: String] = [:]
  private var defaults = WordLook()
  /// The formats of cells, when it is a part of Excel.
  private(set) var sheet = SheetFormats()

  /// How text shows of which nothing is said.
  var plain: WordLook { defaults }

  /// The style `name`, or the default style of `kind` when it is nil, with all that it is based on.
  func style(_ name: String?, kind: String) -> Style {
    if let name, let style = styles[name] { return style }
    return standard[kind].flatMap { styles[$0] } ?? Style()
  }

  private mutating func keep(_ style: Style, _ name: String) {
    guard styles.count < OfficeStyles.maximumStyles || styles[name] != nil else {
      isTooMuch = true
      return
    }
    styles[name] = style
  }

  /// Puts every style together with those that it is based on.
  private mutating func settle() {
    var whole: [String: Style] = [:]
    for name in styles.keys where whole[name] == nil {
      var chain: [String] = []
      var met: Set<String> = []
      var next: String? = name
      while let name = next, whole[name] == nil, let style = styles[name] {
        guard met.insert(name).inserted else {
          isTooMuch = true
          break
        }
        chain.append(name)
        next = style.basis
      }
      for name in chain.reversed() {
        guard let style = styles[name] else { continue }
        whole[name] = style.basis.flatMap { whole[$0] }.map { style.over($0) } ?? style
      }
    }
    styles = whole
  }

  /// Reads a part with styles.
  mutating func read(_ reading: inout XMLReading) throws(DocumentError) {
    var name: String?
    var style = Style()
    /// Of a table, the properties of a part of it.
    var part: WordLook?
    var former = 0
    while true {
      let event = try reading.next()
      switch event {
      case .over:
        sheet.finish()
        settle()
        return
      case .end:
        guard reading.name.vocabulary == .word else { continue }
        if former > 0, WordMarks.isChange(reading.name.local) { former -= 1 }
        if reading.name.local == "tblStylePr", let look = part {
          let isPainted = look.ground != nil && look.ground != .plain
          style.isShaded = style.isShaded || isPainted
          let isWhite = !isPainted && look.isLost(on: [.white], OfficeThemes())
          style.hidesPart = style.hidesPart || look.isUnseen || isWhite && !style.isShaded
          part = nil
        }
        if reading.name.local == "style", let name { keep(style, name) }
      case .start:
        sheet.take(reading)
        guard reading.name.vocabulary == .word else { continue }
        let owner = WordMarks.owner(of: reading)
        if WordMarks.isChange(reading.name.local), case .start(false) = event { former += 1 }
        switch reading.name.local {
        case "style":
          name = reading.value("styleId", .word)
          style = Style()
          if reading.value("default", .word).map({ !WordValue.isOff($0) }) ?? false, let name {
            standard[reading.value("type", .word) ?? "paragraph"] = name
          }
        case "tblStylePr": part = WordLook()
        case "basedOn": style.basis = reading.value("val", .word)
        case _ where former > 0: continue
        case _ where reading.isInside(.word, "docDefaults"): defaults.take(reading, in: owner)
        case _ where part != nil: part?.take(reading, in: owner)
        case "shd" where owner == "tcPr" || owner == "tblPr": style.isShaded = true
        default: style.look.take(reading, in: owner)
        }
      case .text, .aside: continue
      }
    }
  }
}
