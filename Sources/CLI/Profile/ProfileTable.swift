import TOMLKit

/// One table of a profile, read strictly: a key that nobody asked for is an error.
struct ProfileTable {
  private let table: TOMLTable
  private let name: String
  private let source: ProfileSource

  /// The profile's outermost table.
  init(_ source: ProfileSource) throws(Failure) {
    self.source = source
    name = ""
    do {
      table = try TOMLTable(string: source.text)
    } catch let error as TOMLParseError {
      throw source.failure(error.description, line: error.source.begin.line)
    } catch {
      throw source.failure("\(error)")
    }
  }

  private init(_ table: TOMLTable, named name: String, in source: ProfileSource) {
    self.table = table
    self.name = name
    self.source = source
  }

  /// Throws for any key beyond `keys`.
  func allowOnly(_ keys: Set<String>) throws(Failure) {
    guard let unknown = table.keys.sorted().first(where: { !keys.contains($0) }) else { return }
    throw source.failure(
      "unknown key \(unknown)\(place)", at: unknown, in: name,
      hint: "known here: \(keys.sorted().joined(separator: ", "))")
  }

  /// The integer under `key`.
  func integer(_ key: String) throws(Failure) -> Int? {
    guard let value = table[key] else { return nil }
    guard let number = value.int else { throw wrong(key, "a whole number") }
    return number
  }

  /// True or false under `key`.
  func flag(_ key: String) throws(Failure) -> Bool? {
    guard let value = table[key] else { return nil }
    guard let flag = value.bool else { throw wrong(key, "true or false") }
    return flag
  }

  /// The text under `key`, not empty.
  func text(_ key: String) throws(Failure) -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string, !text.isEmpty else { throw wrong(key, "a text") }
    return text
  }

  /// The text under `key`, or a failure when it is absent.
  func requiredText(_ key: String) throws(Failure) -> String {
    guard let text = try text(key) else { throw missing(key) }
    return text
  }

  /// A failure over a key that is not there.
  func missing(_ key: String) -> Failure {
    source.failure("\(key) is missing\(place)", in: name)
  }

  /// Whether the value of `key` is one text.
  func isText(_ key: String) -> Bool { table[key]?.string != nil }

  /// The texts under `key`, which may be one text or an array of them; empty when it is absent.
  func texts(_ key: String) throws(Failure) -> [String] {
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
  func table(_ key: String) throws(Failure) -> ProfileTable? {
    guard let value = table[key] else { return nil }
    guard let inner = value.table else { throw wrong(key, "a table") }
    return ProfileTable(inner, named: name.isEmpty ? key : "\(name).\(key)", in: source)
  }

  /// Every member, each of them a text.
  func allTexts() throws(Failure) -> [String: String] {
    var members: [String: String] = [:]
    for key in table.keys { members[key] = try requiredText(key) }
    return members
  }

  /// A failure over the value of `key`.
  func failure(_ key: String, _ reason: String, hint: String? = nil) -> Failure {
    source.failure("\(key)\(place) \(reason)", at: key, in: name, hint: hint)
  }

  private func wrong(_ key: String, _ wanted: String) -> Failure {
    failure(key, "is not \(wanted)")
  }

  private var place: String { name.isEmpty ? "" : " in [\(name)]" }
}
