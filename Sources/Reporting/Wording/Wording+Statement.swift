import BroadsealBytes
import BroadsealVerifying

/// What the label says of its document beside the use of AI, a line each; only what is there.
extension Wording {
  /// Who says it, and the lines; none where the label says nothing, or does not hold.
  ///
  /// - Parameter isWhole: whether what few people need is told too.
  func statement(of verdict: Verdict, isWhole: Bool) -> (Sentence?, [Sentence]) {
    guard let statement = verdict.statement, !verdict.hasFailedLabel else { return (nil, []) }
    var lines = documentLines(statement, isWhole: isWhole) + aiLines(verdict, isWhole: isWhole)
    if let approval = statement.approval { lines.append(line(about: approval)) }
    guard !lines.isEmpty else { return (nil, []) }
    let speaker = speaker(of: verdict)
    return (say("\(own: speaker) also states:", "\(own: speaker)によるその他の記載:"), lines)
  }

  /// The head over earlier versions, and a line for each: who signed it and whether its label holds are this program's
  /// findings, and nothing that the issuer states. None where no label came along, or the one that brought them does
  /// not hold.
  func earlierVersions(of verdict: Verdict, isWhole: Bool) -> (Sentence?, [Sentence]) {
    guard let origin = verdict.origin, let earlier = verdict.statement?.earlier, !earlier.isEmpty,
      !verdict.hasFailedLabel
    else { return (nil, []) }
    var lines = earlier.prefix(isWhole ? Int.max : Wording.mostEarlier).map {
      line(about: $0, origin)
    }
    if !isWhole, earlier.count > Wording.mostEarlier {
      let more = "\(earlier.count - Wording.mostEarlier)"
      lines.append(
        say("And \(own: more) earlier versions: --explain", "ほか\(own: more)件の以前の版:--explain"))
    }
    return (say("Labels of earlier versions that came along:", "引き継がれた以前の版のラベル:"), lines)
  }

  /// Earlier versions that are told without being asked for.
  private static let mostEarlier = 3

  private func field(_ english: String, _ japanese: String, _ value: String?) -> Sentence? {
    value.map {
      say("\(own: english): \(quoted: $0, .english)", "\(own: japanese):\(quoted: $0, .japanese)")
    }
  }

  /// What the document replaces: the name of a label tells nobody which one it is.
  private func replaced(_ name: String) -> Sentence? {
    guard name.hasPrefix("urn:c2pa:") else { return field("In the place of", "置き換え対象", name) }
    return say(
      "In the place of an earlier label of the document, which counts no more: \(quoted: name, .english)",
      "この文書の以前のラベルに代わるもの(以前のラベルは無効):\(quoted: name, .japanese)")
  }

  private func documentLines(_ statement: LabelStatement, isWhole: Bool) -> [Sentence] {
    let claim = statement.claim
    let agency: Sentence? =
      isWhole
      ? claim.map { claim in
        let name = name(of: claim.agency)
        return say(
          "Official, of \(quoted: name, .english) (\(own: country(claim.jurisdiction)), "
            + "\(quoted: claim.agency.id, .english))",
          "公式文書、発行者\(quoted: name, .japanese)(\(own: country(claim.jurisdiction))、"
            + "\(quoted: claim.agency.id, .japanese))")
      } : nil
    return [
      agency, isWhole ? field("Office", "部署", claim?.office) : nil,
      field("Title", "標題", statement.title),
      field("Reference number", "文書番号", claim?.reference),
      field("Published at", "公開場所", claim?.url),
      isWhole ? field("Language", "言語", statement.language) : nil,
      statement.supersedes.flatMap(replaced),
    ].compactMap(\.self)
  }

  private func aiLines(_ verdict: Verdict, isWhole: Bool) -> [Sentence] {
    guard let statement = verdict.statement else { return [] }
    var lines: [Sentence] = []
    if statement.humanReview == true { lines.append(reviewed(statement.review)) }
    if statement.humanReview == false {
      lines.append(say("Not reviewed by a person", "人による確認なし"))
    }
    if statement.deepfake == true {
      lines.append(
        say(
          "It shows real people or events as they were not", "実在の人物・出来事を事実と異なる形で描写"))
    }
    let role = field("Editorial responsibility", "編集責任", statement.editorialResponsibility)
    let provider = isWhole ? field("AI provider", "AI提供者", verdict.aiTold?.provider) : nil
    return lines + [role, provider].compactMap(\.self)
  }

  /// Who looked at it, when, and at which version, as far as that is said.
  private func reviewed(_ review: LabelStatement.Review?) -> Sentence {
    let reviewed: Sentence = say(
      "Reviewed by a person before it was issued", "発行前に人が内容を確認")
    guard let review else { return reviewed }
    let version: Sentence =
      review.version.map {
        say(", version \(quoted: $0, .english)", "、確認した版\(quoted: $0, .japanese)")
      } ?? ""
    let time: Sentence =
      review.time.map { say(", \(own: $0.display)", "、\(own: $0.display)") } ?? ""
    return reviewed
      + say(": \(quoted: review.role, .english)", ":\(quoted: review.role, .japanese)") + version
      + time
  }

  private func line(about approval: LabelStatement.Approval) -> Sentence {
    say(
      "Approved by: \(quoted: approval.role, .english), record \(quoted: approval.record, .english), "
        + "\(own: approval.time.display)",
      "承認者:\(quoted: approval.role, .japanese)、記録\(quoted: approval.record, .japanese)、"
        + "\(own: approval.time.display)")
  }

  private func line(
    about version: LabelStatement.EarlierVersion, _ origin: Origin
  ) -> Sentence {
    let name = version.reference ?? version.title
    let what: Sentence =
      name.map { say("Earlier version \(quoted: $0, .english)", "以前の版\(quoted: $0, .japanese)") }
      ?? say("Earlier version", "以前の版")
    let signed: Sentence =
      version.time.map {
        say(", signed on \(own: $0.display)", "(署名日時 \(own: $0.display))")
      } ?? ""
    return what + signed + (version.isOfSame(origin) ? "" : signer(of: version))
      + {
        switch version.state {
        case .holds: say(": its label holds", ":ラベルは有効です")
        case .broken: say(": its label does not hold", ":ラベルは有効ではありません")
        case .unproved: say(": its label could not be checked", ":ラベルを確認できません")
        }
      }()
  }

  /// Who signed an earlier version, where it is another one than who signed this one.
  private func signer(of version: LabelStatement.EarlierVersion) -> Sentence {
    guard let signer = version.signer else { return "" }
    let claim: Sentence =
      version.claimed.map { agency in
        let name = name(of: agency)
        return say(
          " and claims to be official of \(quoted: name, .english)",
          "、\(quoted: name, .japanese)の公式文書と称しています")
      } ?? ""
    switch version.standing {
    case .listed:
      let name = version.agency.map(name) ?? ""
      return say(", by \(listed: name)", "、署名者\(listed: name)")
    case .withdrawn:
      return say(
        ", by \(quoted: signer.name, .english), whom a list does not believe",
        "、署名者\(quoted: signer.name, .japanese)(リストで取り消し済み)")
    case .unlisted:
      return say(
        ", by \(quoted: signer.name, .english), who is on no list",
        "、署名者\(quoted: signer.name, .japanese)(リスト未登録)") + claim
    case .notJudged:
      return say(
        ", by \(quoted: signer.name, .english), not checked against a government list",
        "、署名者\(quoted: signer.name, .japanese)(リスト未照合)") + claim
    }
  }
}
