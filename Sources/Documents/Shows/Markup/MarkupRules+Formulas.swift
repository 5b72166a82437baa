extension MarkupRules {
  /// Looks at an element of a formula (MathML Core §2.1, §3).
  mutating func takeFormula(
    _ name: String, _ attributes: [(name: String, value: String)], at offset: Int
  ) {
    switch name {
    // One of several is shown, or text beside the shown.
    case "maction", "annotation-xml": note(.unread, at: offset)
    case "mphantom": note(.hidden, at: offset)
    default: break
    }
    for (attribute, value) in attributes {
      switch attribute {
      case "mathcolor", "color": take(declaration: "color", value, at: offset)
      case "mathbackground", "background": take(declaration: "background", value, at: offset)
      case "mathsize", "fontsize":
        if !["small", "normal", "big"].contains(value) {
          take(declaration: "font-size", value, at: offset)
        }
      case "scriptlevel", "scriptsizemultiplier", "scriptminsize", "lspace", "voffset", "depth",
        "height", "width":
        // What moves or squeezes what stands in it; an operator keeps room around it, and a gap has none.
        if name == "mspace" || name == "mo" || attribute == "scriptlevel" && value.count < 2 {
          if value.contains("-") { note(.unread, at: offset) }
        } else {
          note(.unread, at: offset)
        }
      default: continue
      }
    }
  }
}
