import BroadsealBytes
import Glibc

/// How the numbers of a colour are read (ISO 32000-2 §8.6).
indirect enum PDFColourSpace {
  case grey
  case rgb
  case cmyk
  /// CIE L*a*b*.
  case lab
  /// Colours of another space by their place in a table.
  case indexed(PDFColourSpace, table: [UInt8])
  /// One ink, and what it looks like in another space.
  case ink(PDFColourSpace, PDFFunction)
  /// An ink that darkens as black does: no other space is needed for it.
  case black
  /// An ink that leaves nothing (`None`).
  case nothing
  /// A pattern.
  case pattern
  /// One of which nothing can be told.
  case unknown

  /// How many numbers a colour has; nil where that does not matter.
  private var count: Int? {
    switch self {
    case .grey, .indexed, .ink, .black: 1
    case .rgb, .lab: 3
    case .cmyk: 4
    case .nothing, .pattern, .unknown: nil
    }
  }

  /// The colour with which the space begins.
  var first: PDFColour {
    switch self {
    case .grey, .rgb: .known(.black)
    case .cmyk, .ink, .black: colour(count == 4 ? [0, 0, 0, 1] : [1])
    case .lab: .known(.black)
    case .indexed: colour([0])
    case .nothing: .nothing
    case .pattern, .unknown: .unknown
    }
  }

  /// The colour of `numbers`.
  func colour(_ numbers: [Double]) -> PDFColour {
    if let count, numbers.count != count { return .unknown }
    switch self {
    case .grey: return .known(ScreenColour(red: numbers[0], green: numbers[0], blue: numbers[0]))
    case .rgb: return .known(ScreenColour(red: numbers[0], green: numbers[1], blue: numbers[2]))
    case .cmyk:
      let light = 1 - numbers[3]
      return .known(
        ScreenColour(
          red: (1 - numbers[0]) * light, green: (1 - numbers[1]) * light,
          blue: (1 - numbers[2]) * light))
    case .lab: return .known(PDFColourSpace.screen(numbers))
    case .indexed(let base, let table):
      let size = base.count ?? 0
      let place = Int(max(0, min(65_535, numbers[0].isNaN ? 0 : numbers[0]))) * size
      guard size > 0, place + size <= table.count else { return .unknown }
      return base.colour(table[place..<place + size].map { base.stretched(Double($0) / 255) })
    case .ink(let other, let function): return other.colour(function.values(at: numbers[0]))
    case .black:
      let light = 1 - numbers[0]
      return .known(ScreenColour(red: light, green: light, blue: light))
    case .nothing: return .nothing
    case .pattern, .unknown: return .unknown
    }
  }

  private func stretched(_ share: Double) -> Double {
    if case .lab = self { share * 100 } else { share }
  }

  /// A colour of CIE L*a*b* as a screen shows it, its white as the white of the screen.
  private static func screen(_ numbers: [Double]) -> ScreenColour {
    func linear(_ value: Double) -> Double {
      value > 6.0 / 29 ? value * value * value : 3 * (6.0 / 29) * (6.0 / 29) * (value - 4.0 / 29)
    }
    func shown(_ value: Double) -> Double {
      value <= 0.003_130_8 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055
    }
    let middle = (numbers[0] + 16) / 116
    let x = 0.950_5 * linear(middle + numbers[1] / 500)
    let y = linear(middle)
    let z = 1.089 * linear(middle - numbers[2] / 200)
    return ScreenColour(
      red: shown(3.240_6 * x - 1.537_2 * y - 0.498_6 * z),
      green: shown(-0.968_9 * x + 1.875_8 * y + 0.041_5 * z),
      blue: shown(0.055_7 * x - 0.204 * y + 1.057 * z))
  }
}

/// A colour of a content stream.
enum PDFColour {
  /// One that can be told.
  case known(ScreenColour)
  /// Nothing is painted.
  case nothing
  /// One of which nothing can be told.
  case unknown

  static let black = PDFColour.known(.black)
}

extension PDFColourSpace {
  /// The space of a name of the standard; nil for any other.
  init?(_ name: PDFName) {
    switch name {
    case "DeviceGray", "G", "CalGray": self = .grey
    case "DeviceRGB", "RGB", "CalRGB": self = .rgb
    case "DeviceCMYK", "CMYK": self = .cmyk
    case "Pattern": self = .pattern
    default: return nil
    }
  }

  /// Reads the space `part`.
  static func read(
    _ part: PDFPart?, depth: Int = 4, through resolver: inout PDFResolver,
    _ budget: inout PDFBudget
  ) throws(DocumentError) -> PDFColourSpace {
    guard depth > 0, let part = try resolver.resolve(part) else { return .unknown }
    if let name = part.object.name { return PDFColourSpace(name) ?? .unknown }
    guard let items = part.items, let kind = try resolver.resolve(items.first)?.object.name else {
      return .unknown
    }
    switch kind {
    case "Lab": return .lab
    case "ICCBased":
      guard items.count > 1, let profile = try resolver.resolve(items[1]) else { return .unknown }
      switch try resolver.resolve(profile["N"])?.object.integer {
      case 1: return .grey
      case 3:
        let other = try resolver.resolve(profile["Alternate"])?.items?.first
        return try resolver.resolve(other)?.object.name == "Lab" ? .lab : .rgb
      case 4: return .cmyk
      default: return .unknown
      }
    case "Indexed", "I":
      guard items.count > 3 else { return .unknown }
      let base = try read(items[1], depth: depth - 1, through: &resolver, &budget)
      return .indexed(base, table: try table(items[3], through: &resolver, &budget))
    case "Separation":
      guard items.count > 3 else { return .unknown }
      let name = try resolver.resolve(items[1])?.object.name
      if name == "None" { return .nothing }
      let base = try read(items[2], depth: depth - 1, through: &resolver, &budget)
      if let function = try PDFFunction.read(items[3], through: &resolver, &budget) {
        return .ink(base, function)
      }
      return name == "Black" || name == "All" ? .black : .unknown
    case "DeviceN", "NChannel":
      guard items.count > 3, let names = try resolver.resolve(items[1])?.items else {
        return .unknown
      }
      var inks: [PDFName?] = []
      for name in names.prefix(8) { inks.append(try resolver.resolve(name)?.object.name) }
      if inks == ["Cyan", "Magenta", "Yellow", "Black"] { return .cmyk }
      guard inks.count == 1 else { return .unknown }
      let base = try read(items[2], depth: depth - 1, through: &resolver, &budget)
      if let function = try PDFFunction.read(items[3], through: &resolver, &budget) {
        return .ink(base, function)
      }
      return inks == ["Black"] ? .black : .unknown
    default: return PDFColourSpace(kind) ?? .unknown
    }
  }

  private static func table(
    _ part: PDFPart, through resolver: inout PDFResolver, _ budget: inout PDFBudget
  ) throws(DocumentError) -> [UInt8] {
    if case .reference(let reference) = part.object,
      let stream = try resolver.object(reference), let data = stream.data
    {
      return try budget.decoded(stream, data, limit: 4_096, through: resolver)
    }
    return try resolver.resolve(part)?.object.string ?? []
  }
}
