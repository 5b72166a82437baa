import BroadsealCBOR

/// Fields that may be absent but, when they are there, are what the schema says. Null counts as
/// absent, since many writers spell an empty option so.
extension CBOR.Value {
  /// The value under `key`, unless there is none or it is null.
  func field(_ key: String) -> CBOR.Value? {
    guard let value = self[key], value != .null else { return nil }
    return value
  }

  /// The text under `key`; nil when there is none.
  func optionalText(_ key: String, orThrow code: StatusCode) throws(Problem) -> String? {
    guard let value = field(key) else { return nil }
    guard let text = value.text else { throw Problem(code, "the field \(key) is no text") }
    return text
  }

  /// The text under `key`.
  func requiredText(_ key: String, orThrow code: StatusCode) throws(Problem) -> String {
    guard let text = try optionalText(key, orThrow: code) else {
      throw Problem(code, "the field \(key) is missing")
    }
    return text
  }

  /// The Boolean under `key`; nil when there is none.
  func optionalFlag(_ key: String, orThrow code: StatusCode) throws(Problem) -> Bool? {
    guard let value = field(key) else { return nil }
    guard let flag = value.boolean else { throw Problem(code, "the field \(key) is no Boolean") }
    return flag
  }

  /// The byte string under `key`; nil when there is none.
  func optionalBytes(_ key: String, orThrow code: StatusCode) throws(Problem) -> [UInt8]? {
    guard let value = field(key) else { return nil }
    guard let bytes = value.bytes else { throw Problem(code, "the field \(key) is no byte string") }
    return bytes
  }

  /// The array under `key`; nil when there is none.
  func optionalArray(_ key: String, orThrow code: StatusCode) throws(Problem) -> [CBOR.Value]? {
    guard let value = field(key) else { return nil }
    guard let array = value.array else { throw Problem(code, "the field \(key) is no array") }
    return array
  }

  /// The texts of the array under `key`; nil when there is none.
  func optionalTexts(_ key: String, orThrow code: StatusCode) throws(Problem) -> [String]? {
    guard let array = try optionalArray(key, orThrow: code) else { return nil }
    let texts = array.compactMap(\.text)
    guard texts.count == array.count else {
      throw Problem(code, "the field \(key) holds something other than text")
    }
    return texts
  }

  /// The map under `key`, still as a value; nil when there is none.
  func optionalMap(_ key: String, orThrow code: StatusCode) throws(Problem) -> CBOR.Value? {
    guard let value = field(key) else { return nil }
    guard value.map != nil else { throw Problem(code, "the field \(key) is no map") }
    return value
  }
}

extension CBOR.Value {
  /// The integer of either sign under `key`; nil when there is none.
  func optionalInteger(_ key: String, orThrow code: StatusCode) throws(Problem) -> Int? {
    guard let value = field(key) else { return nil }
    guard let number = value.int else { throw Problem(code, "the field \(key) is no integer") }
    return number
  }

  /// The integer from zero up under `key`; nil when there is none.
  func optionalCount(_ key: String, orThrow code: StatusCode) throws(Problem) -> Int? {
    guard let value = field(key) else { return nil }
    guard let count = value.int, count >= 0 else {
      throw Problem(code, "the field \(key) is no integer from zero up")
    }
    return count
  }

  /// The integer from zero up under `key`.
  func requiredCount(_ key: String, orThrow code: StatusCode) throws(Problem) -> Int {
    guard let count = try optionalCount(key, orThrow: code) else {
      throw Problem(code, "the field \(key) is missing")
    }
    return count
  }

  /// The byte string under `key`.
  func requiredBytes(_ key: String, orThrow code: StatusCode) throws(Problem) -> [UInt8] {
    guard let bytes = try optionalBytes(key, orThrow: code) else {
      throw Problem(code, "the field \(key) is missing")
    }
    return bytes
  }

  /// What `read` makes of each element of the array under `key`; nil when there is none.
  func optionalList<Element>(
    _ key: String, orThrow code: StatusCode,
    _ read: (CBOR.Value) throws(Problem) -> Element
  ) throws(Problem) -> [Element]? {
    guard let array = try optionalArray(key, orThrow: code) else { return nil }
    var elements: [Element] = []
    for value in array { elements.append(try read(value)) }
    return elements
  }
}
