import BroadsealAuditing
import BroadsealBytes
import BroadsealFolders
import BroadsealJSON
import BroadsealReporting
import BroadsealVerifying

/// A run of a history for people: what its reports said of it, and its counts, in the words of an audit's own text.
struct HistoryText {
  let number: Int
  /// `broadseal.run/1`.
  let run: JSON.Value
  /// `broadseal.summary/1`.
  let summary: JSON.Value
  let wording: Wording

  /// The run, with line breaks. Counts of nothing are left out.
  var text: String {
    var text = wording.say("Run \(number)", "第\(number)回") + "\n"
    for (name, values) in facts {
      for (index, value) in values.enumerated() {
        text += "  " + (index == 0 ? name : "").padded(to: 20) + " \(Untrusted.line(value))\n"
      }
    }
    text += row(wording.filesName, summary["files"]?.integer ?? 0)
    text += axis(wording.unjudgedName, "unjudged") { (state: Unjudged) in wording.word(for: state) }
    text += axis(wording.integrityName, "integrity") { (state: Integrity) in
      wording.word(for: state)
    }
    text += axis(wording.originName, "origin") { (state: Origin.Status) in wording.word(for: state)
    }
    text += axis(wording.sealsName, "seals") { (state: SealState) in wording.word(for: state) }
    text += axis(wording.aiName, "ai") { (state: AIUse.Status) in wording.word(for: state) }
    text += axis(wording.stateName, "c2pa") { (state: C2PAResult.State) in wording.word(for: state)
    }
    text += axis(wording.skippedName, "skipped") { (skip: WalkEntry.Skip) in wording.word(for: skip)
    }
    text += axis(wording.findingsName, "findings") { (severity: Finding.Severity) in
      wording.word(for: severity)
    }
    if let waived = summary["waived"]?.integer, waived > 0 {
      text += row("  " + wording.waivedName, waived)
    }
    return text + drift + rules
  }

  /// What the run was.
  private var facts: [(String, [String])] {
    func moment(_ name: String) -> [String] {
      run[name]?.string.map { [UTCTime(rfc3339: $0)?.display ?? $0] } ?? []
    }
    let lists = run["lists"]?.array?.map { list in
      let number = list["sequence"]?.integer ?? 0
      return "\(list["name"]?.string ?? ""), "
        + wording.say("number \(number)", "第\(number)号")
    }
    let command = run["command"]?.array?.compactMap(\.string).joined(separator: " ")
    return [
      (wording.say("Began", "開始"), moment("started")),
      (wording.say("Judged as of", "判定時点"), moment("judgedAt")),
      (wording.say("Looked at", "対象"), run["roots"]?.array?.compactMap(\.string) ?? []),
      (
        wording.say("Policy", "ポリシー"),
        [run["policy"]?["name"]?.string ?? wording.say("built in", "組み込みの規則")]
      ),
      (wording.say("Trust lists", "トラストリスト"), lists ?? []),
      (wording.say("Command", "コマンド"), [command].compactMap(\.self)),
    ]
  }

  private var drift: String {
    guard let drift = summary["drift"], let baseline = drift["baseline"]?.integer else { return "" }
    let counts = Drift.Kind.allCases.compactMap { kind -> String? in
      guard let count = drift["counts"]?[kind.rawValue]?.integer, count > 0 else { return nil }
      return row("  " + wording.word(for: kind), count)
    }
    let heading = wording.since(Int(baseline))
    guard !counts.isEmpty else { return "\(heading): \(wording.nothingChanged)\n" }
    let gone = ["labelsLost", "documentsLost"].flatMap {
      drift[$0]?.array?.compactMap(\.string) ?? []
    }
    return heading + "\n" + counts.joined()
      + gone.prefix(FindingGroup.maximumExamples).map { "    \(Untrusted.line($0))\n" }.joined()
  }

  /// Every rule that some file did not keep, and one file.
  private var rules: String {
    let rules = summary["rules"]?.array ?? []
    guard !rules.isEmpty else { return "" }
    return wording.worstName + "\n"
      + rules.map { rule in
        let kind = AuditFinding.Kind(rawValue: rule["kind"]?.string ?? "")
        let severity = Finding.Severity(rawValue: rule["severity"]?.string ?? "") ?? .note
        let sentence = sentence(kind, rule["explanation"]?.string ?? "")
        let id = Untrusted.line(rule["rule"]?.string ?? "")
        let name = kind.map { $0 == .requirement ? id : wording.word(for: $0) } ?? id
        let symbol = kind?.isGap ?? false ? "?" : severity == .error ? "✗" : "!"
        let count = Int(rule["files"]?.integer ?? 0)
        let example = rule["example"]?.string.map { "    \(Untrusted.line($0))\n" } ?? ""
        return "  \(symbol) \(name)" + (example.isEmpty ? "" : " (\(wording.files(count)))")
          + ": \(Untrusted.line(sentence))\n" + example
      }.joined()
  }

  /// What is said of a rule. The history keeps English sentences: another language has the sentence of its kind, with
  /// the name of the rule where that stands in it.
  private func sentence(_ kind: AuditFinding.Kind?, _ english: String) -> String {
    guard wording.language != .english, let kind else { return english }
    func about(_ title: String) -> AuditFinding {
      AuditFinding(kind, .warning, rule: kind.rule, title: title)
    }
    guard [.unusedRule, .endedWaiver].contains(kind) else { return wording.sentence(for: kind) }
    let parts = Wording(.english).sentence(for: about("RULE")).components(around: "RULE")
    guard english.hasPrefix(parts.before), english.hasSuffix(parts.behind),
      english.count >= parts.before.count + parts.behind.count
    else { return wording.sentence(for: kind) }
    let title = english.dropFirst(parts.before.count).dropLast(parts.behind.count)
    return wording.sentence(for: about(String(title)))
  }

  private func axis<State: CaseIterable & RawRepresentable<String>>(
    _ name: String, _ member: String, _ word: (State) -> String
  ) -> String {
    let rows = State.allCases.compactMap { state -> String? in
      guard let count = summary[member]?[state.rawValue]?.integer, count > 0 else { return nil }
      return row("  " + word(state), count)
    }
    return rows.isEmpty ? "" : name + "\n" + rows.joined()
  }

  private func row(_ name: String, _ count: Int64) -> String {
    let number = String(count)
    return name.padded(to: 22) + String(repeating: " ", count: max(0, 10 - number.count)) + number
      + "\n"
  }
}

extension String {
  /// What stands before the first `part`, and behind it; nothing behind where it does not stand in it.
  fileprivate func components(around part: String) -> (before: String, behind: String) {
    let pieces = split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)
    return (pieces.first.map(String.init) ?? "", pieces.count > 1 ? String(pieces[1]) : "")
  }
}
