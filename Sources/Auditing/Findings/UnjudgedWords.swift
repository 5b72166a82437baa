package import BroadsealReporting
package import BroadsealVerifying

extension Wording {
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
}
