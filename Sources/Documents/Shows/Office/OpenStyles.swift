/// The styles of an OpenDocument by family and name (ODF 1.3 part 3 §16), with the default style of each
/// family and the styles that they inherit from, and the formats of its values.
struct OpenStyles {
  /// Styles that inherit from each other that are followed.
  static let maximumDepth = 32

  private struct Style {
    var look = OpenLook()
    var parent: String?
    var format: String?
  }

  private var styles: [String: Style] = [:]
  private var formats = OpenFormats()
  /// Styles that a condition puts in the place of another.
  private(set) var conditional: Set<String> = []
  private var open = ""

  /// How text of `name` shows, by what it inherits and the default of its family.
  func look(_ family: String, _ name: String?) -> OpenLook {
    var look = OpenLook()
    var next = name
    for _ in 0..<OpenStyles.maximumDepth {
      guard let style = next.flatMap({ styles[family + "/" + $0] }) else { break }
      look = look.over(style.look)
      next = style.parent
    }
    return look.over(styles[family + "/"]?.look ?? OpenLook())
  }

  /// Whether a cell of style `name` shows nothing of `value`, or another value; nil: of any usual one.
  func hides(_ name: String?, _ value: SheetValue?) -> Bool {
    var next = name
    for _ in 0..<OpenStyles.maximumDepth {
      guard let style = next.flatMap({ styles["table-cell/" + $0] }) else { return false }
      if let format = style.format { return formats.hides(format, value) }
      next = style.parent
    }
    return false
  }

  /// Whether a condition can put a style in place that hides text.
  var hidesByCondition: Bool {
    conditional.contains { name in
      ["table-cell", "paragraph"].contains { look($0, name).isUnseen(isShape: false) }
        || hides(name, nil)
    }
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
      open =
        (reading.value("family", .style) ?? "")
        + "/" + (isDefault ? "" : reading.value("name", .style) ?? "")
      styles[open] = Style(
        parent: reading.value("parent-style-name", .style),
        format: reading.value("data-style-name", .style))
    case let local where !open.isEmpty && (local.hasSuffix("-properties") || local == "tab-stop"):
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
      open = ""
    }
  }
}
