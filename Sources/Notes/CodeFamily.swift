/// The codes of one maker: an enum, and a row for each of its cases.
///
/// `row` is one exhaustive `switch`: a case without spelling, nature or sentences does not compile.
/// How to add a code stands in `CONTRIBUTING.md`.
package protocol CodeFamily: RawRepresentable<UInt8>, CaseIterable, Hashable, Sendable {
  /// Which family this is.
  static var family: Family { get }

  /// All that is known of the code.
  var row: CodeRow { get }

  /// The spelling: `PDF-SYNTAX`.
  var name: String { get }

  /// What the code says about a file.
  var nature: Nature { get }

  /// What the code means.
  var words: Words { get }
}

extension CodeFamily {
  /// The code, apart from its family.
  package var code: Code { Code(self) }

  /// The spelling: `PDF-SYNTAX`.
  package var name: String { row.name }

  /// What the code says about a file.
  package var nature: Nature { row.nature }

  /// What the code means.
  package var words: Words { row.words }

  static func member(numbered number: UInt8) -> Self {
    // A `Code` is only made of a member, so that its number is always one of the family's.
    guard let member = Self(rawValue: number) else { preconditionFailure("no code \(number)") }
    return member
  }
}
