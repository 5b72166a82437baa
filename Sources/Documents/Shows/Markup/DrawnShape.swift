/// The boxes of the basic shapes and paths of a drawing (SVG 2 §9, §10).
enum DrawnShape {
  /// The box of an element by its attributes; nil for one that paints no area.
  static func box(_ name: String, _ value: (String) -> String?) -> PDFBox? {
    func number(_ name: String) -> Double { value(name).map(DrawnShape.numbers)?.first ?? 0 }
    switch name {
    case "rect", "image":
      guard let width = value("width"), let height = value("height") else {
        return name == "image" ? .everything : nil
      }
      if width.hasSuffix("%") || height.hasSuffix("%") { return .everything }
      return PDFBox(corners: [
        number("x"), number("y"), number("x") + number("width"), number("y") + number("height"),
      ])
    case "circle", "ellipse":
      let (across, up) =
        name == "circle" ? (number("r"), number("r")) : (number("rx"), number("ry"))
      return PDFBox(corners: [
        number("cx") - across, number("cy") - up, number("cx") + across, number("cy") + up,
      ])
    case "line":
      return PDFBox(corners: [number("x1"), number("y1"), number("x2"), number("y2")])
    case "polygon", "polyline": return points(value("points").map(DrawnShape.numbers) ?? [])
    case "path": return value("d").flatMap(path)
    // What it refers to can be of any size.
    case "use": return .everything
    default: return nil
    }
  }

  /// The numbers of a list, as pixels where they have a unit.
  static func numbers(_ text: String) -> [Double] {
    StyleTokens(Array(text.utf8)).tokens.prefix(4_096).compactMap { token in
      guard case .number(let value, let unit) = token else { return nil }
      return StyleLength(value, unit).pixels ?? value
    }
  }

  private static func points(_ numbers: [Double]) -> PDFBox? {
    guard numbers.count >= 2 else { return nil }
    var box = PDFBox.nothing
    for place in stride(from: 0, to: numbers.count - 1, by: 2) {
      box.add(numbers[place], numbers[place + 1])
    }
    return box
  }

  /// How many numbers a command of a path takes.
  private static let counts: [UInt8: Int] = [
    0x6D: 2, 0x6C: 2, 0x74: 2, 0x68: 1, 0x76: 1, 0x63: 6, 0x73: 4, 0x71: 4, 0x61: 7,
  ]

  /// The box of all points of a path, those that pull its curves too; everything for one that is not read.
  private static func path(_ text: String) -> PDFBox? {
    var box = PDFBox.nothing
    var (x, y, startX, startY) = (0.0, 0.0, 0.0, 0.0)
    var numbers = PathNumbers(Array(text.utf8)[...])
    var command: UInt8 = 0
    while let next = numbers.command(after: command) {
      command = next
      let small = next | 0x20
      let isRelative = next == small
      if small == UInt8(ascii: "z") {
        (x, y) = (startX, startY)
        continue
      }
      guard let count = counts[small], let given = numbers.take(count, isArc: small == 0x61) else {
        return .everything
      }
      let (fromX, fromY) = isRelative ? (x, y) : (0, 0)
      switch small {
      case UInt8(ascii: "h"): x = fromX + given[0]
      case UInt8(ascii: "v"): y = fromY + given[0]
      case UInt8(ascii: "a"):
        // An arc reaches no further than its whole ellipse on either side.
        let reach = 2 * max(abs(given[0]), abs(given[1]))
        box.add(x - reach, y - reach)
        box.add(x + reach, y + reach)
        (x, y) = (fromX + given[5], fromY + given[6])
      default:
        for place in stride(from: 0, to: count - 2, by: 2) {
          box.add(fromX + given[place], fromY + given[place + 1])
        }
        (x, y) = (fromX + given[count - 2], fromY + given[count - 1])
      }
      box.add(x, y)
      if small == UInt8(ascii: "m") {
        (startX, startY) = (x, y)
        // More points behind a move are lines.
        command = isRelative ? UInt8(ascii: "l") : UInt8(ascii: "L")
      }
    }
    guard numbers.isOver else { return .everything }
    return box.left <= box.right ? box : nil
  }
}

/// The commands and numbers of a path (SVG 2 §9.3.9).
private struct PathNumbers {
  private var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) { rest = text }

  var isOver: Bool { rest.isEmpty }

  private mutating func skip() {
    rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
  }

  /// The next command, `last` again where numbers go on; nil at the end and for what is neither.
  mutating func command(after last: UInt8) -> UInt8? {
    skip()
    guard let byte = rest.first else { return nil }
    if byte.isLetter, byte | 0x20 != UInt8(ascii: "e") {
      rest = rest.dropFirst()
      return byte
    }
    return last == 0 || last | 0x20 == UInt8(ascii: "z") ? nil : last
  }

  /// `count` numbers; of an arc two are flags of one digit.
  mutating func take(_ count: Int, isArc: Bool) -> [Double]? {
    var numbers: [Double] = []
    for place in 0..<count {
      skip()
      if isArc, place == 3 || place == 4 {
        guard let flag = rest.popFirst(), flag == 0x30 || flag == 0x31 else { return nil }
        numbers.append(flag == 0x31 ? 1 : 0)
        continue
      }
      guard let number = number() else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private mutating func number() -> Double? {
    var length = 0
    var hasPoint = false
    var hasPower = false
    for byte in rest.prefix(64) {
      let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      let before = length > 0 ? rest[rest.startIndex + length - 1] | 0x20 : 0
      if isSign {
        guard length == 0 || before == UInt8(ascii: "e") else { break }
      } else if byte == UInt8(ascii: ".") {
        guard !hasPoint, !hasPower else { break }
        hasPoint = true
      } else if byte | 0x20 == UInt8(ascii: "e") {
        guard length > 0, !hasPower else { break }
        hasPower = true
      } else if !(0x30...0x39).contains(byte) {
        break
      }
      length += 1
    }
    let value = Double(String(decoding: rest.prefix(length), as: UTF8.self))
    rest = rest.dropFirst(length)
    return value.flatMap { $0.isFinite ? $0 : nil }
  }
}
