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
    let isShown = value("display") != "none" && value("visibility") != "hidden"
    let isSeen = value("opacity").flatMap(Double.init) != 0
    // What is drawn elsewhere by reference is no hidden text.
    if !isShown || !isSeen, ["g", "text", "tspan", "svg", "image", "use", "switch"].contains(name) {
      note(.hidden, at: offset)
    }
  }
}
