import BroadsealNotes
import BroadsealProvenance
package import BroadsealVerifying

extension Wording {
  /// Why a verdict is not a better one: every condition that failed, with its code, once.
  package func reasons(of verdict: Verdict) -> [ReasonBlock] {
    var entries: [ReasonBlock] = []
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
    for limit in verdict.limits {
      entries.append(ReasonBlock(name: Untrusted.line(limit), sentence: nil, details: []))
    }
    // A failure is a status and a finding: said once, where it comes first.
    var seen: Set<ReasonBlock> = []
    return entries.filter { seen.insert($0).inserted }
  }

  /// A code with its sentence, then what the code cannot know. Details are worded in English only:
  /// in another language they stand where there is nothing else to say.
  private func told(_ note: Note) -> ReasonBlock {
    let detail = language == .english ? note.detail : nil
    return told(note.code.name, sentence(for: note.code), detail, at: note.place?.description)
  }

  private func told(_ status: C2PAStatus) -> ReasonBlock {
    let sentence = status.known.map { self.sentence(for: $0.code) }
    let detail = language == .english || sentence == nil ? status.explanation : nil
    return told(status.code, sentence, detail, at: status.url)
  }

  private func told(
    _ code: String, _ sentence: String?, _ detail: String?, at place: String?
  ) -> ReasonBlock {
    ReasonBlock(
      name: Untrusted.clean(code), sentence: sentence,
      details: [detail.map(Untrusted.line), place.map(Untrusted.clean)].compactMap(\.self))
  }

  /// One of the statements about AI that contradict each other.
  private func told(_ basis: AIUse.Basis) -> ReasonBlock {
    let value = Untrusted.quoted(basis.value, in: language)
    return ReasonBlock(
      name: "\(Untrusted.clean(basis.field)) \(value): \(word(for: basis.reading))",
      sentence: nil, details: [Untrusted.clean(basis.place)])
  }
}
