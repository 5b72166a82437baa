import BroadsealVerifying

/// Who it is that states something in a label. Nobody is called the issuer whom no list knows as one.
extension Wording {
  /// The speaker, as the subject of a sentence.
  func speaker(of verdict: Verdict) -> String {
    guard let origin = verdict.origin else { return signer }
    switch origin.status {
    case .official: return say("The issuer", "発行者")
    case .recognisedTool, .known: return signer
    case .unrecognised, .none: break
    }
    if origin.has(.noList) {
      return say(
        "The signer, not checked against a government list,", "署名者(リスト未照合)")
    }
    let isDecided = !origin.has(.stale, .notYetIssued) && !verdict.isUndecided
    guard isDecided, origin.agency == nil, origin.has(.unlisted, .selfSigned, .rootInFile) else {
      return signer
    }
    return say("The signer, who is on no list,", "署名者(リスト未登録)")
  }

  private var signer: String { say("The signer", "署名者") }

  /// What is said of the use of AI in a label that does not hold.
  func aiInFailedLabel(_ ai: AIUse) -> AxisLine {
    let saysAI = ai.status == .generated || ai.status == .altered
    return AxisLine(
      name: aiName, symbol: saysAI ? "?" : "–", tone: saysAI ? .caution : .neutral,
      sentence: saysAI
        ? say(
          "A label that does not hold says that AI was used.",
          "無効なラベルに、AIを利用したとの記載があります。")
        : say(
          "Nothing is known about the use of AI: the label does not hold.",
          "ラベルが有効ではないため、AIの利用に関する情報はありません。"))
  }

  /// That a label calls itself official although nobody vouches for its signer; nil where it does not, and
  /// where that was not looked at or cannot be decided.
  func unvouchedClaim(_ verdict: Verdict) -> Sentence? {
    guard let claim = verdict.statement?.claim, let origin = verdict.origin,
      origin.status != .official, origin.agency == nil, !origin.has(.stale, .notYetIssued),
      !verdict.isUndecided
    else { return nil }
    let name = name(of: claim.agency)
    guard !origin.has(.noList) else {
      return say(
        " It claims to be official of \(quoted: name, .english); that was not checked.",
        "\(quoted: name, .japanese)の公式文書とされていますが、確認していません。")
    }
    return say(
      " It claims to be official of \(quoted: name, .english), and is not, by any list that was given.",
      "\(quoted: name, .japanese)の公式文書とされていますが、指定されたどのリストによっても公式文書ではありません。")
  }
}
