/// What was found, as a small value: a row of the table of its family.
///
/// Codes are made beside what finds them (`PDFCode`, `ZIPCode`, `OfficialCode`, the standard's
/// `StatusCode`): one enum a family, and one row a code. Two codes are compared as integers;
/// spelling, nature and sentences are looked up only when somebody is told.
public struct Code: Sendable {
  private let table: any CodeFamily.Type
  private let number: UInt16

  /// The code of one member of a family.
  package init(_ member: some CodeFamily) {
    table = type(of: member)
    number = UInt16(type(of: member).family.rawValue) << 8 | UInt16(member.rawValue)
  }

  private var member: any CodeFamily {
    table.member(numbered: UInt8(truncatingIfNeeded: number))
  }

  /// The spelling, which is stable: `PDF-SYNTAX`, `assertion.dataHash.mismatch`.
  public var name: String { member.name }

  /// What the code says about a file.
  public var nature: Nature { member.nature }

  /// What the code means, as a sentence in English.
  public var english: String { words.english }

  /// What the code means, as a sentence in Japanese.
  public var japanese: String { words.japanese }

  /// What the code means, in both languages.
  package var words: Words { member.words }

  /// The family that the code belongs to.
  package var family: Family { table.family }

  /// The member of a family whose code this is; nil when it belongs to another.
  package func member<Member: CodeFamily>(of _: Member.Type = Member.self) -> Member? {
    family == Member.family ? Member(rawValue: UInt8(truncatingIfNeeded: number)) : nil
  }
}

extension Code: Hashable {
  /// Whether both are the same code.
  public static func == (left: Code, right: Code) -> Bool { left.number == right.number }

  /// Feeds the number of the code, which is all that tells it apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// Whether the code is that member of a family.
  package static func == (left: Code, right: some CodeFamily) -> Bool { left == Code(right) }

  /// Whether the code is not that member of a family.
  package static func != (left: Code, right: some CodeFamily) -> Bool { left != Code(right) }
}

extension Code: CustomStringConvertible {
  /// The spelling.
  public var description: String { name }
}

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

/// All that is known of a code: its spelling, its nature, and its sentence in both languages.
package struct CodeRow: Sendable {
  /// The spelling, which never changes.
  package let name: String
  /// What the code says about a file.
  package let nature: Nature
  /// What it means.
  package let words: Words

  /// A row of a family's table.
  package init(_ name: String, _ nature: Nature, _ words: Words) {
    self.name = name
    self.nature = nature
    self.words = words
  }

  /// A row of a family's table.
  package init(_ name: String, _ nature: Nature, _ english: String, _ japanese: String) {
    self.init(name, nature, Words(english, japanese))
  }
}
