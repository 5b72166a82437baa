package import Verifying

/// What is said to people about a verdict. Machine formats carry none of this.
package struct Wording: Sendable {
  /// The language spoken.
  package let language: Language

  /// Words in `language`.
  package init(_ language: Language) {
    self.language = language
  }

  /// The three lines about a file, always in this order.
  package func lines(of verdict: Verdict) -> [AxisLine] {
    [integrity(of: verdict), origin(of: verdict), ai(of: verdict)]
  }

  /// What stands under every verdict.
  package var footer: String {
    say(
      "This checks who issued the file and whether it changed. "
        + "It does not check whether what it says is true.",
      "発行者と改変の有無を確認するものであり、内容の正しさを確認するものではありません。")
  }

  /// Said where a label came from a file beside the document.
  package var detached: String {
    say(
      "The label is in a separate file beside this one.", "ラベルは別のファイルに入っています。")
  }

  /// One of two texts, by language.
  func say<Text>(_ english: Text, _ japanese: Text) -> Text {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }
}
