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

  /// A formula of OpenDocument (ODF 1.3 part 4 §5) as a workbook writes it: without its namespace, cells of
  /// its own sheet without their marks, `;` between arguments.
  static func plain(open formula: String) -> [UInt8] {
    var plain: [UInt8] = []
    var isQuoted = false
    let written = Array(formula.utf8)
    var rest = written[...]
    if let sign = written.firstIndex(of: UInt8(ascii: "=")) { rest = rest[(sign + 1)...] }
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else {
        plain.append(byte)
        continue
      }
      switch byte {
      case UInt8(ascii: ";"): plain.append(UInt8(ascii: ","))
      case UInt8(ascii: "["):
        let inner = rest.prefix { $0 != UInt8(ascii: "]") }
        rest = rest.dropFirst(inner.count + 1)
        let parts = inner.split(separator: UInt8(ascii: ":"))
        // Another sheet stands in front of the dot: it is kept, and not followed.
        if !parts.isEmpty, parts.allSatisfy({ $0.first == UInt8(ascii: ".") }) {
          plain += parts.map { $0.dropFirst() }.joined(separator: [UInt8(ascii: ":")])
        } else {
          plain += [UInt8(ascii: "[")] + inner
        }
      default: plain.append(byte)
      }
    }
    return plain
  }
}
