import BroadsealBytes
package import BroadsealJSON

/// This program, as its reports name it.
package enum Tool {
  /// Its name.
  package static let name = "broadseal"
  /// Its version.
  package static let version = Product.version

  /// The program, as every document for machines names it.
  package static let json: JSON.Value = ["name": .string(name), "version": .string(version)]

  /// A document for machines: the name of its schema, then `members` in their order, then this program.
  package static func document(
    _ schema: Schema, _ members: [(String, JSON.Value)]
  ) -> JSON.Value {
    var all: [(String, JSON.Value)] = []
    all.reserveCapacity(members.count + 2)
    all.append(schema.head)
    all += members
    all.append(("tool", json))
    return .object(JSON.Object(all))
  }
}

extension Schema {
  /// Its name with its number, as documents bear it: `broadseal.verdict/1`.
  package var name: String { "\(Tool.name).\(rawValue)/\(number)" }

  /// The number that is written now. Only the plan's format had earlier ones.
  package var number: Int { self == .plan ? 3 : 1 }

  /// The first member of every document that names its schema.
  var head: (String, JSON.Value) { ("schema", .string(name)) }

  /// A document, or a part of one, that names the program nowhere or at a place of its own.
  package func document(_ members: [(String, JSON.Value)]) -> JSON.Value {
    .object(JSON.Object([head] + members))
  }
}
