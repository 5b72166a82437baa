import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust

/// A text on the command line: valid UTF-8 that says something.
struct PlainText: ExpressibleByArgument, Sendable, Hashable {
  /// The text.
  let text: String

  init?(argument: String) {
    guard !argument.isEmpty, ArgumentText.isPlain(argument) else { return nil }
    text = argument
  }
}

/// A file, byte for byte, or an address that begins with `pkcs11:`.
struct KeyArgument: ExpressibleByArgument, Sendable, Hashable {
  /// The argument as text.
  let text: String
  /// The file of that name.
  let path: FilePath

  init?(argument: String) {
    guard let path = PathArgument(argument: argument)?.path else { return nil }
    self.path = path
    text = argument
  }

  /// Whether it is an address on a token.
  var isToken: Bool { text.hasPrefix(TokenAddress.prefix) }
}

/// A moment on the command line: `2026-11-20T09:15:00Z`, or a date, which means its first second.
struct TimeArgument: ExpressibleByArgument, Sendable, Hashable {
  /// The moment.
  let time: UTCTime

  init?(argument: String) {
    guard let time = UTCTime(rfc3339: argument) ?? UTCTime(rfc3339: argument + "T00:00:00Z") else {
      return nil
    }
    self.time = time
  }
}

/// An object identifier on the command line: `1.3.6.1.5.5.7.3.36`.
struct ObjectIdentifierArgument: ExpressibleByArgument, Sendable, Hashable {
  /// Its dotted form.
  let text: String

  init?(argument: String) {
    guard ObjectIdentifier.isValid(argument) else { return nil }
    text = argument
  }
}

/// One of the values of a library's own enumeration, on the command line by its raw value.
struct Choice<Value>: ExpressibleByArgument, Sendable
where Value: CaseIterable & RawRepresentable<String> & Sendable {
  /// The value chosen.
  let value: Value

  init(_ value: Value) {
    self.value = value
  }

  init?(argument: String) {
    guard let value = Value(rawValue: argument) else { return nil }
    self.value = value
  }

  var defaultValueDescription: String { value.rawValue }

  static var allValueStrings: [String] { Value.allCases.map(\.rawValue) }
}

extension [String] {
  /// The one that somebody most likely meant who typed `text`: at most two letters are wrong, missing, too
  /// many or exchanged, and fewer in a short word. Nil when none or several are that near.
  func nearest(to text: String) -> String? {
    let limit = Swift.min(2, text.count / 2)
    let near = map { (name: $0, edits: edits(from: [Character](text), to: [Character]($0))) }
      .filter { $0.edits <= limit }.sorted { $0.edits < $1.edits }
    guard let best = near.first, near.count == 1 || near[1].edits > best.edits else { return nil }
    return best.name
  }
}

/// Edits of one letter that lead from `from` to `to`, where two neighbours that change places count once.
private func edits(from: [Character], to: [Character]) -> Int {
  guard max(from.count, to.count) <= 64 else { return Int.max }
  var rows = [Array(0...to.count)]
  for (line, letter) in from.enumerated() {
    var row = [line + 1]
    for (column, other) in to.enumerated() {
      var least = min(
        rows[line][column + 1] + 1, row[column] + 1, rows[line][column] + (letter == other ? 0 : 1))
      if line > 0, column > 0, letter == to[column - 1], from[line - 1] == other {
        least = min(least, rows[line - 1][column - 1] + 1)
      }
      row.append(least)
    }
    rows.append(row)
  }
  return rows[from.count][to.count]
}
