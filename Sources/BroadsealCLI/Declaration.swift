import Auditing
import Signing

/// What the labels of a run declare, in a few words.
struct Declaration: Sendable {
  /// Whether the documents are declared official.
  let isOfficial: Bool
  /// The declaration as a part of a line.
  let text: String
  /// The same in Japanese; nil where it is said in English only.
  private(set) var japanese: String?

  /// Nothing new is declared: a label that is there already gets another time stamp.
  static let stamp = Declaration(isOfficial: false, text: "the earlier label stamped again")

  private init(isOfficial: Bool, text: String) {
    self.isOfficial = isOfficial
    self.text = text
  }

  /// What `label` declares.
  init(_ label: Label) {
    isOfficial = label.official != nil
    let use =
      switch label.ai.use {
      case .none: "no generative AI"
      case .generated: "made with AI"
      case .altered: "changed in part with AI"
      }
    let agency = label.official.map { "official (\(Untrusted.clean($0.agency.id))), " }
    text = (agency ?? "") + use
    japanese = Declaration.japanese(label)
  }

  private static func japanese(_ label: Label) -> String {
    let use =
      switch label.ai.use {
      case .none: "生成AI不使用"
      case .generated: "AIで生成"
      case .altered: "一部をAIで加工"
      }
    guard let agency = label.official?.agency.id else { return use }
    return "公式(\(Untrusted.clean(agency)))、\(use)"
  }

  /// The declaration in the language of `wording`.
  func text(in wording: Wording) -> String { wording.say(text, japanese ?? text) }
}
