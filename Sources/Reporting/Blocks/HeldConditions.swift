import BroadsealBytes
import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying

/// What holds of a file, of the conditions for "official": the other half of why a verdict is as it is.
extension Wording {
  /// A sentence for each condition that was looked at and does not fail; none where nothing was proved.
  func held(of verdict: Verdict) -> [Sentence] {
    if let signature = verdict.speakingSeal { return held(ofSeal: signature) }
    let isIntact = verdict.integrity == .intact || verdict.integrity == .intactRevision
    guard isIntact, !verdict.hasFailedLabel, let origin = verdict.origin,
      origin.status != .none, origin.speaker == .label
    else { return [] }
    let failed = Set(origin.reasons.compactMap(\.code.condition))
    let listed = origin.list.map { list in
      [
        (3, line(about: list, isInForce: !failed.contains(9))),
        (4, say("Its chain of certificates keeps the rules.", "証明書チェーンは規則を満たしています。")),
        (
          5,
          say(
            "The list lets it sign for this agency.", "リストにより、この機関として署名することが認められています。")
        ),
        (
          8,
          say(
            "Nothing that was given says that its certificate was revoked.",
            "証明書の失効を示す情報はありません。")
        ),
      ]
    }
    let all: [(Int, Sentence)] =
      [(1, whole(verdict))] + (status(of: origin).map { [(0, $0)] } ?? []) + (listed ?? [])
      + (verdict.statement?.claim == nil
        ? []
        : [(6, say("Its signer labels it official.", "署名者自身が公式文書と記載しています。"))])
      + (line(about: verdict.time).map { [(7, $0)] } ?? [])
    return all.filter { !failed.contains($0.0) }.map(\.1)
  }

  /// What the label covers: of a file that was added to, the revision that it was made for.
  private func whole(_ verdict: Verdict) -> Sentence {
    guard verdict.integrity == .intactRevision else {
      guard !verdict.c2pa.informational.contains(where: \.isLeftOut) else {
        return say(
          "The label is valid and whole: it covers every byte but its own and those that the format makes it "
            + "leave out, such as the length of the file.",
          "ラベルは有効で、ラベル自体と、ファイルの長さなど形式上対象にできない部分を除くすべてのバイトを対象としています。")
      }
      return say(
        "The label is valid and whole: it covers every byte but its own.",
        "ラベルは有効で、ラベル自体を除くすべてのバイトを対象としています。")
    }
    let (own, all) = ("\(verdict.label?.revision ?? 1)", "\(verdict.label?.revisions ?? 2)")
    return say(
      "For revision \(own: own) of \(own: all) the label is valid and whole: it covers every byte of that "
        + "revision but its own.",
      "ラベルは全\(own: all)版の第\(own: own)版について有効で、ラベル自体を除くその版のすべてのバイトを対象としています。")
  }

  private func status(of origin: Origin) -> Sentence? {
    switch origin.status {
    case .recognisedTool:
      say(
        "Its signer is on the list of signing tools and services that was given.",
        "署名者は、指定された署名ツール・サービスのリストに登録されています。")
    case .known:
      say(
        "Its signer's certificate was accepted by hand.", "署名者の証明書は個別に許可されています。")
    case .official, .unrecognised, .none: nil
    }
  }
}

extension Verdict {
  /// Whether a reason or a status says what another one of the verdict says better.
  func isSaidElsewhere(_ code: Code) -> Bool {
    guard let origin else { return false }
    if code == StatusCode.signingCredentialUntrusted.code {
      return origin.has(
        .noList, .unlisted, .sealsOnly, .selfSigned, .rootInFile, .withdrawn)
    }
    if code == StatusCode.timeStampUntrusted.code {
      return origin.has(
        .stampUntrusted, .authorityNotGranted, .authorityRevoked, .authorityUnlisted,
        .authorityWithdrawn, .undecided)
    }
    if code == StatusCode.claimSignatureOutsideValidity.code { return origin.has(.undecided) }
    if code == OfficialCode.altered.code || code == OfficialCode.invalid.code {
      return !c2pa.failure.isEmpty
    }
    // What a format makes every label leave out keeps nothing from being whole.
    if C2PAStatus(code: code.name).isLeftOut {
      return integrity == .intact && !has(RemarkCode.bindingPartial)
        && !origin.reasons.contains { $0.code.condition == 1 }
    }
    // It blames nobody, and is true of nearly every honest file.
    return code == RemarkCode.aiOtherEdits
  }
}

extension C2PAStatus {
  /// Whether it says that a label leaves out more than itself.
  fileprivate var isLeftOut: Bool {
    switch known {
    case .assertionBmffHashAdditionalExclusionsPresent,
      .assertionBoxesHashAdditionalExclusionsPresent,
      .assertionDataHashAdditionalExclusionsPresent:
      true
    default: false
    }
  }
}
