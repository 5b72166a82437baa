import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealProvenance
package import BroadsealVerifying

extension Wording {
  /// The first line: did the bytes change?
  package func integrity(of verdict: Verdict) -> AxisLine {
    if !verdict.breaksOff, let seal = verdict.speakingSeal,
      let line = integrity(of: seal, in: verdict)
    {
      return line
    }
    // "No label" is only so of a file that was looked through.
    let isOpen =
      verdict.isBoundInPart
      || verdict.integrity == .noLabel && (verdict.unjudged != nil || verdict.breaksOff)
    let (symbol, tone) =
      verdict.breaksOff && verdict.integrity != .noLabel
      ? Wording.sign(of: .malformed)
      : isOpen ? ("?", AxisLine.Tone.caution) : Wording.sign(of: verdict.integrity)
    return AxisLine(
      name: integrityName, symbol: symbol, tone: tone, sentence: integritySentence(verdict))
  }

  static func sign(of integrity: Integrity) -> (symbol: String, tone: AxisLine.Tone) {
    switch integrity {
    case .intact, .intactRevision: ("✓", .good)
    case .altered, .malformed: ("✗", .bad)
    case .noLabel: ("–", .neutral)
    case .unreadable: ("?", .caution)
    }
  }

  private func integritySentence(_ verdict: Verdict) -> Sentence {
    if verdict.breaksOff, verdict.integrity == .noLabel {
      return say(
        "No label found, but the file breaks off: a label may have been in what is missing.",
        "ラベルは見つかりませんでした。ただし、ファイルが途中で切れているため、欠けた部分にラベルがあった可能性があります。")
    }
    if verdict.breaksOff {
      return say(
        "The file breaks off and cannot be checked.", "ファイルが途中で切れているため、確認できません。")
    }
    if verdict.unjudged == .encrypted { return locked(verdict) }
    switch verdict.integrity {
    case .intact:
      guard !verdict.has(RemarkCode.bindingPartial) else {
        return say(
          "The signed part of the file has not changed, but the signature leaves out a part of it.",
          "署名された部分は変更されていませんが、署名の対象外の部分があります。")
      }
      guard !verdict.has(RemarkCode.bindingParts) else {
        return say(
          "What is left of the file has not changed since it was signed; parts that its signer allows to be "
            + "missing are not there.",
          "残っている部分は署名後に変更されていませんが、なくてもよいと署名者が定めた部分がありません。")
      }
      guard let time = verdict.time?.trusted?.display else {
        return say("The file has not changed since it was signed.", "署名後に変更されていません。")
      }
      return say(
        "The file has not changed since it was signed on \(own: time).",
        "署名後に変更されていません。署名日時:\(own: time)。")
    case .intactRevision:
      let (own, all) = ("\(verdict.label?.revision ?? 1)", "\(verdict.label?.revisions ?? 2)")
      guard verdict.label?.change != .nothing else {
        return say(
          "The file as it was labelled (revision \(own: own) of \(own: all)) has not changed. What was "
            + "added later changes nothing in it.",
          "ラベル付け時の内容(全\(own: all)版の第\(own: own)版)は変更されていません。"
            + "その後の追記は文書の内容に影響しません。")
      }
      return say(
        "The file as it was labelled (revision \(own: own) of \(own: all)) has not changed. Later only "
          + "proofs about its signatures were added.",
        "ラベル付け時の内容(全\(own: all)版の第\(own: own)版)は変更されていません。"
          + "その後に追加されたのは署名の検証情報だけです。")
    case .altered: return mismatch(verdict)
    case .noLabel: return noLabel(verdict)
    case .malformed: return damaged(verdict) ?? unusableLabel(verdict)
    case .unreadable:
      guard !verdict.has(StatusCode.manifestInaccessible), !verdict.has(PlaceCode.remoteRefused)
      else {
        return say(
          "The file says that its label is kept elsewhere, and it could not be fetched, so nothing "
            + "was judged.",
          "ラベルは別の場所にあると記載されていますが、取得できなかったため、判定していません。")
      }
      guard !verdict.has(PlaceCode.sidecarUnreadable) else {
        return say(
          "The separate label file could not be read, so nothing was judged.",
          "別ファイルのラベルを読み取れなかったため、判定していません。")
      }
      return say(
        "The file could not be read, so nothing was judged.",
        "ファイルを読み取れなかったため、判定していません。")
    }
  }

  /// What does not match what, of a file with a label.
  private func mismatch(_ verdict: Verdict) -> Sentence {
    if verdict.isDetached {
      return say(
        "The file does not match the label beside it.",
        "ファイルが、同じフォルダーにあるラベルファイルと一致しません。")
    }
    let holds = verdict.c2pa.state == .valid || verdict.c2pa.state == .trusted
    if holds, verdict.pdfSignatures.contains(where: { $0.isWithLabel && $0.status == .broken }) {
      return say(
        "The file does not match the PDF signature that was made with its label.",
        "ファイルが、ラベルと同時に作成されたPDF署名と一致しません。")
    }
    return say("The file does not match its label.", "ファイルがラベルと一致しません。")
  }

  /// A file that only a key opens: whether something like a label was seen in it all the same.
  private func locked(_ verdict: Verdict) -> Sentence {
    let isPassword =
      verdict.has(PDFCode.password) || verdict.has(FileCode.memberEncrypted)
      || verdict.format == Format.encrypted.kind
    let why =
      isPassword ? say("needs a password", "パスワードで保護されている") : say("is encrypted", "暗号化されている")
    guard verdict.integrity == .noLabel else {
      return say(
        "The file \(own: why), and without it a label inside cannot be checked.",
        "ファイルが\(own: why)ため、内部のラベルを確認できません。")
    }
    return say(
      "No label found; the file \(own: why), so that nobody could look inside. "
        + "This is not evidence that it is AI-made or false.",
      "ラベルは見つかりませんでした。ファイルが\(own: why)ため、内部を確認していません。"
        + "AI生成や虚偽であることを示すものではありません。")
  }

  private func unusableLabel(_ verdict: Verdict) -> Sentence {
    guard verdict.c2pa.activeManifest == nil else {
      return say(
        "There is a label, but it does not hold.", "ラベルはありますが、有効ではありません。")
    }
    let fault = verdict.findings.first { $0.severity == .error && $0.code.nature == .label }
    let why = fault.map { say(" \(sentence(for: $0.code))", sentence(for: $0.code)) } ?? ""
    return say(
      "There is something like a label, but it cannot be read.\(own: why)",
      "ラベルらしきものがありますが、読み取れません。\(own: why)")
  }

  private func noLabel(_ verdict: Verdict) -> Sentence {
    if verdict.has(PlaceCode.sidecarWithoutAsset) {
      return say(
        "This is a label, not a document: verify the document that it belongs to.",
        "これはラベルであり、文書ではありません。対象の文書を検証してください。")
    }
    if verdict.has(PlaceCode.searchIncomplete) { return unsearched(verdict) }
    if verdict.has(PlaceCode.formatNotRead) {
      guard verdict.size != 0 else {
        return say(
          "The file is empty, and no label is beside it.", "ファイルは空で、同じフォルダーにもラベルファイルはありません。")
      }
      guard verdict.mediaType != FileType.unknown else {
        return say(
          "No label found beside the file, and its content is of no kind that this version knows, whatever its "
            + "name says. This is not evidence that it is AI-made or false.",
          "同じフォルダーにラベルファイルは見つかりませんでした。名前にかかわらず、内容は本バージョンが対応する種類のものではありません。"
            + "AI生成や虚偽であることを示すものではありません。")
      }
      let name = Formats.name(ofKind: verdict.format, mediaType: verdict.mediaType)
      return say(
        "No label found beside the file; this version does not look for labels inside it"
          + "\(own: name.map { " (\($0.english))" } ?? ""). "
          + "This is not evidence that it is AI-made or false.",
        "同じフォルダーにラベルファイルは見つかりませんでした。本バージョンは、この形式のファイル"
          + "\(own: name.map { "(\($0.japanese))" } ?? "")の内部のラベルを読み取りません。"
          + "AI生成や虚偽であることを示すものではありません。")
    }
    if let kinds = kinds(of: verdict) {
      return say(
        "No label found, and the content is of another kind (\(own: kinds.content)) than the name says "
          + "(\(own: kinds.name)). This is not evidence that it is AI-made or false.",
        "ラベルは見つかりませんでした。内容の種類(\(own: kinds.content))が、名前の示す種類(\(own: kinds.name))と異なります。"
          + "AI生成や虚偽であることを示すものではありません。")
    }
    if let place = placeBeside(verdict) {
      return say(
        "No label found. That of a file of this kind (\(own: place.kind)) is a file beside it, "
          + "\(quoted: place.name, .english), and is not here. This is not evidence that it is AI-made or false.",
        "ラベルは見つかりませんでした。この形式のファイル(\(own: place.kind))のラベルは別ファイルに入りますが、"
          + "\(quoted: place.name, .japanese)がありません。AI生成や虚偽であることを示すものではありません。")
    }
    return say(
      "No label found. This is not evidence that it is AI-made or false; "
        + "labels are often lost when files are copied or converted.",
      "ラベルは見つかりませんでした。AI生成や虚偽であることを示すものではありません。"
        + "複製・変換で失われることがあります。")
  }

  /// No label was found, and the structure of the file could not be read: why, as far as it is known.
  private func unsearched(_ verdict: Verdict) -> Sentence {
    let cause = verdict.findings.first { $0.code.nature.isObstacle }
    var why = ""
    if let cause {
      let known = explanation(of: cause.note)
      why = say(": \(known)", "(\(known))")
    }
    return say(
      "No label found; the file could not be searched completely\(own: why). "
        + "This is not evidence that it is AI-made or false.",
      "ラベルは見つかりませんでした。ファイル全体を調べることはできませんでした\(own: why)。"
        + "AI生成や虚偽であることを示すものではありません。")
  }

  /// What is wrong with a file that is too damaged to tell whether it holds a label; nil when it
  /// is the label that cannot be read.
  private func damaged(_ verdict: Verdict) -> Sentence? {
    guard
      let finding = verdict.findings.first(where: {
        $0.severity == .error && $0.code.nature.isObstacle
      })
    else { return nil }
    let place = finding.place.map { say(", \($0)", "(\(words(for: $0)))") } ?? ""
    let reason = explanation(of: finding.note)
    guard finding.code.nature == .broken else {
      return say(
        "The file cannot be checked: \(own: reason)\(own: place).",
        "ファイルを確認できません:\(own: reason)\(own: place)。")
    }
    return say(
      "The file is damaged and cannot be checked: \(own: reason)\(own: place).",
      "ファイルが破損しているため確認できません:\(own: reason)\(own: place)。")
  }
}
