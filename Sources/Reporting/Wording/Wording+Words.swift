import BroadsealNotes
package import BroadsealVerifying

extension Wording {
  /// The state as one word of a table; in English the word of the machine formats.
  package func word(for integrity: Integrity) -> String {
    switch integrity {
    case .intact: say(integrity.rawValue, "変更なし")
    case .intactRevision: say(integrity.rawValue, "ラベル付け時の版は変更なし")
    case .altered: say(integrity.rawValue, "改変あり")
    case .noLabel: say(integrity.rawValue, "ラベルなし")
    case .malformed: say(integrity.rawValue, "形式不正")
    case .unreadable: say(integrity.rawValue, "判定不可")
    }
  }

  /// The status as one word of a table.
  package func word(for origin: Origin.Status) -> String {
    switch origin {
    case .official: say(origin.rawValue, "政府機関(登録済み)")
    case .recognisedTool: say(origin.rawValue, "登録ツール")
    case .known: say(origin.rawValue, "個別に許可")
    case .unrecognised: say(origin.rawValue, "未登録")
    case .none: say(origin.rawValue, "なし")
    }
  }

  /// What a seal makes of a file, as one word of a table.
  package func word(for seal: SealState) -> String {
    switch seal {
    case .official: say("sealed", "eシールあり")
    case .others: say("sealed by others", "登録外のPDF署名")
    case .changed: say("changed after seal", "eシール後に変更")
    case .broken: say("seal broken", "eシール不一致")
    case .unjudged: say("seal not judged", "eシール検証不可")
    }
  }

  /// Why nobody looked into a file, or not everywhere, as one word of a table.
  package func word(for unjudged: Unjudged) -> String {
    switch unjudged {
    case .unreadable: say(unjudged.rawValue, "読み取り不可")
    case .changed: say(unjudged.rawValue, "読み取り中に変化")
    case .encrypted: say(unjudged.rawValue, "暗号化")
    case .tooLarge: say(unjudged.rawValue, "サイズ超過")
    case .partial: say(unjudged.rawValue, "一部のみ確認")
    case .notRead: say(unjudged.rawValue, "対象外の形式")
    }
  }

  /// Heading of the files for which a seal speaks.
  package var sealsName: String { say("Sealed PDF, no label", "eシール(ラベルなし)") }

  /// The status as one word of a table.
  package func word(for ai: AIUse.Status) -> String {
    switch ai {
    case .noneDeclared: say(ai.rawValue, "利用なしと申告")
    case .generated: say(ai.rawValue, "AI生成")
    case .altered: say(ai.rawValue, "一部AI加工")
    case .unknown: say(ai.rawValue, "不明")
    case .conflict: say(ai.rawValue, "矛盾")
    case .notStated: say(ai.rawValue, "申告なし")
    }
  }

  /// The state as one word of a table.
  package func word(for state: C2PAResult.State) -> String {
    switch state {
    case .trusted: say(state.rawValue, "信頼できる")
    case .valid: say(state.rawValue, "有効")
    case .wellFormed: say(state.rawValue, "形式のみ正しい")
    case .invalid: say(state.rawValue, "無効")
    }
  }

  /// The severity as one word of a table.
  package func word(for severity: Finding.Severity) -> String {
    switch severity {
    case .note: say(severity.rawValue, "注記")
    case .warning: say(severity.rawValue, "警告")
    case .error: say(severity.rawValue, "エラー")
    }
  }

  /// The second axis of a file whose label does not hold.
  package var invalidWord: String { say("invalid", "署名無効") }

  /// Heading of the states that the C2PA standard defines.
  package var stateName: String { say("C2PA state", "C2PAの判定") }
}
