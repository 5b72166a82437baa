/// A JSON value (RFC 8259).
package enum Value: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number without fraction or exponent that fits 64 bits.
  case integer(Int64)
  /// Any other number; always finite.
  case number(Double)
  /// A string of Unicode scalar values.
  case string(String)
  /// An array.
  case array([Value])
  /// An object; its members keep their order.
  case object(Object)
}

extension Value {
  /// The text of a string; nil for any other value.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of an integer; nil for any other value.
  package var integer: Int64? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The value of a Boolean; nil for any other value.
  package var bool: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  /// The elements of an array; nil for any other value.
  package var array: [Value]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members of an object; nil for any other value.
  package var object: Object? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The member `key` of an object; nil when there is none or this is not an object.
  package subscript(key: String) -> Value? { object?[key] }

  /// The string, or `null` when there is none.
  package init(_ text: String?) { self = text.map(Value.string) ?? .null }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .string(text) }
  package init(integerLiteral number: Int64) { self = .integer(number) }
  package init(booleanLiteral flag: Bool) { self = .bool(flag) }
  package init(arrayLiteral elements: Value...) { self = .array(elements) }
  package init(dictionaryLiteral members: (String, Value)...) { self = .object(Object(members)) }
}

/// The members of a JSON object, in order.
///
/// Names are compared byte by byte in UTF-8: `==` on strings would take U+212A for the letter K.
package struct Object: Hashable, Sendable {
  /// One member: its name and its value.
  package struct Member: Hashable, Sendable {
    /// The member's name.
    package let key: String
    /// The member's value.
    package let value: Value
  }

  /// Every member, in the order of the text or of construction.
  package let members: [Member]

  /// An object of `members`; the caller sees to it that no name comes twice.
  package init(_ members: [(String, Value)]) {
    self.members = members.map { Member(key: $0.0, value: $0.1) }
  }

  /// The value of the member named `key`, exactly so spelled.
  package subscript(key: String) -> Value? {
    members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The members' names, in order.
  package var keys: [String] { members.map(\.key) }
}

extension Object: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, Value)...) { self.init(members) }
}
