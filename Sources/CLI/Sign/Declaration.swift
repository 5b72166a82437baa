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
  /// Identifier of the agency of official documents; nil for others.
  private let agency: String?
  /// The declared use of AI; nil where nothing new is declared.
  private let use: AIStatement.Use?

  /// Nothing new is declared: a label that is there already gets another time stamp.
  static let stamp = Declaration(isRenewal: false)

  /// Nothing new is declared: the PDF signatures of a document are renewed, and its label is repeated.
  static let renewal = Declaration(isRenewal: true)

  /// Whether PDF signatures are renewed.
  let isRenewal: Bool

  private init(isRenewal: Bool) {
    self.isRenewal = isRenewal
    isOfficial = false
    isStamp = true
    agency = nil
    use = nil
  }

  /// What `label` declares.
  init(_ label: Label) {
    isOfficial = label.official != nil
    isStamp = false
    isRenewal = false
    agency = label.official.map { Untrusted.clean($0.agency.id) }
    use = label.ai.use
  }

  /// The declaration as a part of a line, in the language of `wording`: *official* only of what a list found
  /// official.
  func text(in wording: Wording, of result: SigningResult) -> String {
    let use = use.map(wording.words) ?? wording.say("nothing new stated", "新たな申告なし")
    guard let agency else { return use }
    let claim =
      if result.isOfficial == true {
        wording.say("official (\(agency))", "公式文書(\(agency))")
      } else if result.stamp == nil {
        wording.say(
          "claims to be official (\(agency)); not official without a time stamp",
          "公式文書と表示(\(agency)。タイムスタンプがないため公式文書とは認められません)")
      } else if result.isOfficial == nil {
        wording.say(
          "claims to be official (\(agency)); not checked against a list",
          "公式文書と表示(\(agency)。未確認:リストと照合していません)")
      } else {
        wording.say(
          "claims to be official (\(agency)); the profile's list does not find it official",
          "公式文書と表示(\(agency)。プロファイルのリストでは公式文書と認められません)")
      }
    return claim + wording.say(", ", "、") + use
  }
}

/// What `sign` says about a document, in the reader's language.
extension Wording {
  /// A declared use of AI, as a part of a line.
  func words(for use: AIStatement.Use) -> String {
    switch use {
    case .none: say("no generative AI", "生成AIの利用なし")
    case .generated: say("made with AI", "AIで生成")
    case .altered: say("changed in part with AI", "一部をAIで加工")
    }
  }

  /// The line about a document that was signed, without its path.
  func line(_ result: SigningResult, _ declaration: Declaration) -> String {
    let verb =
      declaration.isRenewal
      ? say("renewed", "PDF署名を更新しました")
      : declaration.isStamp
        ? say("stamped", "タイムスタンプを追加しました") : say("signed", "署名しました")
    let form =
      switch result.form {
      case .embedded: verb
      case .sidecar where result.copy != nil:
        verb + say(", label in a separate file beside a copy", "(ラベルは別ファイル、文書の写しと同じフォルダー)")
      case .sidecar: verb + say(", label in a separate file", "(ラベルは別ファイル)")
      }
    let comma = say(", ", "、")
    // Of what claims to be official that is said already.
    let isSaid = declaration.isOfficial && result.isOfficial != true
    let time =
      result.stamp.map { comma + $0.time.display }
      ?? (isSaid ? "" : comma + say("no time stamp", "タイムスタンプなし"))
    let signature = result.pdfSignature.map { signature in
      say(", PDF signature PAdES \(signature.level)", "、PDF署名 PAdES \(signature.level)")
    }
    let declared = declaration.text(in: self, of: result)
    let count = result.segments.count
    let segments =
      count == 0
      ? ""
      : say(
        count == 1 ? ", with its one segment" : ", with its \(count) segments",
        "、セグメント\(count)個を含む")
    return form + segments + comma + declared + time + (signature ?? "")
  }

  /// The line about a document whose PDF signatures were renewed without its label, without its path.
  func line(_ result: RenewalResult) -> String {
    say(
      "renewed, without the label, \(result.stamp.time.display), PDF signature PAdES \(result.pdfSignature.level)",
      "PDF署名を更新しました(ラベルは対象外)、\(result.stamp.time.display)、PDF署名 PAdES \(result.pdfSignature.level)")
  }

  /// The line about a document that carries its label already.
  func line(_ label: CurrentLabel) -> String {
    label.isCopied
      ? say("labelled already; the document was copied beside it", "署名済み。文書の写しをラベルと同じフォルダーに置きました")
      : say("labelled already", "署名済み")
  }

  /// A note: its details, or the sentence of its code.
  func text(of note: Note) -> String {
    "\(explanation(of: note))\(say("", "。")) (\(note.code))"
  }
}
