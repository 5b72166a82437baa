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
    guard !verdict.isOpenInTime, origin.agency == nil,
      origin.has(.unlisted, .selfSigned, .rootInFile)
    else { return signer }
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

  /// Whether a label calls itself official although nobody vouches for its signer. That is so whatever else is open:
  /// no list that was given confirms it, in time or not, fresh or not.
  func isUnvouched(_ verdict: Verdict) -> Bool {
    guard verdict.statement?.claim != nil, let origin = verdict.origin else { return false }
    return origin.status != .official && origin.status != .none && origin.agency == nil
  }

  /// What stands before who signed a label that calls itself official, and behind it: nobody who was given vouches for
  /// it, or it was not looked at. Nothing where it makes no such claim.
  func unvouchedClaim(_ verdict: Verdict) -> (before: Sentence, behind: Sentence) {
    guard isUnvouched(verdict), let claim = verdict.statement?.claim, let origin = verdict.origin
    else { return ("", "") }
    let name = name(of: claim.agency)
    guard !origin.has(.noList) else {
      return (
        "",
        say(
          " It claims to be official of \(quoted: name, .english); that was not checked.",
          "\(quoted: name, .japanese)の公式文書と表示されていますが、確認していません。")
      )
    }
    return (
      say(
        "Beware: it claims to be official of \(quoted: name, .english), and no list that was given confirms that. ",
        "注意:\(quoted: name, .japanese)の公式文書と表示されていますが、指定されたどのリストでも確認できません。"),
      ""
    )
  }
}
