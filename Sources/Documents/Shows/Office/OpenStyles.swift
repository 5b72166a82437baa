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

  /// A format of values (§16.29): whether it shows the value, and nothing but it.
  private struct Format {
    var isOfText = false
    var isShown = false
    var isOdd = false
    var others: [String] = []
  }

  private var styles: [String: Style] = [:]
  private var formats: [String: Format] = [:]
  /// Styles that a condition puts in the place of another.
  private(set) var conditional: Set<String> = []
  private var open = ""
  private var format: (name: String, format: Format)?
  private var isInWords = false

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

  /// Whether a cell of style `name` shows nothing of a value, or other words than it.
  func hides(_ name: String?, isText: Bool) -> Bool {
    var next = name
    for _ in 0..<OpenStyles.maximumDepth {
      guard let style = next.flatMap({ styles["table-cell/" + $0] }) else { return false }
      if let format = style.format { return isOdd(format, isText: isText) }
      next = style.parent
    }
    return false
  }

  private func isOdd(_ name: String, isText: Bool) -> Bool {
    guard let format = formats[name] else { return false }
    return ([format] + format.others.compactMap { formats[$0] }).contains {
      $0.isOfText == isText && ($0.isOdd || !$0.isShown)
    }
  }

  /// Whether a condition can put a style in place that hides text.
  var hidesByCondition: Bool {
    conditional.contains { name in
      ["table-cell", "paragraph"].contains { look($0, name).isUnseen(isShape: false) }
        || hides(name, isText: true) || hides(name, isText: false)
    }
  }

  /// Takes a start tag.
  mutating func take(_ reading: XMLReading) {
    let name = reading.name
    if name.local == "map" || name.local == "condition",
      let other = reading.value("apply-style-name", .style)
        ?? reading.value("apply-style-name", .other)
    {
      if format != nil { format?.format.others.append(other) } else { conditional.insert(other) }
    }
    switch name.vocabulary {
    case .style: takeStyle(reading)
    case .dataStyle: takeFormat(reading)
    default: break
    }
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
    case "text-properties" where format != nil:
      let colour = OfficeColour(reading.value("color", .format))
      if colour?.isLost(on: .white) ?? false { format?.format.isOdd = true }
    case let local where local.hasSuffix("-properties") && !open.isEmpty:
      styles[open]?.look.take(reading)
    default: break
    }
  }

  private mutating func takeFormat(_ reading: XMLReading) {
    switch reading.name.local {
    case "number-style", "currency-style", "percentage-style", "date-style", "time-style",
      "boolean-style", "text-style":
      var new = Format()
      new.isOfText = reading.name.local == "text-style"
      format = (reading.value("name", .style) ?? "", new)
    case "text", "currency-symbol": isInWords = true
    case "embedded-text": isInWords = true
    case "fill-character": break
    default: format?.format.isShown = true
    }
    if let factor = reading.value("display-factor", .dataStyle), factor != "1" {
      format?.format.isOdd = true
    }
  }

  /// Takes text in a format.
  mutating func take(_ text: [UInt8]) {
    guard isInWords, format != nil else { return }
    let word = String(decoding: text.prefix(256), as: UTF8.self)
    if !SheetUnits.isUnit(word) { format?.format.isOdd = true }
    // A dash stands for nothing, as in every ledger.
    if word.contains(where: { "-–—".contains($0) }) { format?.format.isShown = true }
  }

  /// Takes an end tag.
  mutating func end(_ reading: XMLReading) {
    switch (reading.name.vocabulary, reading.name.local) {
    case (.style, "style"), (.style, "default-style"): open = ""
    case (.dataStyle, "text"), (.dataStyle, "currency-symbol"), (.dataStyle, "embedded-text"):
      isInWords = false
    case (.dataStyle, let local) where local.hasSuffix("-style"):
      if let whole = format { formats[whole.name] = whole.format }
      format = nil
    default: break
    }
  }
}
