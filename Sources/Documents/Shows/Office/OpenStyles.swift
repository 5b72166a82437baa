/// The styles of an OpenDocument by family and name (ODF 1.3 part 3 §16), with the default style of each
/// family and the styles that they inherit from, and the formats of its values.
///
/// A style is put together from those that it inherits from once, however many elements go by it. What is done beyond that
/// is counted, for a document of some kilobytes can make much of it.
struct OpenStyles {
  private struct Name: Hashable {
    let family: String
    let name: String
  }

  private struct Style {
    var look = OpenLook()
    var parent: String?
    var format: String?
  }

  private var styles: [Name: Style] = [:]
  /// Styles with all that they inherit, until another style is read.
  private var whole: [Name: Style] = [:]
  private var formats = OpenFormats()
  /// Styles that a condition puts in the place of another.
  private var conditional: Set<String> = []
  private var open: Name?
  private var work: Int
  /// Whether more stands than is followed, or styles that inherit from themselves.
  private var isTooMuch = false

  /// Styles that are kept.
  static let maximumStyles = 65_536
  /// Styles that are put together in one document, and formats that are asked beside them.
  static let maximumWork = 1 << 20

  /// - Parameter work: styles that may be put together, and formats that may be asked beside them.
  init(work: Int = OpenStyles.maximumWork) { self.work = work }

  /// Whether something of how text shows was not worked out.
  var isUnread: Bool { isTooMuch || formats.isTooMuch }

  /// How text of `name` shows, by what it inherits and the default of its family.
  mutating func look(_ family: String, _ name: String?) -> OpenLook {
    let standard = styles[Name(family: family, name: "")]?.look ?? OpenLook()
    guard let name, let style = style(Name(family: family, name: name)) else { return standard }
    return style.look.over(standard)
  }

  /// Whether a cell of style `name` shows nothing of `value`, or another value; nil: of any usual one.
  mutating func hides(_ name: String?, _ value: SheetValue?) -> Bool {
    guard let name, let format = style(Name(family: "table-cell", name: name))?.format else {
      return false
    }
    guard spend(formats.weight(of: format)) else { return false }
    return formats.hides(format, value)
  }

  /// A style with all that it inherits; nil where there is none of the name.
  private mutating func style(_ name: Name) -> Style? {
    if let known = whole[name] { return known }
    var chain: [(name: Name, style: Style)] = []
    var inherited: Style?
    var met: Set<Name> = []
    var next: Name? = name
    while let name = next {
      if let known = whole[name] {
        inherited = known
        break
      }
      guard met.insert(name).inserted else {
        isTooMuch = true
        break
      }
      guard let style = styles[name], spend(1) else { break }
      chain.append((name, style))
      next = style.parent.map { Name(family: name.family, name: $0) }
    }
    for (name, own) in chain.reversed() {
      var style = own
      if let inherited {
        style.look = own.look.over(inherited.look)
        style.format = own.format ?? inherited.format
      }
      whole[name] = style
      inherited = style
    }
    return chain.isEmpty ? nil : inherited
  }

  /// Takes `count` from the work that is left; whether there was so much.
  mutating func spend(_ count: Int) -> Bool {
    work -= count
    if work < 0 { isTooMuch = true }
    return work >= 0
  }

  /// Whether a condition can put a style in place that hides text.
  mutating func hidesByCondition() -> Bool {
    for name in conditional where spend(1) {
      let isUnseen = ["table-cell", "paragraph"].contains {
        look($0, name).isUnseen(isShape: false)
      }
      if isUnseen || hides(name, nil) { return true }
    }
    return false
  }

  /// Takes a start tag.
  mutating func take(_ reading: XMLReading) {
    if formats.take(reading) { return }
    let name = reading.name.local
    if name == "map" || name == "condition",
      let other = reading.value("apply-style-name", .style)
        ?? reading.value("apply-style-name", .other)
    {
      conditional.insert(other)
    }
    if reading.name.vocabulary == .style { takeStyle(reading) }
  }

  private mutating func takeStyle(_ reading: XMLReading) {
    switch reading.name.local {
    case "style", "default-style":
      let isDefault = reading.name.local == "default-style"
      let name = Name(
        family: reading.value("family", .style) ?? "",
        name: isDefault ? "" : reading.value("name", .style) ?? "")
      open = nil
      guard styles.count < OpenStyles.maximumStyles || styles[name] != nil else {
        isTooMuch = true
        return
      }
      if !whole.isEmpty { whole = [:] }
      open = name
      styles[name] = Style(
        parent: reading.value("parent-style-name", .style),
        format: reading.value("data-style-name", .style))
    case let local where local.hasSuffix("-properties") || local == "tab-stop":
      guard let open else { return }
      if !whole.isEmpty { whole = [:] }
      styles[open]?.look.take(reading)
    default: break
    }
  }

  /// Takes text in a format.
  mutating func take(_ text: [UInt8]) { formats.take(text) }

  /// Takes an end tag.
  mutating func end(_ reading: XMLReading) {
    formats.end(reading)
    if reading.name.vocabulary == .style,
      reading.name.local == "style" || reading.name.local == "default-style"
    {
      open = nil
    }
  }
}
