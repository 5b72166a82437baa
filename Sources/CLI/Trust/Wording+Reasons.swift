import BroadsealReporting
import BroadsealTrust

extension Wording {
  /// Why something was withdrawn, as `--reason` spells it; in Japanese behind its name.
  func word(forReason text: String) -> String {
    let name: String? =
      switch Invalidation.Reason(rawValue: text) {
      case .unspecified: "指定なし"
      case .keyCompromise: "鍵の危殆化"
      case .caCompromise: "認証局の危殆化"
      case .affiliationChanged: "所属の変更"
      case .superseded: "後継への切替え"
      case .cessationOfOperation: "業務の終了"
      case .privilegeWithdrawn: "権限の取消し"
      case nil: nil
      }
    return say(text, name.map { "\($0)(\(text))" } ?? text)
  }
}
