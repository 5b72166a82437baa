extension MarkupRules {
  mutating func takeDrawing(
    _ name: String, _ attributes: [(name: String, value: String)], at offset: Int
  ) {
    func value(_ wanted: String) -> String? { attributes.first { $0.name == wanted }?.value }
    switch name {
    case "script", "handler", "listener": note(.script, at: offset)
    case "foreignObject": note(.foreign, at: offset)
    case "animate", "set", "animateTransform", "animateMotion", "animateColor", "discard":
      note(.animation, at: offset)
    case "switch": note(.conditional, at: offset)
    // It shows the text of another element, and the root holds the label.
    case "tref": note(.sight, at: offset)
    default: break
    }
    if ["systemLanguage", "requiredFeatures", "requiredExtensions"].contains(where: {
      value($0) != nil
    }) {
      note(.conditional, at: offset)
    }
    if name != "a" {
      refer(value("href"), at: offset)
      refer(value("src"), at: offset)
    }
    // What is drawn elsewhere by reference is no hidden text.
    let parts: Set<String> = [
      "g", "text", "tspan", "textPath", "svg", "image", "use", "switch", "a",
    ]
    guard parts.contains(name) else { return }
    for (attribute, value) in attributes where MarkupRules.presented.contains(attribute) {
      take(declaration: attribute, value, isDrawing: true, at: offset)
    }
  }

  /// Attributes that are declarations (SVG 2 §6.6) of what is judged without what stands around.
  private static let presented: Set<String> = [
    "display", "visibility", "opacity", "letter-spacing", "word-spacing", "font-size", "direction",
    "unicode-bidi", "text-decoration",
  ]
}
