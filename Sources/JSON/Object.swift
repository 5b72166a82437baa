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
