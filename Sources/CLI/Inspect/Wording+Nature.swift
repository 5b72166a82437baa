import BroadsealNotes
import BroadsealReporting

/// What `explain` says of a code beside its sentence.
extension Wording {
  /// What codes of a nature are about.
  func about(_ nature: Nature) -> String {
    switch nature {
    case .broken: say("The file is damaged.", "ファイルの破損を示します。")
    case .ambiguous:
      say("The file could be read in two ways.", "ファイルが複数の内容に読めることを示します。")
    case .unread:
      say(
        "The file may be sound, and goes beyond what this version reads.",
        "本バージョンでは読み取れない構造を示します。破損とは限りません。")
    case .locked: say("The file is encrypted.", "ファイルの暗号化を示します。")
    case .unavailable:
      say("The file, or its label, could not be had.", "ファイルまたはラベルを取得できないことを示します。")
    case .label:
      say("The label, or its place, is not as it has to be.", "ラベルまたはその配置の不備を示します。")
    case .refusal:
      say(
        "It says why a document is not signed, or gets its label beside it.",
        "署名しない理由、またはラベルを別ファイルにする理由を示します。")
    case .risk:
      say(
        "The document can show more, less or other than its own bytes say.",
        "表示される内容が、ファイル自体の内容と異なりうることを示します。")
    case .hint:
      say("Something that nobody signed speaks of AI.", "署名されていないAIに関する情報を示します。")
    case .reason:
      say("It says why a document is not official.", "公式と認められない理由を示します。")
    case .remark: say("It is worth knowing.", "参考情報です。")
    case .success: say("A check of the C2PA standard held.", "C2PA標準の検証項目に合格したことを示します。")
    case .informational:
      say("The C2PA standard calls it information.", "C2PA標準で参考情報とされています。")
    case .failure:
      say("A check of the C2PA standard failed.", "C2PA標準の検証項目に合格しなかったことを示します。")
    }
  }

  /// What a reader, or whoever signs, can do.
  func advice(on nature: Nature) -> String {
    switch nature {
    case .broken:
      say(
        "To do: get the file again from where it was published; whoever signs writes it anew.",
        "対処: 公開元からファイルを入手し直してください。署名者はファイルを作り直してください。")
    case .ambiguous:
      say(
        "To do: do not rely on one program's view of it; whoever signs saves it anew.",
        "対処: 一つのソフトウェアの表示だけに頼らないでください。署名者は保存し直してください。")
    case .unread:
      say(
        "To do: nothing is said against the file; whoever signs can label it with --sidecar.",
        "対処: ファイルに問題があるとは限りません。署名者は --sidecar でラベルを付けられます。")
    case .locked:
      say(
        "To do: ask for the document as it was published, without a password; whoever signs can label it with --sidecar.",
        "対処: 公開されたままの、パスワードのない文書を求めてください。署名者は --sidecar でラベルを付けられます。")
    case .unavailable:
      say(
        "To do: see that the file is there and can be read, and try again.",
        "対処: ファイルの有無と読み取り権限を確認し、再度実行してください。")
    case .label:
      say(
        "To do: take the label as not there, and ask the issuer for the document.",
        "対処: ラベルがないものとして扱い、発行者に文書を確認してください。")
    case .refusal:
      say(
        "To do: follow the hint of the message; where it names --sidecar, that labels the document as it is.",
        "対処: メッセージのヒントに従ってください。ヒントに --sidecar がある場合は、文書をそのままラベル付けできます。")
    case .risk:
      say(
        "To do: look at what it names; sign --strict-content refuses such documents.",
        "対処: 示された箇所を確認してください。sign --strict-content はこのような文書を拒否します。")
    case .hint:
      say(
        "To do: take it as a claim of whoever wrote the metadata, and of nobody else.",
        "対処: メタデータの作成者による記載としてのみ扱ってください。")
    case .reason:
      say(
        "To do: do not take the document as official; verify --explain names every reason.",
        "対処: 公式文書として扱わないでください。verify --explain がすべての理由を示します。")
    case .remark:
      say(
        "To do: nothing by itself; the verdict says what follows from it, if anything does.",
        "対処: それだけでは必要ありません。影響がある場合は検証結果に示されます。")
    case .success: say("To do: nothing.", "対処: 必要ありません。")
    case .informational:
      say(
        "To do: by the standard nothing; the verdict says whether it keeps the document from being official.",
        "対処: 標準では必要ありません。公式と認められない理由になる場合は、検証結果に示されます。")
    case .failure:
      say(
        "To do: see the verdict: it says whether the file, the signer or only an ingredient is meant.",
        "対処: 検証結果を確認してください。対象がファイル、署名者、素材のいずれであるかが示されます。")
    }
  }
}
