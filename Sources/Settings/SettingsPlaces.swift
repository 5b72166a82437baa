/// A place in a file of settings, counted from 1.
package struct SettingsPlace: Sendable, Hashable, Comparable {
  /// The line.
  package let line: Int
  /// The character of the line.
  package let column: Int

  /// A place.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether the left place comes first.
  package static func < (left: SettingsPlace, right: SettingsPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Where in a text in TOML each table, key and element of an array stands. The parser keeps no places.
///
/// It reads only what the parser has taken already, so that it need not judge: what it does not understand
/// has no place.
struct SettingsPlaces {
  private(set) var places: [String: SettingsPlace] = [:]
  private let text: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private var counts: [String: Int] = [:]

  /// Deepest nesting of arrays and inline tables that is followed.
  private static let maximumDepth = 32

  /// Goes through `text`.
  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
    var table = ""
    while true {
      skipBlank(lines: true)
      guard index < self.text.count else { return }
      let start = index
      if self.text[index] == "[" {
        table = header()
      } else {
        member(of: table, depth: 0)
      }
      skipLine()
      if index == start { index += 1 }
    }
  }

  /// The place of a key, a table or an element: `rule[1].require.origin[0]`.
  subscript(_ name: String) -> SettingsPlace? { places[name] }

  /// A `[table]` or `[[array of tables]]`; gives its name.
  private mutating func header() -> String {
    let place = here
    index += 1
    let isArray = peek == "["
    if isArray { index += 1 }
    let parts = keys()
    var name = ""
    for (number, part) in parts.enumerated() {
      name = name.isEmpty ? part : "\(name).\(part)"
      let isLast = number == parts.count - 1
      if isLast, isArray {
        counts[name, default: 0] += 1
      }
      if let count = counts[name] { name += "[\(count - 1)]" }
    }
    if places[name] == nil { places[name] = place }
    return name
  }

  /// `key = value` within `table`.
  private mutating func member(of table: String, depth: Int) {
    let place = here
    let parts = keys()
    guard !parts.isEmpty else { return }
    var name = table
    for part in parts {
      name = name.isEmpty ? part : "\(name).\(part)"
      if places[name] == nil { places[name] = place }
    }
    skipBlank(lines: false)
    guard peek == "=" else { return }
    index += 1
    skipBlank(lines: false)
    value(of: name, depth: depth)
  }

  private mutating func value(of name: String, depth: Int) {
    guard depth < SettingsPlaces.maximumDepth, let first = peek else { return }
    switch first {
    case "\"", "'": skipText()
    case "[":
      index += 1
      var count = 0
      while true {
        skipBlank(lines: true)
        guard let next = peek, next != "]" else { break }
        if next == "," {
          index += 1
          continue
        }
        let start = index
        places["\(name)[\(count)]"] = here
        value(of: "\(name)[\(count)]", depth: depth + 1)
        count += 1
        if index == start { return }
      }
      if peek == "]" { index += 1 }
    case "{":
      index += 1
      while true {
        skipBlank(lines: true)
        guard let next = peek, next != "}" else { break }
        if next == "," {
          index += 1
          continue
        }
        let start = index
        member(of: name, depth: depth + 1)
        if index == start { return }
      }
      if peek == "}" { index += 1 }
    default:
      while let next = peek, !",]}#\n".unicodeScalars.contains(next) { index += 1 }
    }
  }

  /// A dotted key.
  private mutating func keys() -> [String] {
    var parts: [String] = []
    while true {
      skipBlank(lines: false)
      guard let first = peek else { return parts }
      let start = index
      if first == "\"" || first == "'" {
        skipText()
        parts.append(string(start + 1, max(start + 1, index - 1)))
      } else {
        while let next = peek, next.isASCII,
          next.properties.isAlphabetic || next == "_" || next == "-"
            || ("0"..."9").contains(next)
        {
          index += 1
        }
        guard index > start else { return parts }
        parts.append(string(start, index))
      }
      skipBlank(lines: false)
      guard peek == "." else { return parts }
      index += 1
    }
  }

  /// A text in one or three quotation marks of either kind.
  private mutating func skipText() {
    guard let mark = peek else { return }
    let isLong = index + 2 < text.count && text[index + 1] == mark && text[index + 2] == mark
    index += isLong ? 3 : 1
    while let next = peek {
      if next == "\\", mark == "\"" {
        index += 1
        advance()
        continue
      }
      if next == mark {
        guard isLong else {
          index += 1
          return
        }
        var marks = 0
        while marks < 5, peek == mark {
          marks += 1
          index += 1
        }
        if marks >= 3 { return }
        continue
      }
      if next == "\n", !isLong { return }
      advance()
    }
  }

  private var peek: Unicode.Scalar? { index < text.count ? text[index] : nil }

  private var here: SettingsPlace { SettingsPlace(line: line, column: index - lineStart + 1) }

  private func string(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start..<end])
    return String(view)
  }

  private mutating func advance() {
    guard index < text.count else { return }
    if text[index] == "\n" {
      line += 1
      lineStart = index + 1
    }
    index += 1
  }

  private mutating func skipLine() {
    while let next = peek, next != "\n" { index += 1 }
  }

  private mutating func skipBlank(lines: Bool) {
    while let next = peek {
      switch next {
      case " ", "\t", "\r": index += 1
      case "\n" where lines: advance()
      case "#": skipLine()
      default: return
      }
    }
  }
}
