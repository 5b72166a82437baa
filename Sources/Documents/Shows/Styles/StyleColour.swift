/// A colour as a style sheet writes it.
struct StyleColour {
  /// Red, green and blue, 0 to 255.
  let parts: [Double]
  /// From 0, which nobody sees, to 1.
  let alpha: Double

  /// The colour itself, whatever shows through.
  var contrast: ScreenColour {
    ScreenColour(red: parts[0] / 255, green: parts[1] / 255, blue: parts[2] / 255)
  }

  /// What is seen of it on white.
  private var onWhite: ScreenColour {
    contrast.over(.white, share: alpha)
  }

  /// Whether nobody sees text of it on white.
  var isPale: Bool { onWhite.isPale() }

  /// Whether nobody sees black text on it.
  var isBlack: Bool { ScreenColour.black.isPale(on: onWhite) }

  /// Whether nobody sees it at all.
  var isClear: Bool { alpha < 0.2 }

  /// The luminance on white, 0 to 1.
  var luminance: Double { onWhite.luminance }

  /// Whether white text can be read on it.
  var isGround: Bool { !isClear && !isPale }

  /// How well one can be told from the other: 1 for not at all, 21 for black and white.
  func contrast(to other: StyleColour) -> Double { onWhite.ratio(to: other.onWhite) }

  /// Tokens of a value among which a colour is looked for.
  private static let longest = 128

  /// A grey of `level`, 0 for black to 255 for white.
  init(level: Double) { self.init(parts: [level, level, level], alpha: 1) }

  static let white = StyleColour(level: 255)

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
      case "hsl", "hsla":
        self.init(
          hue: numbers[0].value, saturation: numbers[1].value / 100,
          lightness: numbers[2].value / 100, alpha: alpha)
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

  /// A colour by its hue in degrees (CSS Color 4 §7); a hue in another unit is not read.
  private init(hue: Double, saturation: Double, lightness: Double, alpha: Double) {
    func channel(_ number: Double) -> Double {
      let turn = (number + hue / 30).truncatingRemainder(dividingBy: 12)
      let place = turn < 0 ? turn + 12 : turn
      let chroma = saturation * min(lightness, 1 - lightness)
      return 255 * (lightness - chroma * max(-1, min(place - 3, 9 - place, 1)))
    }
    self.init(parts: [channel(0), channel(8), channel(4)], alpha: alpha)
  }

  private init?(name: String) {
    if name == "transparent" {
      self.init(parts: [255, 255, 255], alpha: 0)
    } else if let value = StyleColourNames.value(of: name) {
      self.init(
        parts: [Double(value >> 16 & 0xFF), Double(value >> 8 & 0xFF), Double(value & 0xFF)],
        alpha: 1)
    } else {
      return nil
    }
  }
}
