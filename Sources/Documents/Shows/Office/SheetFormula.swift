/// A formula of a cell, as far as it can be judged without the rest of the workbook.
struct SheetFormula {
  /// Longest formula that is looked at, in bytes.
  static let longest = 8_192

  private let text: [UInt8]
  /// Names of the functions that it calls, in capitals.
  private let functions: Set<String>

  /// Reads a formula; text in quotes names no function.
  init(_ written: [UInt8]) {
    text = written.filter { $0 != 0x0A && $0 != 0x0D }
    var names: Set<String> = []
    var name: [UInt8] = []
    var isQuoted = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte.isLetter || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
        || (0x30...0x39).contains(byte)
      {
        if name.count < 64 { name.append(byte) }
      } else if byte == UInt8(ascii: "("), !name.isEmpty {
        var function = String(decoding: name, as: UTF8.self).uppercased()
        for prefix in ["_XLFN.", "_XLWS.", "_XLL."] where function.hasPrefix(prefix) {
          function.removeFirst(prefix.count)
        }
        names.insert(function)
        name = []
      } else if byte != 0x20 {
        name = []
      }
    }
    functions = names
  }

  /// Whether it asks another file, another program or the network.
  var isExternal: Bool {
    let asking: Set<String> = [
      "WEBSERVICE", "RTD", "STOCKHISTORY", "IMAGE", "CUBEVALUE", "CUBEMEMBER", "CUBESET", "CALL",
      "REGISTER.ID", "REGISTER", "SQL.REQUEST",
    ]
    return !functions.isDisjoint(with: asking) || namesAnotherBook
  }

  /// Whether it has another result with each day or each opening.
  var isLive: Bool {
    !functions.isDisjoint(with: [
      "NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "INFO", "CELL",
    ])
  }

  /// Whether what is shown leads elsewhere.
  var leadsOutside: Bool { functions.contains("HYPERLINK") }

  /// `[1]Sheet1!A1` or `app|topic!item`.
  private var namesAnotherBook: Bool {
    var isQuoted = false
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "|") { return true }
      if byte == UInt8(ascii: "[") {
        let name = text[(index + 1)...].prefix(256).prefix { $0 != UInt8(ascii: "]") }
        let isNumber = !name.isEmpty && name.allSatisfy { (0x30...0x39).contains($0) }
        let isFile = name.firstIndex(of: ".xls") != nil
        if isNumber || isFile { return true }
      }
    }
    return false
  }

  /// Whether the stored value cannot be its result: none at all, or another where the formula has no
  /// cell in it.
  func differs(from value: [UInt8], type: String) -> Bool {
    if value.isEmpty { return type != "str" }
    let plain = String(decoding: text, as: UTF8.self)
    if let number = Arithmetic(plain).value {
      guard let stored = Double(String(decoding: value, as: UTF8.self)), type == "n" else {
        return true
      }
      return abs(stored - number) > 1e-9 * max(1, abs(number))
    }
    if text.count >= 2, text.first == 0x22, text.last == 0x22,
      !text.dropFirst().dropLast().contains(0x22)
    {
      return type != "str" || Array(text.dropFirst().dropLast()) != value
    }
    return false
  }
}

/// A sum of plain numbers: `2*(3+4)`.
private struct Arithmetic {
  private var rest: Substring.UTF8View
  /// Its value; nil when it is anything else.
  private(set) var value: Double?

  init(_ text: String) {
    let bare = text.filter { $0 != " " }
    rest = Substring(bare).utf8
    guard bare.utf8.count <= 256, bare.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return
    }
    let result = sum(depth: 16)
    value = rest.isEmpty ? result : nil
  }

  private mutating func sum(depth: Int) -> Double? {
    guard depth > 0, var total = product(depth: depth) else { return nil }
    while let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      rest.removeFirst()
      guard let next = product(depth: depth) else { return nil }
      total += sign == UInt8(ascii: "+") ? next : -next
    }
    return total
  }

  private mutating func product(depth: Int) -> Double? {
    guard var total = factor(depth: depth) else { return nil }
    while let sign = rest.first, sign == UInt8(ascii: "*") || sign == UInt8(ascii: "/") {
      rest.removeFirst()
      guard let next = factor(depth: depth), sign == UInt8(ascii: "*") || next != 0 else {
        return nil
      }
      total = sign == UInt8(ascii: "*") ? total * next : total / next
    }
    return total
  }

  private mutating func factor(depth: Int) -> Double? {
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      rest.removeFirst()
      guard depth > 1, let value = factor(depth: depth - 1) else { return nil }
      return first == UInt8(ascii: "-") ? -value : value
    }
    if first == UInt8(ascii: "(") {
      rest.removeFirst()
      guard let value = sum(depth: depth - 1), rest.first == UInt8(ascii: ")") else { return nil }
      rest.removeFirst()
      return value
    }
    let digits = rest.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    guard let value = Double(String(Substring(digits))) else { return nil }
    rest = rest.dropFirst(digits.count)
    return value
  }
}
