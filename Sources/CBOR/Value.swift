import BroadsealBytes

/// A CBOR data item (RFC 8949).
package enum Value: Hashable, Sendable {
  /// Major type 0.
  case unsigned(UInt64)
  /// Major type 1: the number −1 − n.
  case negative(UInt64)
  /// Major type 2.
  case bytes([UInt8])
  /// Major type 3.
  case text(String)
  /// Major type 4.
  case array([Value])
  /// Major type 5; entries keep their received order.
  case map(Map)
  /// Major type 6: the tag number and its content.
  indirect case tagged(UInt64, Value)
  /// An unassigned simple value.
  case simple(UInt8)
  /// Simple values 20 and 21.
  case boolean(Bool)
  /// Simple value 22.
  case null
  /// Simple value 23.
  case undefined
  /// A floating-point number of any width.
  case float(Double)
}

extension Value {
  /// The integer `number` of either sign.
  package init(_ number: Int) {
    self = number >= 0 ? .unsigned(UInt64(number)) : .negative(UInt64(-1 - number))
  }

  /// The text of a text string; nil for any other item.
  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The bytes of a byte string; nil for any other item.
  package var bytes: [UInt8]? {
    if case .bytes(let bytes) = self { bytes } else { nil }
  }

  /// An integer of either sign that fits 64 bits; nil for any other item.
  package var integer: Int64? {
    switch self {
    case .unsigned(let number): Int64(exactly: number)
    case .negative(let number): Int64(exactly: number).map { -1 - $0 }
    default: nil
    }
  }

  /// An integer that fits `Int`; nil for any other item.
  package var int: Int? { integer.flatMap(Int.init(exactly:)) }

  /// The elements of an array; nil for any other item.
  package var array: [Value]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The entries of a map; nil for any other item.
  package var map: Map? {
    if case .map(let map) = self { map } else { nil }
  }

  /// The value of a Boolean; nil for any other item.
  package var boolean: Bool? {
    if case .boolean(let flag) = self { flag } else { nil }
  }

  /// The entry of a map under a text key; nil when there is none or this is not a map.
  package subscript(key: String) -> Value? { map?[key] }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .text(text) }
  package init(integerLiteral number: Int) { self.init(number) }
  package init(booleanLiteral flag: Bool) { self = .boolean(flag) }
  package init(arrayLiteral elements: Value...) { self = .array(elements) }
  package init(dictionaryLiteral entries: (String, Value)...) {
    self = .map(Map(entries.map { Map.Entry(key: .text($0.0), value: $0.1) }))
  }
}

/// The entries of a CBOR map, in the order they were received or given.
///
/// Text keys are compared byte by byte in UTF-8: `==` on strings would take U+212A for the letter K.
package struct Map: Hashable, Sendable {
  /// One entry.
  package struct Entry: Hashable, Sendable {
    /// An integer, a text string or a byte string.
    package let key: Value
    /// The entry's value.
    package let value: Value

    /// An entry of a key and its value.
    package init(key: Value, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// Every entry; the encoder sorts them, the decoder does not.
  package let entries: [Entry]

  /// A map of `entries`; the caller sees to it that no key comes twice.
  package init(_ entries: [Entry]) { self.entries = entries }

  /// A map of text keys, leaving out the entries without a value.
  package init(_ entries: [(String, Value?)]) {
    self.entries = entries.compactMap { key, value in
      value.map { Entry(key: .text(key), value: $0) }
    }
  }

  /// The value under a text key, exactly so spelled.
  package subscript(key: String) -> Value? {
    entries.firstIndex { entry in
      if case .text(let text) = entry.key { text.isExactly(key) } else { false }
    }.map { entries[$0].value }
  }

  /// The value under an integer key.
  package subscript(integer key: Int64) -> Value? {
    entries.first { $0.key.integer == key }?.value
  }

  /// The text keys, in order.
  package var textKeys: [String] { entries.compactMap(\.key.text) }

  /// Whether there is no entry.
  package var isEmpty: Bool { entries.isEmpty }
}

extension Map: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral entries: (String, Value)...) {
    self.init(entries.map { Entry(key: .text($0.0), value: $0.1) })
  }
}
