import BroadsealDocuments
import BroadsealNotes
import BroadsealProvenance
import BroadsealReporting
import BroadsealSigning
import BroadsealVerifying

extension Wording {
  /// What a reader, or whoever signs, can do about a code: as much as is known of that code, else of its nature.
  func todo(_ code: Code) -> String {
    guard let advice = advice(on: code) ?? advice(onRemark: code) ?? advice(onFinding: code) else {
      return self.advice(on: code.nature)
    }
    return say("To do: ", "対処: ") + advice.prefix(1).lowercased() + advice.dropFirst()
  }

  /// What to do about something that is worth knowing; nil where reading it is all.
  private func advice(onRemark code: Code) -> String? {
    if let remark = code.member(of: SigningCode.self) {
      return advice(on: remark) ?? advice(onRefusal: remark)
    }
    if let remark = code.member(of: PDFSignatureCode.self) { return advice(on: remark) }
    switch code {
    case RemarkCode.laterChange.code:
      return say(
        "Look at the document as it was labelled: verify --extract-revision writes that revision.",
        "ラベル付け時の文書を確認してください(verify --extract-revision でその版を書き出せます)。")
    case PlaceCode.searchIncomplete.code:
      return say(
        "Get the file again, or look at it with another program; nothing is said against it.",
        "ファイルを入手し直すか、別のプログラムで確認してください。ファイルに問題があるとは限りません。")
    default: return nil
    }
  }

  /// What a reader can do about what was found in a file; nil where the nature of the code says it.
  private func advice(onFinding code: Code) -> String? {
    if code.words == .breaksOff {
      return say(
        "Get the file again from where it was published: a download or a copy that was not finished ends like this.",
        "公開元からファイルを入手し直してください。ダウンロードや複製が途中で終わった可能性があります。")
    }
    if let status = code.member(of: StatusCode.self) { return advice(on: status.effect) }
    if let place = code.member(of: PlaceCode.self) { return advice(on: place) }
    if let remark = code.member(of: RemarkCode.self) { return advice(on: remark) }
    switch code {
    case FileCode.typeMismatch.code:
      return say(
        "Give the file the name under which it was published; if its content is a web page, load the document again.",
        "公開されたときのファイル名に戻してください。内容がウェブページの場合は、文書を入手し直してください。")
    case FileCode.parentBroken.code:
      return say(
        "Rely on this version alone, which is judged by itself; ask the issuer about the earlier one.",
        "この文書自体の判定だけに基づいて扱い、以前の版については発行者に確認してください。")
    default: return nil
    }
  }

  private func advice(on remark: SigningCode) -> String? {
    switch remark {
    case .tsaFailed:
      say(
        "Sign again later; sign --add-timestamp gives a label its time stamp afterwards.",
        "後で署名し直してください。sign --add-timestamp で後からタイムスタンプを追加することもできます。")
    case .labelReplaced:
      say(
        "Before you publish it, find out whose label stood there; the original still has it.",
        "公開前に、以前のラベルが誰のものかを確認してください。元のファイルには残っています。")
    default: nil
    }
  }

  private func advice(on remark: PDFSignatureCode) -> String? {
    switch remark {
    case .doubtful, .form, .malformed, .weak:
      say(
        "Do not rely on that PDF signature, and ask its signer; a label is judged by itself.",
        "そのPDF署名を信頼せず、署名者に確認してください。ラベルは独立に判定されます。")
    case .unchecked, .unjudged:
      say(
        "Check the PDF signature with another program too.", "別のプログラムでもPDF署名を確認してください。")
    case .changed:
      say(
        "Look at the document as it was signed: verify --extract-revision writes that revision.",
        "署名時の文書を確認してください(verify --extract-revision でその版を書き出せます)。")
    case .disagrees, .otherSigner:
      say(
        "Ask the agency of the label whether it knows of the other signature.",
        "別の署名について、ラベルの機関に確認してください。")
    default: nil
    }
  }
}
