package import BroadsealVerifying

extension Wording {
  /// The third line: what the issuer declares about AI. Declared, never detected.
  package func ai(of verdict: Verdict) -> AxisLine {
    let status = verdict.ai?.status ?? .notStated
    let (symbol, tone) = Wording.sign(of: status)
    return AxisLine(
      name: aiName, symbol: symbol, tone: tone,
      sentence: verdict.ai.flatMap { verdict.origin?.speaker == .seal ? nil : sentence($0) }
        ?? say("Nothing is known about the use of AI.", "AIの使用については分かりません。"))
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

  private func sentence(_ ai: AIUse) -> Sentence {
    switch ai.status {
    case .noneDeclared:
      return say(
        "The issuer states that no generative AI was used.",
        "発行者は生成AIを使用していないと申告しています。")
    case .generated:
      let system = system(of: ai)
      return say("The issuer states this was made with AI", "発行者はAIで生成したと申告しています")
        + system + say(".", "。")
    case .altered: return altered(ai)
    case .unknown:
      return say(
        "What is stated does not say whether AI was used.",
        "申告の内容からは、AIを使用したかどうか分かりません。")
    case .conflict:
      return say(
        "Statements about the use of AI contradict each other.",
        "AIの使用に関する申告が互いに矛盾しています。")
    case .notStated:
      return say(
        "The issuer states nothing about the use of AI.",
        "発行者はAIの使用について申告していません。")
    }
  }

  private func altered(_ ai: AIUse) -> Sentence {
    let part: Sentence =
      if let scope = ai.scope {
        say(
          "The issuer states AI changed part of this: \(quoted: scope, .english)",
          "発行者は一部をAIで加工したと申告しています:\(quoted: scope, .japanese)")
      } else {
        say(
          "The issuer states AI changed part of this", "発行者は一部をAIで加工したと申告しています")
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
