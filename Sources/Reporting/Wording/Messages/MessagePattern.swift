/// A message of the catalogue with places for what is put in.
struct MessagePattern: Sendable {
  /// What stands around the places, in English.
  let parts: [[UInt8]]
  /// The translation, with `{1}`, `{2}` … in the places.
  let japanese: String
  /// Whether what is put in are names of types.
  let namesTypes: Bool
  /// Of each place, whether what stands in it is to be typed as it stands: it is never looked up.
  let isTyped: [Bool]
  /// Bytes that are the same in every message of it.
  var fixed: Int { parts.reduce(0) { $0 + $1.count } }

  /// A message, `{}` in each place, and its translation; `{=}` in a place for what is to be typed, or was: the values of
  /// an option, a key of a file of settings, an ID.
  init(_ english: String, _ japanese: String, namesTypes: Bool = false) {
    self.namesTypes = namesTypes
    parts = Self.plain(english).split(separator: "{}", omittingEmptySubsequences: false).map {
      Array($0.utf8)
    }
    isTyped = english.split(separator: "{").dropFirst(english.hasPrefix("{") ? 0 : 1).map {
      $0.hasPrefix("=}")
    }
    self.japanese = japanese
  }

  /// A message of the catalogue with each of its places as `{}`.
  static func plain(_ english: String) -> String { english.replacing("{=}", with: "{}") }

  /// What stands in the places of `message`; nil where it is another message.
  func places(in message: [UInt8]) -> [String]? {
    guard let first = parts.first, let last = parts.last, message.starts(with: first) else {
      return nil
    }
    guard parts.count > 1 else { return message.count == first.count ? [] : nil }
    var rest = message[first.count...]
    var places: [String] = []
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: part), !part.isEmpty else { return nil }
      places.append(String(decoding: rest[..<range.lowerBound], as: UTF8.self))
      rest = rest[range.upperBound...]
    }
    guard rest.count >= last.count, rest.suffix(last.count).elementsEqual(last) else {
      return nil
    }
    return places + [String(decoding: rest.dropLast(last.count), as: UTF8.self)]
  }
}
