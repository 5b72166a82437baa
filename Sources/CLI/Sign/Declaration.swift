import BroadsealBytes
import BroadsealNotes
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

/// What `sign` says about a document, in the reader's language.
extension Wording {
  /// The line about a document that was signed, without its path.
  func line(_ result: SigningResult, _ declaration: Declaration) -> String {
    let verb =
      declaration.isStamp
      ? say("stamped", "タイムスタンプを追加しました") : say("signed", "署名しました")
    let form =
      switch result.form {
      case .embedded: verb
      case .sidecar: verb + say(", label in a separate file", "(ラベルは別ファイル)")
      }
    let comma = say(", ", "、")
    let time = result.stamp.map(\.time.display) ?? say("no time stamp", "タイムスタンプなし")
    let signature = result.pdfSignature.map { signature in
      say(", PDF signature PAdES \(signature.level)", "、PDF署名 PAdES \(signature.level)")
    }
    return form + comma + declaration.text(in: self) + comma + time + (signature ?? "")
  }

  /// A note: in English with its details, in another language as the sentence of its code.
  func text(of note: Note) -> String {
    "\(say(Untrusted.line(note.explanation), sentence(for: note.code))) (\(note.code))"
  }
}
