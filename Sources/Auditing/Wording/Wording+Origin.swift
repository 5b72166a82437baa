package import Verifying

extension Wording {
  /// The second line: who issued it, and is that a recognised government issuer?
  package func origin(of verdict: Verdict) -> AxisLine {
    let status = verdict.origin?.status ?? .none
    let (symbol, tone) = Wording.sign(of: status)
    return AxisLine(
      name: originName, symbol: symbol, tone: tone,
      sentence: verdict.origin.map(sentence) ?? nobody)
  }

  static func sign(of status: Origin.Status) -> (symbol: String, tone: AxisLine.Tone) {
    switch status {
    case .official: ("✓", .good)
    case .recognisedTool, .known: ("•", .neutral)
    case .unrecognised: ("?", .caution)
    case .none: ("–", .neutral)
    }
  }

  private var nobody: Sentence {
    say("No issuer can be named.", "発行者は示せません。")
  }

  private func sentence(_ origin: Origin) -> Sentence {
    let signer = origin.signer?.subject ?? say("unknown", "不明")
    switch origin.status {
    case .official: return official(origin)
    case .none: return nobody
    case .known:
      return say(
        "Signed by \(quoted: signer, .english), a certificate accepted by hand, "
          + "not as a government issuer.",
        "署名者:\(quoted: signer, .japanese)。手動で許可された証明書であり、"
          + "政府発行者としては登録されていません。")
    case .recognisedTool:
      return say(
        "Signed by \(quoted: signer, .english), a recognised signing tool or service, "
          + "not a government issuer.",
        "署名者:\(quoted: signer, .japanese)。登録された署名ツール・サービスであり、"
          + "政府発行者ではありません。")
    case .unrecognised: return unrecognised(origin, signer)
    }
  }

  private func official(_ origin: Origin) -> Sentence {
    let agency = origin.agency.map(name) ?? ""
    let country = country(origin.jurisdiction ?? "")
    let issued: Sentence = say(
      "Issued by: \(listed: agency) (\(own: country)), recognised government issuer",
      "発行者:\(listed: agency)(\(own: country))。政府発行者として登録されています")
    guard let list = origin.list?.recognisedBy else { return issued + say(".", "。") }
    return issued
      + say(
        " (recognised by the list \(listed: list)).", "(リスト\(listed: list)による承認)。")
  }

  private func unrecognised(_ origin: Origin, _ signer: String) -> Sentence {
    let codes = Set(origin.reasons.map(\.code))
    if codes.contains("OFF-9-STALE") {
      return say(
        "It cannot be decided who issued this: the trust list is out of date.",
        "トラストリストの有効期限が切れているため、発行者を判断できません。")
    }
    guard let agency = origin.agency else {
      return say(
        "Signed by \(quoted: signer, .english), who is on no list that was given.",
        "署名者:\(quoted: signer, .japanese)。指定されたリストに登録されていません。")
    }
    let country = country(origin.jurisdiction ?? "")
    let name = name(of: agency)
    guard codes.isDisjoint(with: ["OFF-6-NO-LABEL", "OFF-6-NOT-OFFICIAL"]) else {
      return say(
        "Signed by: \(listed: name) (\(own: country)), but not labelled official.",
        "署名者:\(listed: name)(\(own: country))。公式文書としてのラベルはありません。")
    }
    return say(
      "Signed with a certificate of \(listed: name) (\(own: country)), "
        + "but not proved to be official.",
      "\(listed: name)(\(own: country))の証明書で署名されていますが、"
        + "公式文書であることは確認できません。")
  }

  private func name(of agency: Agency) -> String {
    agency.names[language.rawValue] ?? agency.names["en"] ?? agency.names.min { $0.key < $1.key }?
      .value ?? agency.id
  }

  /// A jurisdiction as people call it: `JP-13` as `Japan, JP-13`.
  func country(_ jurisdiction: String) -> String {
    let parts = jurisdiction.split(separator: "-", maxSplits: 1)
    let names: [Substring: (String, String)] = [
      "US": ("United States", "アメリカ合衆国"), "JP": ("Japan", "日本"),
      "INT": ("international", "国際機関"),
    ]
    guard let first = parts.first, let (english, japanese) = names[first] else {
      return Untrusted.clean(jurisdiction)
    }
    return say(english, japanese)
      + (parts.count == 1 ? "" : say(", ", "、") + Untrusted.clean(jurisdiction))
  }
}
