import BroadsealNotes
import BroadsealProvenance
import BroadsealReporting
import BroadsealVerifying

/// Why a verdict is not a better one: every condition that failed, with its code, once.
struct Explanation {
  let wording: Wording
  let terminal: Terminal

  /// The lines, indented under the three lines of the verdict.
  func text(_ verdict: Verdict) -> String {
    var entries: [[String]] = []
    for reason in (verdict.origin?.reasons ?? []) + (verdict.ai?.hints ?? []) {
      entries.append(told(reason))
    }
    if let ai = verdict.ai, ai.status == .conflict { entries += ai.basis.map(told) }
    let ingredients = verdict.c2pa.ingredients.flatMap(\.failure)
    for status in verdict.c2pa.failure + verdict.c2pa.informational + ingredients {
      entries.append(told(status))
    }
    for finding in verdict.findings {
      entries.append(told(finding.note))
    }
    for limit in verdict.limits { entries.append(["    - \(Untrusted.line(limit))"]) }
    // A failure is a status and a finding: said once, where it comes first.
    var seen: Set<[String]> = []
    return entries.filter { seen.insert($0).inserted }
      .joined().map { $0 + "\n" }.joined()
  }

  /// A code with its sentence, then what the code cannot know. Details are worded in English only:
  /// in another language they stand where there is nothing else to say.
  private func told(_ note: Note) -> [String] {
    let detail = wording.language == .english ? note.detail : nil
    return told(
      note.code.name, wording.sentence(for: note.code), detail, at: note.place?.description)
  }

  private func told(_ status: C2PAStatus) -> [String] {
    let sentence = status.known.map { wording.sentence(for: $0.code) }
    let detail = wording.language == .english || sentence == nil ? status.explanation : nil
    return told(status.code, sentence, detail, at: status.url)
  }

  private func told(
    _ code: String, _ sentence: String?, _ detail: String?, at place: String?
  ) -> [String] {
    ["    - \(Untrusted.clean(code))" + (sentence.map { "  " + $0 } ?? "")]
      + [detail.map(Untrusted.line), place.map(Untrusted.clean)].compactMap(\.self)
      .map { "        \($0)" }
  }

  /// One of the statements about AI that contradict each other.
  private func told(_ basis: AIUse.Basis) -> [String] {
    let value = Untrusted.quoted(basis.value, in: wording.language)
    return [
      "    - \(Untrusted.clean(basis.field)) \(value): \(wording.word(for: basis.reading))",
      "        \(Untrusted.clean(basis.place))",
    ]
  }
}
