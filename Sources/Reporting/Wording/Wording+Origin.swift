package import BroadsealVerifying

extension Wording {
  /// The second line: who issued it, and is that a recognised government issuer?
  package func origin(of verdict: Verdict) -> AxisLine {
    let status = verdict.origin?.status ?? .none
    if let origin = verdict.origin, let fault = SignatureFault(verdict) {
      return AxisLine(
        name: originName, symbol: "✗", tone: .bad, sentence: invalid(origin, because: fault))
    }
    // A key in other hands is worse than a condition that fails.
    let isStolen =
      (verdict.origin?.withdrawal?.isCompromise ?? false) && verdict.origin?.agency != nil
    let (symbol, tone) =
      isStolen ? ("✗", .bad) : isUnconfirmed(verdict) ? ("!", .bad) : Wording.sign(of: status)
    if let seal = verdict.speakingSeal, let sentence = origin(of: seal, in: verdict) {
      let line = AxisLine(name: originName, symbol: symbol, tone: tone, sentence: sentence)
      // Somebody is named, and so it is not the sign of nobody.
      return status == .none ? line.cautioned : line
    }
    return AxisLine(
      name: originName, symbol: symbol, tone: tone,
      sentence: verdict.origin.map { sentence($0, of: verdict) } ?? nobody)
  }

  /// Whether it calls itself official, and no list that was given confirms that.
  func isUnconfirmed(_ verdict: Verdict) -> Bool {
    isUnvouched(verdict) && !(verdict.origin?.has(.noList) ?? false)
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
    say("No issuer can be named.", "発行者を特定できません。")
  }

  private func sentence(_ origin: Origin, of verdict: Verdict) -> Sentence {
    switch origin.status {
    case .official: official(origin)
    case .none: nobody
    case .known, .recognisedTool, .unrecognised:
      unvouchedClaim(verdict).before + unofficial(origin, of: verdict)
        + unvouchedClaim(verdict).behind
    }
  }

  private func official(_ origin: Origin) -> Sentence {
    let agency = origin.agency.map(name) ?? ""
    let country = country(origin.jurisdiction ?? "")
    let issued: Sentence = say(
      "Issued by: \(listed: agency) (\(own: country)), recognised government issuer"
        + (origin.basis == nil ? "" : " at that time"),
      origin.basis == nil
        ? "発行者:\(listed: agency)(\(own: country))。政府機関としてトラストリストに登録されています"
        : "発行者:\(listed: agency)(\(own: country))。当時、政府機関としてトラストリストに登録されていました")
    let whole: Sentence =
      origin.list?.recognisedBy.map { list in
        issued
          + say(
            " (recognised by the list \(listed: list)).", "(リスト\(listed: list)の受入れによる)。")
      } ?? issued + say(".", "。")
    guard let tool = origin.claimSigner?.name else { return whole }
    return whole
      + say(
        " The issuer's identity in the label says so; the file was signed by "
          + "\(quoted: tool, .english).",
        "ラベル内の発行者の識別情報によるもので、ファイルの署名者は\(quoted: tool, .japanese)です。")
  }

  func name(of agency: Agency) -> String {
    agency.names[language.rawValue] ?? agency.names["en"] ?? agency.names.min { $0.key < $1.key }?
      .value ?? agency.id
  }

  /// A jurisdiction as people call it: `JP-13` as `Japan, JP-13`.
  func country(_ jurisdiction: String) -> String {
    let parts = jurisdiction.split(separator: "-", maxSplits: 1)
    let name: String
    switch parts.first {
    case "US": name = say("United States", "アメリカ合衆国")
    case "JP": name = say("Japan", "日本")
    case "INT": name = say("international", "国際機関")
    default: return Untrusted.clean(jurisdiction)
    }
    return name
      + (parts.count == 1 ? "" : say(", ", "、") + Untrusted.clean(jurisdiction))
  }
}
