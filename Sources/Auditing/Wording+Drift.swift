package import BroadsealReporting

extension Wording {
  /// A way in which a file changed, as one word of a table; in English the word of the machine formats.
  package func word(for drift: Drift.Kind) -> String {
    switch drift {
    case .labelLost: say(drift.rawValue, "ラベルの消失")
    case .removed: say(drift.rawValue, "削除")
    case .verdict: say(drift.rawValue, "判定の変化")
    case .signer: say(drift.rawValue, "署名者の変化")
    case .bytes: say(drift.rawValue, "内容の変化")
    case .list: say(drift.rawValue, "リストの変化")
    case .new: say(drift.rawValue, "新規")
    }
  }

  /// Heading of what changed since an earlier run.
  package func since(_ run: Int) -> String { say("Changed since run \(run)", "第\(run)回からの変化") }

  /// Said where nothing did.
  package var nothingChanged: String { say("nothing", "なし") }
}
