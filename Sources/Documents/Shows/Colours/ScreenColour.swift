import Glibc

/// A colour as a screen paints it, with red, green and blue in sRGB from 0 to 1, and how well another is
/// seen on it (WCAG 2.2, relative luminance and contrast ratio).
struct ScreenColour: Hashable {
  let red: Double
  let green: Double
  let blue: Double

  static let white = ScreenColour(red: 1, green: 1, blue: 1)
  static let black = ScreenColour(red: 0, green: 0, blue: 0)

  /// The contrast below which text counts as not seen. Grey `#ccc` on white has 1.606; WCAG asks for 4.5.
  static let least = 1.6

  /// A colour of channels from 0 to 1; what lies beyond is cut, and what is no number is 0.
  init(red: Double, green: Double, blue: Double) {
    func cut(_ channel: Double) -> Double { channel > 0 ? min(channel, 1) : 0 }
    (self.red, self.green, self.blue) = (cut(red), cut(green), cut(blue))
  }

  /// The relative luminance, from 0 for black to 1 for white.
  var luminance: Double {
    func linear(_ channel: Double) -> Double {
      channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio of the two, from 1 to 21.
  func ratio(to other: ScreenColour) -> Double {
    let (mine, its) = (luminance, other.luminance)
    return (max(mine, its) + 0.05) / (min(mine, its) + 0.05)
  }

  /// Whether text of this colour is not seen on `ground`.
  func isPale(on ground: ScreenColour = .white) -> Bool { ratio(to: ground) < ScreenColour.least }

  /// What is seen when this colour covers `ground` with `share` of its strength, from 0 to 1.
  func over(_ ground: ScreenColour, share: Double) -> ScreenColour {
    let share = share > 0 ? min(share, 1) : 0
    func mixed(_ top: Double, _ under: Double) -> Double { top * share + under * (1 - share) }
    return ScreenColour(
      red: mixed(red, ground.red), green: mixed(green, ground.green), blue: mixed(blue, ground.blue)
    )
  }
}
