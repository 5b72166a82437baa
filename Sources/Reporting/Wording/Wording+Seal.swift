import BroadsealBytes
import BroadsealNotes
import BroadsealVerifying

/// What is said of a document for which a seal speaks. Its words are never those of a label.
extension Wording {
  /// The first line; nil where nothing is known of the bytes by the seal.
  func integrity(of signature: PDFSignatureResult, in verdict: Verdict) -> AxisLine? {
    guard let seal = signature.seal else { return nil }
    func line(_ symbol: String, _ tone: AxisLine.Tone, _ sentence: Sentence) -> AxisLine {
      AxisLine(name: integrityName, symbol: symbol, tone: tone, sentence: sentence)
    }
    if let sentence = mismatch(signature, seal, in: verdict) ?? earlier(signature, in: verdict) {
      return line("✗", .bad, sentence)
    }
    let unjudged = seal.reasons.first { $0.code.condition == 1 || $0.code == SealCode.unchecked }
    if let unjudged {
      return line("?", .caution, Sentence([.own(self.sentence(for: unjudged.code))]))
    }
    guard let later = signature.later, later.change != .notJudged else {
      return line("?", .caution, Sentence([.own(sentence(for: SealCode.unjudged.code))]))
    }
    guard later.change.keepsContent else {
      let isAltered = verdict.integrity == .altered
      let what = words(for: later.change)
      return line(
        isAltered ? "✗" : "!", isAltered ? .bad : .caution,
        seal.agency == nil
          ? say(
            "The file was changed after it got its PDF signature: \(own: what).",
            "PDF署名後に変更されています:\(own: what)。")
          : say(
            "The file was changed after it was sealed: \(own: what).",
            "eシール付与後に変更されています:\(own: what)。"))
    }
    return line("✓", .good, unchanged(seal) + proofsOnly(later))
  }

  /// What does not match, as far as it is known whose it is; nil where nothing was computed and differs.
  ///
  /// A time stamp seals nothing: that one does not hold says nothing of the file.
  private func mismatch(
    _ signature: PDFSignatureResult, _ seal: SealResult, in verdict: Verdict
  ) -> Sentence? {
    guard signature.status != .broken else {
      return seal.agency == nil
        ? say(
          "The file does not match its PDF signature.", "ファイルがPDF署名と一致しません。")
        : say("The file does not match its seal.", "ファイルがeシールと一致しません。")
    }
    let others = verdict.pdfSignatures.filter { $0.status == .broken && $0.seal != nil }
    guard !seal.isOfficial, !others.isEmpty else { return nil }
    return others.contains { $0.seal?.agency != nil }
      ? say(
        "The file does not match the earlier seal.", "ファイルが以前のeシールと一致しません。")
      : say(
        "One of the file's PDF signatures does not match it.",
        "ファイルと一致しないPDF署名があります。")
  }

  /// That the file was changed after a seal of an earlier revision; nil where it was not, or where that
  /// seal speaks itself.
  private func earlier(_ signature: PDFSignatureResult, in verdict: Verdict) -> Sentence? {
    guard verdict.integrity == .altered, let other = verdict.pdfSignatures.changedSeal,
      other.offset != signature.offset, signature.later?.change != .changed
    else { return nil }
    let what = words(for: .changed)
    return say(
      "The file was changed after the earlier seal: \(own: what).",
      "以前のeシールの付与後に変更されています:\(own: what)。")
  }

  private func unchanged(_ seal: SealResult) -> Sentence {
    guard seal.isOfficial else {
      return say(
        "The file has not changed since it got its PDF signature.", "PDF署名後に変更されていません。")
    }
    if let time = seal.time.trusted?.display {
      return say(
        "The file has not changed since it was sealed on \(own: time).",
        "eシール付与時(\(own: time))から変更されていません。")
    }
    let time = seal.time.claimed?.display ?? ""
    return say(
      "The file has not changed since it was sealed on \(own: time) (time as the issuer states it).",
      "eシール付与時(\(own: time)、発行者の申告)から変更されていません。")
  }

  private func proofsOnly(_ later: LaterRevisions) -> Sentence {
    guard later.change == .evidence else { return "" }
    return say(
      " Later only proofs about its signatures were added.",
      "その後に追加されたのは署名の検証情報だけです。")
  }

  /// The second line; nil where nobody can be named.
  func origin(of signature: PDFSignatureResult, in verdict: Verdict) -> Sentence? {
    guard let seal = signature.seal, let origin = verdict.origin,
      verdict.integrity != .altered
        || signature.status != .broken
    else { return nil }
    guard let agency = seal.agency else { return unlisted(signature, seal) }
    let name = name(of: agency)
    // What nobody can judge names no issuer in the verdict; the entry of the list is known all the same.
    let country = country(seal.jurisdiction ?? origin.jurisdiction ?? "")
    guard let reason = seal.reasons.first else {
      return say(
        "Sealed by: \(listed: name) (\(own: country)), recognised government issuer. It carries no label.",
        "eシール付与者:\(listed: name)(\(own: country))。政府機関としてトラストリストに登録されています。ラベルはありません。")
    }
    let why = sentence(for: reason.code)
    return say(
      "Sealed by: \(listed: name) (\(own: country)), but not proved to be official. \(own: why)",
      "eシール付与者:\(listed: name)(\(own: country))。公式文書であることは確認できません。\(own: why)")
  }

  private func unlisted(_ signature: PDFSignatureResult, _ seal: SealResult) -> Sentence? {
    guard let name = signature.signer?.name else { return nil }
    let signed: Sentence = say(
      "PDF signature by \(quoted: name, .english)", "PDF署名の署名者:\(quoted: name, .japanese)")
    guard seal.has(.noList) else {
      if let reason = seal.reasons.first(where: { $0.code.condition == 6 }) {
        let why = sentence(for: reason.code)
        return signed
          + say(
            ", not recognised as a government issuer. \(own: why)",
            "。登録された政府機関とは確認できません。\(own: why)")
      }
      if seal.has(.labelsOnly) {
        return signed
          + say(
            ", whom a list that was given knows for labels, and not for seals.",
            "。指定されたリストではラベルの署名者として登録されていますが、eシールの付与者としては登録されていません。")
      }
      return signed
        + say(
          ", who is on no list that was given.", "。指定されたリストに登録されていません。")
    }
    return signed
      + say(
        ". No government trust list was given, so it cannot be said whether that is a government issuer.",
        "。政府のトラストリストが指定されていないため、政府機関かどうかを確認できません。")
  }

  /// The line of a seal beside a label, which speaks; nil where no list knows it.
  func line(aboutSeal signature: PDFSignatureResult) -> Sentence? {
    guard let seal = signature.seal, let agency = seal.agency, signature.status != .broken else {
      return nil
    }
    let name = name(of: agency)
    let country = country(seal.jurisdiction ?? "")
    let isOfEarlier =
      signature.coverage == .revision && signature.later?.change.keepsContent == false
    let seals: Sentence =
      isOfEarlier ? say("The earlier seal: by ", "以前のeシール:") : say("Seal: by ", "eシール:")
    guard let reason = seal.reasons.first else {
      return seals
        + say(
          "\(listed: name) (\(own: country)), recognised government issuer.",
          "\(listed: name)(\(own: country))。政府機関としてトラストリストに登録されています。")
    }
    let why = sentence(for: reason.code)
    return seals
      + say(
        "\(listed: name) (\(own: country)), but not proved to be official. \(own: why)",
        "\(listed: name)(\(own: country))。公式文書であることは確認できません。\(own: why)")
  }
}
