import BroadsealBytes
import BroadsealReporting

/// Something odd that a keeper may mean all the same: whoever is there is asked, and a script says it before.
struct Confirmation {
  /// What is odd; the catalogue has it in Japanese.
  private let text: String
  /// The question to it, in both languages.
  private let question: (english: String, japanese: String)
  /// Whether it was said before, with `--yes`.
  private let isGiven: Bool

  /// A question about `text`.
  init(_ text: String, _ english: String, _ japanese: String, isGiven: Bool) {
    self.text = text
    question = (english, japanese)
    self.isGiven = isGiven
  }

  /// Goes on where somebody says yes.
  ///
  /// - Parameters:
  ///   - path: what the refusal is about.
  ///   - refusal: what did not happen since the answer was another.
  ///   - hint: how it is said where nobody can be asked.
  func require(over path: FilePath, refusal: String, hint: String) throws(Failure) {
    guard !isGiven else { return Console.remark(text) }
    let asked = Console.wordings.map { wording in
      wording.told(text) + wording.say(". " + question.english, "。" + question.japanese)
        + wording.say(" Type yes:", "yes と入力してください:")
    }
    guard let answer = try Questions.ask(asked.joined(separator: " / ")) else {
      throw Failure.usage(text, hint: hint)
    }
    guard answer == "yes" else { throw Failure(.interrupted, path, refusal) }
  }
}
