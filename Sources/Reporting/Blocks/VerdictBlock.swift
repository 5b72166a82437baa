import BroadsealDocuments
import BroadsealNotes
import BroadsealProvenance
package import BroadsealVerifying

/// One piece of what is said of a verdict. A terminal, a page or a server renders the pieces in their
/// order; nothing in them can do more than be read (see `Untrusted`), but a page still has to escape its
/// own signs.
package enum VerdictBlock: Sendable, Hashable {
  /// One of the three lines: a word, a sign and a sentence.
  case axis(AxisLine)
  /// A sentence under the three lines.
  case remark(Sentence)
  /// A line of what the label says, under the remark that names its speaker.
  case statement(Sentence)
  /// A condition that holds.
  case held(Sentence)
  /// Why the verdict is not a better one.
  case reason(ReasonBlock)
}

/// A condition that failed, or something that was found: its name, what it means, and what it cannot say
/// by itself.
package struct ReasonBlock: Sendable, Hashable {
  /// A code, a limit, or a statement about AI: `OFF-7-NO-STAMP`.
  package let name: String
  /// What the name means; nil where it says it all.
  package let sentence: String?
  /// What the name cannot say: which of several causes, and where.
  package let details: [String]
}

extension Wording {
  /// Everything that is said of a verdict, in the order in which it is read: the three lines, signatures
  /// beside the label, what the verdict rests on, where the label was, and why it is not a better one.
  ///
  /// - Parameter explains: whether all that the label says is told, and the conditions too: those that
  ///   hold, then those that fail.
  package func blocks(of verdict: Verdict, explains: Bool) -> [VerdictBlock] {
    var blocks = lines(of: verdict).map(VerdictBlock.axis)
    if let remedy = remedy(of: verdict) {
      blocks.append(.remark(Sentence([.own("→ " + remedy)])))
    }
    if verdict.integrity == .altered, let later = verdict.label {
      blocks.append(.remark(line(aboutLabel: later)))
    }
    // A listed seal that speaks has said so in the three lines.
    let said = verdict.speakingSeal.flatMap { $0.seal?.agency == nil ? nil : $0.offset }
    blocks += verdict.pdfSignatures.filter { $0.offset != said }
      .map { .remark(line(about: $0)) }
    if let basis = basis(of: verdict) { blocks.append(.remark(Sentence([.own(basis)]))) }
    if verdict.isDetached { blocks.append(.remark(Sentence([.own(detached)]))) }
    if let name = misnaming(of: verdict) { blocks.append(.remark(Sentence([.own(name)]))) }
    if let part = partiality(of: verdict) { blocks.append(.remark(Sentence([.own(part)]))) }
    for code in Wording.told where verdict.findings.contains(where: { $0.code == code }) {
      blocks.append(.remark(Sentence([.own(sentence(for: code))])))
    }
    if !explains, let risks = risks(of: verdict) { blocks.append(.remark(Sentence([.own(risks)]))) }
    let (speaker, lines) = statement(of: verdict, isWhole: explains)
    if let speaker { blocks.append(.remark(speaker)) }
    blocks += lines.map(VerdictBlock.statement)
    let (head, versions) = earlierVersions(of: verdict, isWhole: explains)
    if let head { blocks.append(.remark(head)) }
    blocks += versions.map(VerdictBlock.statement)
    if explains {
      blocks += held(of: verdict).map(VerdictBlock.held)
      blocks += reasons(of: verdict).map(VerdictBlock.reason)
    }
    return blocks
  }

  /// That the name says another kind of file than it is; nil where one of the lines says it already.
  private func misnaming(of verdict: Verdict) -> String? {
    guard verdict.isMisnamed, verdict.integrity != .noLabel || verdict.origin != nil else {
      return nil
    }
    let sentence = sentence(for: FileCode.typeMismatch.code)
    let isSaid = lines(of: verdict).contains { $0.sentence.text.contains(sentence) }
    return isSaid ? nil : misnamed(verdict)
  }

  /// Why a file does not count as official of which three good lines are said; nil where it does, or they say it.
  private func partiality(of verdict: Verdict) -> String? {
    guard verdict.origin?.status == .official, verdict.isJudgedToTheEnd else { return nil }
    switch verdict.integrity {
    case .intactRevision:
      return say(
        "By the standard the label no longer covers the whole file: as it is the file does not count as official "
          + "(exit code 5).",
        "規格上、ラベルはファイル全体を保証していないため、このファイルは公式文書として扱われません(終了コード5)。")
    case .intact where verdict.isBoundInPart:
      return say(
        "The label covers a part of the file alone: as it is the file does not count as official (exit code 5).",
        "ラベルが保証するのはファイルの一部だけであるため、このファイルは公式文書として扱われません(終了コード5)。")
    case .intact, .altered, .malformed, .noLabel, .unreadable: return nil
    }
  }

  /// What a document that speaks for somebody can show beside its own bytes; nil where nothing was found, or
  /// nobody signed it. Reasons tell each by itself.
  private func risks(of verdict: Verdict) -> String? {
    guard verdict.origin != nil else { return nil }
    var codes: [Code] = []
    for finding in verdict.findings
    where finding.code.nature == .risk && !codes.contains(finding.code)
      && !Wording.told.contains(finding.code)
    {
      codes.append(finding.code)
    }
    guard !codes.isEmpty else { return nil }
    let names = codes.map(\.name).joined(separator: ", ")
    return say(
      "It can show more, less or other than what was signed (\(names)); --explain says how.",
      "署名された内容と異なる表示をすることがあります(\(names))。--explainで詳細を表示します。")
  }

  /// Findings that are told without being asked for: about where the label was, that what it was put over did
  /// not hold, of a film in several files which of them nobody saw, and that nobody saw into what is encrypted.
  private static let told: [Code] = [
    PlaceCode.sidecarIgnored.code, PlaceCode.remoteManifest.code, PlaceCode.remoteNotFetched.code,
    FileCode.parentBroken.code, PlaceCode.signatureBeside.code, BMFFCode.segment.code,
    BMFFCode.segmentsMissing.code, BMFFCode.segmentOrder.code, ShowCode.encrypted.code,
    PlaceCode.labelInside.code,
  ]
}

extension Wording {
  /// Why a verdict is not a better one: every condition that failed, with its code, once.
  package func reasons(of verdict: Verdict) -> [ReasonBlock] {
    var entries: [ReasonBlock] = []
    for reason in (verdict.origin?.reasons ?? []) + (verdict.ai?.hints ?? [])
    where !verdict.isSaidElsewhere(reason.code) {
      entries.append(told(reason))
    }
    if let ai = verdict.aiTold, ai.status == .conflict { entries += ai.basis.map(told) }
    let ingredients = verdict.c2pa.ingredients.flatMap(\.failure)
    for status in verdict.c2pa.failure + verdict.c2pa.informational + ingredients
    where !(status.known.map { verdict.isSaidElsewhere($0.code) } ?? false) {
      entries.append(told(status))
    }
    for finding in verdict.findings where !verdict.isSaidElsewhere(finding.code) {
      entries.append(told(finding.note))
    }
    for limit in verdict.limits {
      entries.append(ReasonBlock(name: Untrusted.line(worded(limit)), sentence: nil, details: []))
    }
    // A failure is a status and a finding: said once, where it comes first.
    var seen: Set<ReasonBlock> = []
    return entries.filter { seen.insert($0).inserted }
  }

  /// A code with its sentence, then what the code cannot know: the same lines in every language.
  private func told(_ note: Note) -> ReasonBlock {
    told(
      note.code.name, sentence(for: note.code), note.detail.map(worded),
      at: note.place.map { words(for: $0) })
  }

  private func told(_ status: C2PAStatus) -> ReasonBlock {
    let sentence = status.known.map { self.sentence(for: $0.code) }
    return told(status.code, sentence, status.explanation.map(worded), at: status.url)
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
