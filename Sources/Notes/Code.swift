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
