package import BroadsealBytes
import TOMLKit

/// One table of a file of settings, read strictly: a key that nobody asked for is an error.
package struct SettingsTable {
  private let table: TOMLTable
  private let name: String
  private let source: SettingsFile

  /// The outermost table of a file.
  package init(_ source: SettingsFile) throws(SettingsError) {
    self.source = source
    name = ""
    do {
      table = try TOMLTable(string: source.text)
    } catch let error as TOMLParseError {
      throw source.failure(
        error.description,
        at: SettingsPlace(line: error.source.begin.line, column: error.source.begin.column))
    } catch {
      throw source.failure("\(error)")
    }
  }

  private init(_ table: TOMLTable, named name: String, in source: SettingsFile) {
    self.table = table
    self.name = name
    self.source = source
  }

  /// Throws for any key beyond `keys`.
  package func allowOnly(_ keys: Set<String>) throws(SettingsError) {
    guard let unknown = table.keys.sorted().first(where: { !keys.contains($0) }) else { return }
    throw source.failure(
      "unknown key \(unknown)\(place)", at: unknown, in: name,
      hint: "known here: \(keys.sorted().joined(separator: ", "))")
  }

  /// The integer under `key`.
  package func integer(_ key: String) throws(SettingsError) -> Int? {
    guard let value = table[key] else { return nil }
    guard let number = value.int else { throw wrong(key, "a whole number") }
    return number
  }

  /// True or false under `key`.
  package func flag(_ key: String) throws(SettingsError) -> Bool? {
    guard let value = table[key] else { return nil }
    guard let flag = value.bool else { throw wrong(key, "true or false") }
    return flag
  }

  /// The text under `key`, not empty.
  package func text(_ key: String) throws(SettingsError) -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string, !text.isEmpty else { throw wrong(key, "a text") }
    return text
  }

  /// The text under `key`, or a failure when it is absent.
  package func requiredText(_ key: String) throws(SettingsError) -> String {
    guard let text = try text(key) else { throw missing(key) }
    return text
  }

  /// A failure over a key that is not there.
  package func missing(_ key: String) -> SettingsError {
    source.failure("\(key) is missing\(place)", in: name)
  }

  /// Whether the value of `key` is one text.
  package func isText(_ key: String) -> Bool { table[key]?.string != nil }

  /// The texts under `key`, which may be one text or an array of them; empty when it is absent.
  package func texts(_ key: String) throws(SettingsError) -> [String] {
    guard let value = table[key] else { return [] }
    if value.string != nil { return [try requiredText(key)] }
    guard let array = value.array else { throw wrong(key, "a text or an array of texts") }
    var texts: [String] = []
    for element in array {
      guard let text = element.string, !text.isEmpty else { throw wrong(key, "an array of texts") }
      texts.append(text)
    }
    return texts
  }

  /// The table under `key`.
  package func table(_ key: String) throws(SettingsError) -> SettingsTable? {
    guard let value = table[key] else { return nil }
    guard let inner = value.table else { throw wrong(key, "a table") }
    return SettingsTable(inner, named: name.isEmpty ? key : "\(name).\(key)", in: source)
  }

  /// The tables of the array under `key`; none when it is absent.
  package func tables(_ key: String) throws(SettingsError) -> [SettingsTable] {
    guard let value = table[key] else { return [] }
    guard let array = value.array else { throw wrong(key, "an array of tables, as in [[\(key)]]") }
    var tables: [SettingsTable] = []
    for (index, element) in array.enumerated() {
      guard let inner = element.table else {
        throw wrong(key, "an array of tables, as in [[\(key)]]")
      }
      let outer = name.isEmpty ? key : "\(name).\(key)"
      tables.append(SettingsTable(inner, named: "\(outer)[\(index)]", in: source))
    }
    return tables
  }

  /// The first moment of the day under `key`.
  package func date(_ key: String) throws(SettingsError) -> UTCTime? {
    guard let value = table[key] else { return nil }
    if let text = value.string, let time = UTCTime(rfc3339: text + "T00:00:00Z") { return time }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    guard let date = value.date, (1_970...9_999).contains(date.year),
      let time = UTCTime(
        rfc3339: "\(date.year)-\(two(date.month))-\(two(date.day))T00:00:00Z")
    else { throw wrong(key, "a day, as in 2027-03-31") }
    return time
  }

  /// Whether there is such a key.
  package func has(_ key: String) -> Bool { table[key] != nil }

  /// Every member, each of them a text.
  package func allTexts() throws(SettingsError) -> [String: String] {
    var members: [String: String] = [:]
    for key in table.keys { members[key] = try requiredText(key) }
    return members
  }

  /// A failure over the value of `key`.
  package func failure(_ key: String, _ reason: String, hint: String? = nil) -> SettingsError {
    let shown = key.prefix { $0 != "[" }
    return source.failure("\(shown)\(place) \(reason)", at: key, in: name, hint: hint)
  }

  private func wrong(_ key: String, _ wanted: String) -> SettingsError {
    failure(key, "is not \(wanted)")
  }

  /// Which table it is, for people: ` in [key]`, ` in [[rule]] 2`, ` in require of [[rule]] 2`.
  private var place: String {
    if name.isEmpty { return "" }
    let parts = name.split(separator: "[", maxSplits: 1)
    guard parts.count == 2, let close = parts[1].firstIndex(of: "]"),
      let index = Int(parts[1][..<close])
    else { return " in [\(name)]" }
    let inner = parts[1][close...].dropFirst(2)
    let element = "[[\(parts[0])]] \(index + 1)"
    return inner.isEmpty ? " in \(element)" : " in \(inner) of \(element)"
  }
}
