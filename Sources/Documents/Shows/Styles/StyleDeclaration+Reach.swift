/// How far a declaration reaches beyond the box of its element.
extension StyleDeclaration {
  /// The numbers that stand in no function, such as those of a colour.
  var outer: [StyleLength] {
    var depth = 0
    var found: [StyleLength] = []
    for token in value {
      if token.closing != nil { depth += 1 }
      switch token {
      case .close: depth -= 1
      case .number(let number, let unit) where depth == 0: found.append(StyleLength(number, unit))
      default: continue
      }
    }
    return found
  }

  /// Whether a length is computed, or taken from a property of the author's own. Where an outline says its width, such
  /// a property can only be the colour: a second width makes it nothing.
  var computes: Bool {
    let colours = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"]
    let isMeasured = name == "outline" && outer.count == 1
    return !functions.allSatisfy { colours.contains($0) || isMeasured && $0 == "var" }
  }

  /// Whether a number is below nought, or something is taken away.
  var isNegative: Bool {
    numbers.contains { $0.value < 0 } || value.contains(.delim(UInt8(ascii: "-")))
  }

  /// Whether one of several shadows paints a ground beside its box on which other text may stand.
  var covers: Bool {
    guard name == "box-shadow" || name == "text-shadow" else { return false }
    if computes { return true }
    var depth = 0
    let shadows = value.split { token in
      if token.closing != nil { depth += 1 }
      if case .close = token { depth -= 1 }
      return depth == 0 && token == .comma
    }
    return shadows.contains { shadow in
      let part = StyleDeclaration(name, shadow)
      let lengths = part.outer.map { $0.pixels ?? .infinity }
      let isFaint = StyleColour(in: shadow).map { $0.alpha < 0.5 } ?? false
      guard lengths.count >= 2, !isFaint, !part.words.contains("inset") else { return false }
      let reach = lengths[...1].map(abs) + (lengths.count > 3 ? [lengths[3]] : [])
      return reach.contains { $0 > 8 }
    }
  }

  /// How much room is kept free at the sides of the box, in pixels.
  var sideRoom: Double {
    guard name.hasPrefix("padding") || name.hasPrefix("margin"), functions.isEmpty else { return 0 }
    return numbers.compactMap(\.pixels).max() ?? 0
  }

  /// How far text or box is moved out at the sides or up, in pixels beyond what shows in every page.
  var sideShift: Double {
    guard name == "text-indent" || name.hasPrefix("margin") else { return 0 }
    let least = numbers.map { $0.pixels ?? ($0.unit == "%" ? $0.value * 10 : $0.value) }.min() ?? 0
    // Rows of columns take back the room at the sides of the box around them.
    return name == "text-indent" ? -least : -least - 16
  }

  /// Whether a computed size of letters is never less than a usual one: the least of `clamp()`, one of `max()`, or a
  /// sum of lengths (CSS Values 4 §10).
  var keepsSize: Bool {
    guard functions.count == 1, case .function(let function)? = value.first,
      value.last == .close(UInt8(ascii: ")")), !isNegative
    else { return false }
    let isSum = value.dropFirst().dropLast().allSatisfy { token in
      switch token {
      case .number, .space, .delim(UInt8(ascii: "+")): true
      default: false
      }
    }
    let isFixed =
      value.contains(.delim(UInt8(ascii: "*"))) || value.contains(.delim(UInt8(ascii: "/")))
    switch function {
    case "clamp":
      // The first of three, where that is a length.
      let first = value.dropFirst().prefix { $0 != .comma }
      let lengths = StyleDeclaration(name, first).numbers
      return !isFixed && lengths.count == 1 && lengths.allSatisfy { ($0.pixels ?? 0) >= 8 }
    case "max":
      return !isFixed && !value.contains(.delim(UInt8(ascii: "+")))
        && numbers.contains { ($0.pixels ?? 0) >= 8 }
    case "calc": return isSum && numbers.contains { ($0.pixels ?? 0) >= 8 }
    default: return false
    }
  }

  /// Whether a font keeps its letters at about their size.
  var keepsLetters: Bool {
    guard name == "size-adjust" || name.hasSuffix("-override") else { return true }
    return functions.isEmpty
      && numbers.allSatisfy {
        $0.unit == "%" && (name == "line-gap-override" || 50...200 ~= $0.value)
      }
  }
}

extension StyleDeclaration {
  /// Whether a ground is none, or that of the element around.
  var isPlainGround: Bool {
    functions.isEmpty
      && !value.contains { if case .url = $0 { true } else { false } }
  }

  /// Whether a text has the colour of the text around it.
  var isPlainText: Bool {
    word.map { ["inherit", "currentcolor", "initial", "unset", "revert"].contains($0) } ?? false
  }
}
