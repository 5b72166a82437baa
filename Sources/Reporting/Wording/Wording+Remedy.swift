import BroadsealDocuments
import BroadsealNotes
package import BroadsealVerifying

/// What a reader can do about a file of which one of the first two lines says that something is wrong, or that nobody
/// could look: one sentence under the three lines. Of a condition that fails it is the advice on its code, as `explain`
/// has it. That somebody signed who is on no list, or whose label does not say that it is official, is nothing wrong.
extension Wording {
  /// What to do; nil where nothing is wrong, or nothing is known to help.
  package func remedy(of verdict: Verdict) -> String? {
    if verdict.breaksOff { return getAllOfIt }
    if verdict.unjudged == .encrypted { return verdict.origin == nil ? openIt : nil }
    switch verdict.integrity {
    case .altered: return verdict.isDetached ? getBothAgain : getItUnchanged
    case .malformed: return remedy(ofMalformed: verdict)
    case .noLabel: return remedy(ofUnlabelled: verdict)
    case .intact, .intactRevision: return remedy(ofSigned: verdict)
    case .unreadable: return verdict.unjudged == .partial ? lookElsewhere : nil
    }
  }

  private func remedy(ofMalformed verdict: Verdict) -> String {
    let nature = verdict.findings.first { $0.severity == .error }?.code.nature ?? .label
    switch nature {
    case .broken, .unavailable: return getItAgain
    case .ambiguous, .unread: return lookElsewhere
    case .locked: return openIt
    case .label, .refusal, .risk, .hint, .reason, .remark, .success, .informational, .failure:
      return say(
        "Get the file again from where it was published; as it is, it counts as one without a label.",
        "公開元からファイルを入手し直してください。このままでは、ラベルのないファイルとして扱ってください。")
    }
  }

  private func remedy(ofUnlabelled verdict: Verdict) -> String? {
    if verdict.size == 0 { return getAllOfIt }
    if kinds(of: verdict) != nil {
      return verdict.format == Format.html.kind
        ? say(
          "Load it again from where it was published: an error page is easily saved under the name of a document.",
          "公開元からファイルを入手し直してください。エラーページが文書の名前で保存されることがあります。")
        : say(
          "Get it again from where it was published, under the name that it has there.",
          "公開元から、公開されている名前のままファイルを入手し直してください。")
    }
    if let origin = verdict.origin, origin.speaker == .seal,
      let remedy = remedy(ofSeal: origin, verdict.speakingSeal?.seal)
    {
      return remedy
    }
    if verdict.unjudged == .partial { return remedy(ofUnsearched: verdict) }
    if verdict.origin == nil, placeBeside(verdict) != nil {
      return say(
        "Ask for that file where the document was published, and keep the two together.",
        "公開元でラベルファイルも入手し、文書と同じフォルダーに置いてください。")
    }
    return nil
  }

  /// Of a file that nobody could search to its end: what helps against the first obstacle.
  private func remedy(ofUnsearched verdict: Verdict) -> String {
    let obstacle = verdict.findings.first { $0.code.nature.isObstacle }?.code
    return obstacle.flatMap(advice) ?? (obstacle?.nature == .broken ? getItAgain : lookElsewhere)
  }

  /// Of a seal that does not hold, or a condition of which fails; nil where nothing is wrong with it.
  private func remedy(ofSeal origin: Origin, _ seal: SealResult?) -> String? {
    guard let code = origin.reasons.first?.code.member(of: SealCode.self),
      ![.noList, .unlisted].contains(code)
    else { return nil }
    // Of a stranger's signature no agency is known that could be asked.
    let isOfNobody = seal?.agency == nil && code.condition <= 3 && code != .fileType
    guard isOfNobody, ![.broken, .changed].contains(code) else { return advice(on: code.code) }
    return advice(on: SealCode.unchecked.code)
  }

  /// Of a signer whose label holds and is not official because a condition fails; nil where nothing is wrong.
  private func remedy(ofFailed origin: Origin) -> String? {
    guard origin.status != .official, !origin.has(.noList) else { return nil }
    let codes = origin.reasons.map(\.code)
    guard origin.agency == nil else {
      if origin.has(.stale), origin.withdrawal == nil { return advice(on: OfficialCode.stale.code) }
      return Wording.decisive(codes).flatMap { Wording.disclaims($0) ? nil : advice(on: $0) }
    }
    let told =
      [OfficialCode.sealsOnly.code].filter(codes.contains)
      + codes.filter { $0.condition == 5 } + [OfficialCode.stale.code].filter(codes.contains)
    return told.first.flatMap(advice)
  }

  private func remedy(ofSigned verdict: Verdict) -> String? {
    guard let origin = verdict.origin else { return nil }
    if let fault = SignatureFault(verdict) { return remedy(of: fault) }
    if origin.withdrawal?.isCompromise ?? false, origin.agency != nil { return doNotRely }
    guard isUnconfirmed(verdict) else {
      if verdict.isMisnamed { return nameIt }
      if verdict.isOpenInTime { return nameTheClock }
      if let remedy = remedy(ofFailed: origin) { return remedy }
      guard verdict.isBoundInPart else { return nil }
      return verdict.has(RemarkCode.bindingParts)
        ? getItAgain : advice(on: OfficialCode.exclusions.code)
    }
    return say(
      "Ask that agency, by an address or a telephone number that you have from elsewhere, whether it is theirs.",
      "別の手段で確かめた連絡先を使って、その機関の文書かどうかを機関に確認してください。")
  }

  private func remedy(of fault: SignatureFault) -> String {
    switch fault {
    case .revoked: doNotRely
    case .outsideValidity, .credential:
      say(
        "Ask the issuer for a copy that is signed anew, with a time stamp.",
        "署名し直した、タイムスタンプのある写しを発行者に求めてください。")
    case .ingredient:
      say(
        "Ask the issuer which documents it was made from; --explain names the one whose label fails.",
        "素材となった文書を発行者に確認してください。--explainで、ラベルが有効ではない素材を表示します。")
    }
  }

  private var lookElsewhere: String {
    say(
      "Look at it with another program too, or ask the issuer for another copy; nothing is said against it.",
      "別のプログラムでも確認するか、別の写しを発行者に求めてください。ファイルに問題があるとは限りません。")
  }
  private var getAllOfIt: String {
    say(
      "Get it again from where it was published: a download or a copy that was not finished ends like this.",
      "公開元からファイルを入手し直してください。ダウンロードや複製が途中で終わった可能性があります。")
  }
  private var openIt: String {
    say(
      "Ask for the document as it was published, without a password; whatever puts one on breaks the label inside.",
      "公開されたままの、パスワードのない文書を求めてください。パスワードを設定すると、内部のラベルは有効ではなくなります。")
  }
  private var getItUnchanged: String {
    say(
      "Get it again from where it was published, and check that: saving it anew is enough to change it.",
      "公開元からファイルを入手し直して、検証してください。保存し直しただけでも変更されます。")
  }
  private var getBothAgain: String {
    say(
      "Get both again from one place: the label beside it may belong to another file, or to another version of it.",
      "文書とラベルファイルを同じ公開元から入手し直してください。別のファイル、または別の版のラベルの可能性があります。")
  }
}
