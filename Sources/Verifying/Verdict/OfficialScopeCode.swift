package import BroadsealNotes
package import BroadsealTrust

/// Why a document is not official: it breaks a rule of its list's scope. Every rule has two codes,
/// because a signer can break it (condition 5) and a label can (condition 6).
package struct OfficialScopeCode: CodeFamily {
  /// The condition that fails.
  package enum Condition: UInt8, CaseIterable, Sendable {
    /// The signer is within the scope.
    case scope = 5
    /// The label is.
    case label = 6
  }

  /// The rule.
  package let rule: ScopeCode
  /// The condition that fails with it.
  package let condition: Condition

  /// A rule that keeps a condition from being fulfilled.
  package init(_ rule: ScopeCode, _ condition: Condition) {
    self.rule = rule
    self.condition = condition
  }

  /// The family.
  package static var family: Family { .officialScope }

  /// Every rule under both conditions.
  package static var allCases: [OfficialScopeCode] {
    Condition.allCases.flatMap { condition in
      ScopeCode.allCases.map { OfficialScopeCode($0, condition) }
    }
  }

  /// Spelling, nature and words: those of the rule.
  package var row: CodeRow {
    CodeRow("OFF-\(condition.rawValue)-\(rule.rule.name)", .reason, rule.words)
  }

  /// The rule, with the condition in the upper bits.
  package var rawValue: UInt8 { rule.rawValue | condition.rawValue << 5 }

  /// The code of that number; nil where there is none.
  package init?(rawValue: UInt8) {
    guard let rule = ScopeCode(rawValue: rawValue & 0x1F),
      let condition = Condition(rawValue: rawValue >> 5)
    else { return nil }
    self.init(rule, condition)
  }
}
