import BroadsealBytes
import BroadsealJSON

/// A JSON object of a trust list while it is read: knows where it stands, for the error text.
struct ListFields {
  /// The list as the user named it.
  let list: String
  /// Where the object stands, such as `LoTE.TrustedEntitiesList[0]`.
  let path: String
  let object: Object

  /// The object at `path`.
  init(_ value: Value?, at path: String, of list: String) throws(TrustError) {
    guard let object = value?.object else {
      throw TrustError(
        .malformed, list, "\(path) is \(value == nil ? "missing" : "not an object")")
    }
    self.list = list
    self.path = path
    self.object = object
  }

  /// An error about the member `key`.
  func malformed(_ key: String, _ reason: String) -> TrustError {
    TrustError(.malformed, list, "\(path).\(key) \(reason)")
  }

  /// Throws when a member has a name that is not in `names`.
  func allowOnly(_ names: Set<String>) throws(TrustError) {
    for key in object.keys where !names.contains(where: { $0.isExactly(key) }) {
      throw TrustError(.malformed, list, "\(path) has an unknown member \(ListFields.quoted(key))")
    }
  }

  func has(_ key: String) -> Bool { object[key] != nil }

  /// The object under `key`.
  func fields(_ key: String) throws(TrustError) -> ListFields {
    try ListFields(object[key], at: "\(path).\(key)", of: list)
  }

  /// The elements of the array under `key`; none when it is absent.
  func elements(_ key: String) throws(TrustError) -> [(value: Value, path: String)] {
    guard let value = object[key] else { return [] }
    guard let array = value.array else { throw malformed(key, "is not an array") }
    guard !array.isEmpty else { throw malformed(key, "is empty") }
    return array.enumerated().map { ($0.element, "\(path).\(key)[\($0.offset)]") }
  }

  /// The objects of the array under `key`; none when it is absent.
  func objects(_ key: String) throws(TrustError) -> [ListFields] {
    var all: [ListFields] = []
    for element in try elements(key) {
      all.append(try ListFields(element.value, at: element.path, of: list))
    }
    return all
  }

  /// The text under `key`, not empty and not longer than the limit; nil when absent.
  func textIfPresent(_ key: String) throws(TrustError) -> String? {
    guard let value = object[key] else { return nil }
    guard let text = value.string else { throw malformed(key, "is not a string") }
    try check(text, key)
    return text
  }

  /// The text under `key`.
  func text(_ key: String) throws(TrustError) -> String {
    guard let text = try textIfPresent(key) else { throw malformed(key, "is missing") }
    return text
  }

  /// The texts of the array under `key`, each once; empty when absent.
  func texts(_ key: String) throws(TrustError) -> [String] {
    var all: [String] = []
    for element in try elements(key) {
      guard let text = element.value.string else { throw malformed(key, "holds no string") }
      try check(text, key)
      guard !all.contains(text) else { throw malformed(key, "holds a value twice") }
      all.append(text)
    }
    guard all.count <= TrustLimits.maximumScopeValues else { throw malformed(key, "is too long") }
    return all
  }

  /// The whole number under `key`; nil when absent.
  func integerIfPresent(_ key: String) throws(TrustError) -> Int64? {
    guard let value = object[key] else { return nil }
    guard let number = value.integer else { throw malformed(key, "is not an integer") }
    return number
  }

  /// The whole number under `key`.
  func integer(_ key: String) throws(TrustError) -> Int64 {
    guard let number = try integerIfPresent(key) else { throw malformed(key, "is missing") }
    return number
  }

  /// The truth value under `key`; nil when absent.
  func boolIfPresent(_ key: String) throws(TrustError) -> Bool? {
    guard let value = object[key] else { return nil }
    guard let bool = value.bool else { throw malformed(key, "is not true or false") }
    return bool
  }

  /// The moment under `key` (RFC 3339); nil when absent.
  func timeIfPresent(_ key: String) throws(TrustError) -> UTCTime? {
    guard let text = try textIfPresent(key) else { return nil }
    guard let time = UTCTime(rfc3339: text) else { throw malformed(key, "is not an RFC 3339 time") }
    return time
  }

  /// The moment under `key`.
  func time(_ key: String) throws(TrustError) -> UTCTime {
    guard let time = try timeIfPresent(key) else { throw malformed(key, "is missing") }
    return time
  }

  private func check(_ text: String, _ key: String) throws(TrustError) {
    guard !text.isEmpty else { throw malformed(key, "is empty") }
    guard text.unicodeScalars.count <= TrustLimits.maximumTextLength else {
      throw malformed(key, "is too long")
    }
    guard text.unicodeScalars.allSatisfy(PlainText.isPlain) else {
      throw malformed(key, "holds a control character")
    }
  }

  /// A name from a foreign object as it may stand in an error text.
  private static func quoted(_ name: String) -> String {
    Writer.write(.string(String(name.prefix(100))), pretty: false)
  }
}
