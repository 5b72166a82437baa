package import BroadsealFolders
import BroadsealNotes
package import BroadsealReporting

extension Wording {
  /// Why something was not judged, as one word of a table.
  package func word(for skip: WalkEntry.Skip) -> String {
    switch skip {
    case .symbolicLink: say(skip.rawValue, "リンク")
    case .special: say(skip.rawValue, "特殊ファイル")
    case .sidecar: say(skip.rawValue, "別ファイルのラベル")
    }
  }

  /// The first axis of something that was not judged by rule.
  package var skippedWord: String { say("skipped", "対象外") }

  /// Heading of the files that somebody should look at.
  package var attentionName: String { say("Needs attention", "要確認") }

  /// Said when more files need attention than are shown.
  package func more(_ count: Int) -> String {
    say(
      "and \(count) more: a report (-o csv=FILE) lists them all",
      "ほか\(count)件。一覧はレポート(-o csv=FILE)で確認できます")
  }

  /// What is the matter with a file, as one sentence.
  package func sentence(for attention: Attention) -> String {
    if let code = attention.code { return sentence(for: code) }
    return switch attention.kind {
    case .failed: say("The label does not hold.", "ラベルが成り立ちません。")
    case .unread: say("It was not judged to the end.", "最後まで判定できませんでした。")
    case .conflict:
      say(
        "Statements about the use of AI contradict each other.", "AIの使用に関する申告が互いに矛盾しています。")
    }
  }
}
