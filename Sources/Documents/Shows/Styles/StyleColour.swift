/// A colour as a style sheet writes it.
struct StyleColour {
  /// Red, green and blue, 0 to 255.
  let parts: [Double]
  /// From 0, which nobody sees, to 1.
  let alpha: Double

  /// Whether nobody sees text of it on white.
  var isPale: Bool { parts.allSatisfy { $0 >= 0xE6 } }

  /// Whether nobody sees it at all.
  var isClear: Bool { alpha < 0.2 }

  /// The luminance, 0 to 1 (WCAG 2 §relative luminance).
  var luminance: Double {
    let linear = parts.map { part -> Double in
      let share = part / 255
      // A power of 2.2 is near enough, and needs no library.
      return share * share * (0.75 * share + 0.25)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// Whether white text can be read on it.
  var isGround: Bool { !isClear && luminance < 0.6 }

  /// How well one can be told from the other: 1 for not at all, 21 for black and white.
  func contrast(to other: StyleColour) -> Double {
    let (one, two) = (luminance + 0.05, other.luminance + 0.05)
    return max(one, two) / min(one, two)
  }

  /// Tokens of a value among which a colour is looked for.
  private static let longest = 128

  static let white = StyleColour(parts: [255, 255, 255], alpha: 1)

  private init(parts: [Double], alpha: Double) {
    self.parts = parts
    self.alpha = alpha
  }

  /// The first colour of a value; nil when none stands there that is known here.
  init?(in value: ArraySlice<StyleToken>) {
    let value = value.prefix(StyleColour.longest)
    for place in value.indices {
      if let colour = StyleColour(value, at: place) {
        self = colour
        return
      }
    }
    return nil
  }

  private init?(_ value: ArraySlice<StyleToken>, at place: Int) {
    switch value[place] {
    case .hash(let digits): self.init(digits: digits)
    case .ident(let name): self.init(name: name)
    case .function(let name):
      let numbers = value[(place + 1)...].prefix { $0 != .close(UInt8(ascii: ")")) }
        .compactMap { token -> StyleLength? in
          if case .number(let number, let unit) = token { StyleLength(number, unit) } else { nil }
        }
      guard numbers.count >= 3 else { return nil }
      let alpha = numbers.count > 3 ? numbers[3].value / (numbers[3].unit == "%" ? 100 : 1) : 1
      switch name {
      case "rgb", "rgba":
        self.init(
          parts: numbers[..<3].map { $0.unit == "%" ? $0.value * 2.55 : $0.value }, alpha: alpha)
      // By its lightness alone.
      case "hsl", "hsla":
        let share = numbers[2].value * 2.55
        self.init(parts: [share, share, share], alpha: alpha)
      default: return nil
      }
    default: return nil
    }
  }

  private init?(digits: String) {
    let values = digits.compactMap { $0.hexDigitValue.map(Double.init) }
    guard values.count == digits.count else { return nil }
    switch values.count {
    case 3, 4:
      self.init(parts: values[..<3].map { $0 * 17 }, alpha: values.count == 4 ? values[3] / 15 : 1)
    case 6, 8:
      let pairs = stride(from: 0, to: values.count, by: 2).map { values[$0] * 16 + values[$0 + 1] }
      self.init(parts: Array(pairs[..<3]), alpha: pairs.count == 4 ? pairs[3] / 255 : 1)
    default: return nil
    }
  }

  private init?(name: String) {
    if name == "transparent" {
      self.init(parts: [255, 255, 255], alpha: 0)
    } else if StyleColour.pale.contains(name) {
      self.init(parts: [255, 255, 255], alpha: 1)
    } else if StyleColour.light.contains(name) {
      self.init(parts: [0xDD, 0xDD, 0xDD], alpha: 1)
    } else if StyleColour.dark.contains(name) {
      self.init(parts: [0, 0, 0], alpha: 1)
    } else if StyleColour.middle.contains(name) {
      self.init(parts: [0x90, 0x90, 0x90], alpha: 1)
    } else {
      return nil
    }
  }

  /// Names by how light their colours are, which is all that is asked of them.
  private static let pale: Set<String> = [
    "white", "snow", "ivory", "azure", "mintcream", "ghostwhite", "whitesmoke", "aliceblue",
    "seashell",
    "lavenderblush", "oldlace", "floralwhite", "honeydew", "linen", "lavender", "canvas", "field",
    "window", "background", "buttonface",
  ]
  private static let light: Set<String> = [
    "yellow", "gainsboro", "lightgray", "lightgrey", "beige", "lightyellow", "lemonchiffon",
    "cornsilk",
    "antiquewhite", "papayawhip", "blanchedalmond", "bisque", "moccasin", "mistyrose", "peachpuff",
    "lightcyan", "lightgoldenrodyellow", "palegoldenrod", "wheat", "navajowhite", "khaki", "pink",
    "lightpink", "cyan", "aqua", "paleturquoise", "aquamarine", "palegreen", "lightgreen",
    "lightblue",
    "powderblue", "lightsteelblue", "thistle", "greenyellow", "lightskyblue", "skyblue", "silver",
  ]
  private static let dark: Set<String> = [
    "black", "navy", "darkblue", "mediumblue", "blue", "maroon", "darkred", "green", "darkgreen",
    "purple", "indigo", "midnightblue", "darkslategray", "darkslategrey", "brown", "saddlebrown",
    "firebrick", "darkmagenta", "darkslateblue", "rebeccapurple", "canvastext", "windowtext",
    "fieldtext",
    "linktext", "darkolivegreen", "olive", "teal", "dimgray", "dimgrey", "red", "crimson",
    "royalblue",
    "mediumvioletred", "forestgreen", "seagreen", "steelblue", "slateblue", "sienna", "blueviolet",
    "darkviolet", "darkorchid", "darkcyan", "visitedtext", "activetext", "buttontext",
  ]
  private static let middle: Set<String> = [
    "gray", "grey", "slategray", "slategrey", "lightslategray", "darkgray", "darkgrey", "orange",
    "darkorange", "orangered", "tomato", "coral", "salmon", "magenta", "fuchsia", "deeppink",
    "hotpink",
    "dodgerblue", "cornflowerblue", "chocolate", "peru", "goldenrod", "darkgoldenrod", "gold",
    "lime",
    "limegreen", "olivedrab", "cadetblue", "indianred", "graytext", "mediumseagreen",
    "darkseagreen",
    "mediumpurple", "mediumslateblue", "rosybrown", "tan", "plum", "violet", "orchid",
    "deepskyblue", "turquoise", "yellowgreen", "sandybrown", "burlywood", "darksalmon",
    "lightcoral",
    "lightsalmon", "mediumorchid", "lightseagreen", "darkturquoise", "mediumturquoise",
    "lightslategrey",
    "palevioletred", "darkkhaki", "lawngreen", "chartreuse", "springgreen", "mediumspringgreen",
    "mediumaquamarine",
  ]
}
