/// What the styles of an Office document hide: names of styles of Word, numbers of formats of Excel.
struct OfficeStyles {
  /// How text of a style shows.
  struct Look: Hashable {
    var isHidden: Bool?
    var isWhite: Bool?
    var isTiny: Bool?
    var isShaded = false
    var basis: String?
  }

  private var looks: [String: Look] = [:]
  /// Whether the document's own defaults hide everything that says nothing else.
  private(set) var hidesAll = false
  /// Formats of cells that show nothing of a value.
  private(set) var hiddenFormats: Set<Int> = []

  /// How text of the style `name` shows, after those that it is based on.
  func look(of name: String?) -> Look {
    guard let name, var look = looks[name] else { return Look() }
    var basis = look.basis
    for _ in 0..<16 {
      guard let next = basis.flatMap({ looks[$0] }) else { break }
      look.isHidden = look.isHidden ?? next.isHidden
      look.isWhite = look.isWhite ?? next.isWhite
      look.isTiny = look.isTiny ?? next.isTiny
      look.isShaded = look.isShaded || next.isShaded
      basis = next.basis
    }
    return look
  }

  /// Reads a part with styles, of Word or of Excel.
  mutating func read(_ reading: inout XMLReading) throws(DocumentError) {
    var sheet = SheetFormats()
    var name: String?
    var look = Look()
    while true {
      switch try reading.next() {
      case .over:
        hiddenFormats.formUnion(sheet.hidden)
        return
      case .end:
        if reading.name == XMLReading.Name(.word, "style"), let name { looks[name] = look }
      case .start:
        sheet.take(reading)
        guard reading.name.vocabulary == .word else { continue }
        if reading.name.local == "style" {
          name = reading.value("styleId", .word)
          look = Look()
        } else if reading.isInside(.word, "docDefaults") {
          hidesAll = hidesAll || reading.name.local == "vanish" && !WordValue.isOff(reading)
        } else {
          OfficeStyles.take(reading, &look)
        }
      case .text, .aside: continue
      }
    }
  }

  private static func take(_ reading: XMLReading, _ look: inout Look) {
    switch reading.name.local {
    case "basedOn": look.basis = reading.value("val", .word)
    case "vanish", "specVanish": look.isHidden = !WordValue.isOff(reading)
    case "color": look.isWhite = WordValue.isWhite(reading.value("val", .word))
    case "sz": look.isTiny = WordValue.isTiny(reading.value("val", .word))
    case "shd": look.isShaded = look.isShaded || WordValue.isShaded(reading)
    default: break
    }
  }
}
