import CBOR

/// Fields that may be absent but, when they are there, are what the schema says.
extension CBOR.Value {
  /// The text under `key`; nil when there is none.
  func optionalText(_ key: String, orThrow code: StatusCode) throws(Problem) -> String? {
    guard let value = self[key] else { return nil }
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
    guard let value = self[key] else { return nil }
    guard let flag = value.boolean else { throw Problem(code, "the field \(key) is no Boolean") }
    return flag
  }

  /// The byte string under `key`; nil when there is none.
  func optionalBytes(_ key: String, orThrow code: StatusCode) throws(Problem) -> [UInt8]? {
    guard let value = self[key] else { return nil }
    guard let bytes = value.bytes else { throw Problem(code, "the field \(key) is no byte string") }
    return bytes
  }

  /// The array under `key`; nil when there is none.
  func optionalArray(_ key: String, orThrow code: StatusCode) throws(Problem) -> [CBOR.Value]? {
    guard let value = self[key] else { return nil }
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
    guard let value = self[key] else { return nil }
    guard value.map != nil else { throw Problem(code, "the field \(key) is no map") }
    return value
  }

  /// The reference under `key`; nil when there is none.
  func optionalReference(_ key: String, orThrow code: StatusCode) throws(Problem) -> HashedURI? {
    guard let value = self[key] else { return nil }
    do {
      return try HashedURI(value)
    } catch {
      throw Problem(code, "the field \(key): \(error.reason)")
    }
  }

  /// The references of the array under `key`; nil when there is none.
  func optionalReferences(
    _ key: String, orThrow code: StatusCode
  ) throws(Problem) -> [HashedURI]? {
    guard let array = try optionalArray(key, orThrow: code) else { return nil }
    var references: [HashedURI] = []
    for value in array {
      do {
        references.append(try HashedURI(value))
      } catch {
        throw Problem(code, "the field \(key): \(error.reason)")
      }
    }
    return references
  }
}
