import BroadsealReporting
import BroadsealVerifying

/// The values of a criterion as people read them: in English as a policy spells them, in Japanese by the words that
/// verdicts and reports have for them.
struct CriterionWords {
  private let wording: Wording
  private let criterion: Criterion

  /// Words for the values of `criterion`.
  init(_ wording: Wording, _ criterion: Criterion) {
    self.wording = wording
    self.criterion = criterion
  }

  /// Several values, one after the other.
  func list(_ values: [String]) -> String {
    values.map(shown).joined(separator: wording.say(", ", "、"))
  }

  private func shown(_ value: String) -> String {
    wording.say(Untrusted.clean(value), japanese(value) ?? Untrusted.clean(value))
  }

  /// Nil for what has no words: an identifier, a code, a number.
  private func japanese(_ value: String) -> String? {
    own(value) ?? Unjudged(rawValue: value).map { wording.word(for: $0) }
      ?? (value == "none" ? "なし" : nil)
  }

  private func own(_ value: String) -> String? {
    switch criterion {
    case .judged: flag(value, "確認済み", "未確認")
    case .integrity: Integrity(rawValue: value).map { wording.word(for: $0) }
    case .holds: flag(value, "有効", "有効ではない")
    case .origin: Origin.Status(rawValue: value).map { wording.word(for: $0) }
    case .basis: Origin.Speaker(rawValue: value).map { $0 == .seal ? "eシール" : "ラベル" }
    case .claim, .humanReview: flag(value, "あり", "なし")
    case .seal: SealState(rawValue: value).map { wording.word(for: $0) }
    case .timestamp: Criterion.TimeState(rawValue: value).map(CriterionWords.word)
    case .ai: AIUse.Status(rawValue: value).map { wording.word(for: $0) }
    case .aiFields: Criterion.AIField(rawValue: value).map(CriterionWords.word)
    case .label: Criterion.LabelPlace(rawValue: value).map(CriterionWords.word)
    case .agency, .jurisdiction, .format, .maximumAge, .certificateDays, .codes: nil
    }
  }

  private func flag(_ value: String, _ yes: String, _ no: String) -> String? {
    value == "true" ? yes : value == "false" ? no : nil
  }

  private static func word(for time: Criterion.TimeState) -> String {
    switch time {
    case .trusted: "信頼できるタイムスタンプ"
    case .claimed: "署名者の申告のみ"
    case .none: "なし"
    }
  }

  private static func word(for field: Criterion.AIField) -> String {
    switch field {
    case .system: "システム名"
    case .version: "バージョン"
    case .provider: "AI提供者"
    case .scope: "利用した範囲"
    }
  }

  private static func word(for place: Criterion.LabelPlace) -> String {
    switch place {
    case .inside: "ファイル内"
    case .beside: "別ファイル"
    case .none: "なし"
    }
  }
}
