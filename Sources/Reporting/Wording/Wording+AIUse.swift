package import BroadsealVerifying

extension Wording {
  /// The third line: what the signer declares about AI. Declared, never detected.
  package func ai(of verdict: Verdict) -> AxisLine {
    let status = verdict.ai?.status ?? .notStated
    if verdict.hasFailedLabel, let ai = verdict.ai { return aiInFailedLabel(ai) }
    let (symbol, tone) = Wording.sign(of: status)
    let speaker = speaker(of: verdict)
    return AxisLine(
      name: aiName, symbol: symbol, tone: tone,
      sentence: verdict.ai.flatMap { ai in
        verdict.origin?.speaker == .seal ? nil : sentence(ai, by: speaker)
      }
        ?? say("Nothing is known about the use of AI.", "AIの利用に関する情報はありません。"))
  }

  static func sign(of status: AIUse.Status) -> (symbol: String, tone: AxisLine.Tone) {
    switch status {
    case .noneDeclared: ("○", .neutral)
    case .generated: ("●", .neutral)
    case .altered: ("◐", .neutral)
    case .unknown: ("?", .caution)
    case .conflict: ("!", .bad)
    case .notStated: ("–", .neutral)
    }
  }

  private func sentence(_ ai: AIUse, by speaker: String) -> Sentence {
    switch ai.status {
    case .noneDeclared:
      if let type = sourceType(of: ai) {
        return say(
          "\(own: speaker) states the kind of source \(quoted: type, .english), which is one without generative "
            + "AI.",
          "\(own: speaker)は作成方法を\(quoted: type, .japanese)と申告しています。生成AIを利用しない方法です。")
      }
      return say(
        "\(own: speaker) states that no generative AI was used.",
        "\(own: speaker)は生成AIを利用していないと申告しています。")
    case .generated where ai.stated == .altered:
      // The strongest statement counts, and nobody is made to say what another label says.
      return altered(ai, by: speaker)
        + say(
          " An earlier version or a part of it was stated to be made with AI.",
          "以前の版または素材については、AIで生成したとの申告があります。")
    case .generated:
      let system = system(of: ai)
      return say(
        "\(own: speaker) states this was made with AI", "\(own: speaker)はAIで生成したと申告しています")
        + system + say(".", "。")
    case .altered: return altered(ai, by: speaker)
    case .unknown:
      return say(
        "What is stated does not say whether AI was used.",
        "申告の内容からは、AIを利用したかどうかを判断できません。")
    case .conflict:
      return say(
        "Statements about the use of AI contradict each other.",
        "AIの利用に関する申告が互いに矛盾しています。")
    case .notStated:
      return say(
        "\(own: speaker) states nothing about the use of AI.",
        "\(own: speaker)はAIの利用について申告していません。")
    }
  }

  /// The kind of source from which it follows that no generative AI was used; nil where the signer says that
  /// itself.
  private func sourceType(of ai: AIUse) -> String? {
    guard !ai.basis.contains(where: { $0.field == "ai.use" }) else { return nil }
    let types = ai.basis.filter { $0.reading == .noneDeclared && !$0.value.isEmpty }
    return types.first.map { basis in
      basis.value.split(separator: "/").last.map(String.init) ?? basis.value
    }
  }

  private func altered(_ ai: AIUse, by speaker: String) -> Sentence {
    let part: Sentence =
      if let scope = ai.scope {
        say(
          "\(own: speaker) states AI changed part of this: \(quoted: scope, .english)",
          "\(own: speaker)は一部をAIで加工したと申告しています:\(quoted: scope, .japanese)")
      } else {
        say(
          "\(own: speaker) states AI changed part of this",
          "\(own: speaker)は一部をAIで加工したと申告しています")
      }
    return part + system(of: ai) + say(".", "。")
  }

  /// System and version in parentheses; nothing when the issuer names none.
  private func system(of ai: AIUse) -> Sentence {
    guard let system = ai.system else { return "" }
    guard let version = ai.version else {
      return say(" (\(quoted: system, .english))", "(\(quoted: system, .japanese))")
    }
    return say(
      " (\(quoted: system, .english), \(quoted: version, .english))",
      "(\(quoted: system, .japanese)、\(quoted: version, .japanese))")
  }
}
