package import BroadsealNotes
package import BroadsealVerifying

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

  /// Name of the first axis.
  package var integrityName: String { say("Integrity", "完全性") }

  /// Name of the second axis.
  package var originName: String { say("Origin", "発行元") }

  /// Name of the third axis.
  package var aiName: String { say("AI use", "AIの利用") }

  /// Columns that the longest of the three names takes.
  package var nameWidth: Int { 9 }

  /// Heading of the number of files in a table, also of those that could not be read.
  package var filesName: String { say("Files", "ファイル") }

  /// Heading of what was left out by rule.
  package var skippedName: String { say("Left out", "判定対象外") }

  /// Heading of findings.
  package var findingsName: String { say("Findings", "指摘") }

  /// Said of a run that did not come to its end.
  package var interrupted: String {
    say("The run was interrupted: this is not complete.", "中断されたため、結果は完全ではありません。")
  }

  /// Said where a label came from a file beside the document.
  package var detached: String {
    say(
      "The label is in a separate file beside this one.", "ラベルは別のファイルに入っています。")
  }

  /// One of two texts, by language; the other one is not made.
  package func say<Text>(
    _ english: @autoclosure () -> Text, _ japanese: @autoclosure () -> Text
  ) -> Text {
    switch language {
    case .english: english()
    case .japanese: japanese()
    }
  }
}

extension Wording {
  /// What a code means, as a sentence.
  package func sentence(for code: Code) -> String {
    say(code.words.english, code.words.japanese)
  }
}
