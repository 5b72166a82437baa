import BroadsealReporting
import BroadsealSigning

/// What the labels of a run declare, in a few words.
struct Declaration: Sendable {
  /// Whether the documents are declared official.
  let isOfficial: Bool
  /// Whether documents are only stamped.
  let isStamp: Bool
  /// The declaration as a part of a line.
  let text: String
  /// The same in Japanese.
  let japanese: String

  /// Nothing new is declared: a label that is there already gets another time stamp.
  static let stamp = Declaration(
    isOfficial: false, isStamp: true, text: "nothing new stated", japanese: "新たな申告なし")

  private init(isOfficial: Bool, isStamp: Bool, text: String, japanese: String) {
    self.isOfficial = isOfficial
    self.isStamp = isStamp
    self.text = text
    self.japanese = japanese
  }

  /// What `label` declares.
  init(_ label: Label) {
    isOfficial = label.official != nil
    isStamp = false
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
  func text(in wording: Wording) -> String { wording.say(text, japanese) }
}
