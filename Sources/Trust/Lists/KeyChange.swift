import BroadsealJSON

/// A number of a list that announced new keys: what somebody has to fetch first who still has the old ones.
///
/// It is told by the list that is signed with the new keys, and so by nobody whom such a reader has reason
/// to believe: good for a hint and for nothing else.
package struct KeyChange: Hashable, Sendable {
  /// Name of the extension in `SchemeExtensions`. It is not critical: nothing is decided by it.
  package static let extensionName = "org.broadseal.keyChanges"
  /// Most of them that a list names.
  static let maximum = 100

  /// The number that named the new keys.
  package let number: Int64
  /// Where that number can be had; nil when the list does not say.
  package let address: String?

  /// A change of keys.
  package init(number: Int64, address: String?) {
    self.number = number
    self.address = address
  }
}

extension KeyChange {
  init(_ fields: ListFields) throws(TrustError) {
    try fields.allowOnly(["number", "address"])
    number = try fields.integer("number")
    address = try fields.textIfPresent("address")
  }

  var asValue: Value {
    var members: [(String, Value)] = [("number", .integer(number))]
    if let address { members.append(("address", .string(address))) }
    return .object(Object(members))
  }
}
