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
