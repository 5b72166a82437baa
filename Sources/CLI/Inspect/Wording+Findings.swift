import BroadsealProvenance
import BroadsealReporting
import BroadsealVerifying

/// What a reader can do about what a verdict found: by what follows from it.
extension Wording {
  /// About a code of the standard; nil where nothing failed.
  func advice(on effect: StatusCode.Effect) -> String? {
    switch effect {
    case .alters, .altersManifest:
      say(
        "Get the file again from where it was published; one changed byte is enough. Where the verdict names an "
          + "ingredient, only something that it was made from is meant.",
        "公開元からファイルを入手し直してください。1バイトの変更でも該当します。検証結果に素材とある場合は、素材だけが対象です。")
    case .disproves, .malforms:
      say(
        "Take the label as not there, and ask the issuer for another copy of the document.",
        "ラベルがないものとして扱い、文書の別の写しを発行者に求めてください。")
    case .concernsSigner:
      say(
        "Do not rely on who signed it; ask the agency that it names whether the document is theirs.",
        "署名者の表示を信頼せず、表示された機関に、その機関の文書かどうかを確認してください。")
    case .leavesSignerUnknown:
      say(
        "Name the list that knows the signer (--government, --trust-dir), or ask the agency that it names.",
        "署名者を登録したリストを指定するか(--government、--trust-dir)、表示された機関に確認してください。")
    case .identityOnly, .leavesIdentityUnknown:
      say(
        "Do not rely on the organisation that is named beside the signer; the label is judged without it.",
        "署名者とともに表示された組織の識別情報を信頼しないでください。ラベルは識別情報とは別に判定されます。")
    case .success, .informational: nil
    }
  }

  /// About where a label is, or is not.
  func advice(on place: PlaceCode) -> String? {
    switch place {
    case .formatNotRead:
      say(
        "Look where it was published for its label, a file named like it with .c2pa behind; nothing is said against it.",
        "公開元で、ファイル名の末尾に.c2paを付けた名前のラベルファイルを探してください。ファイルに問題があるとは限りません。")
    case .remoteAmbiguous, .remoteRefused:
      say(
        "Take it as a file without a label, and ask the issuer for one with the label inside or beside it.",
        "ラベルのないファイルとして扱い、ラベル付きの文書を発行者に求めてください。")
    case .remoteNotFetched:
      say(
        "Name it with --online manifest, if that address may learn that you look at it.",
        "そのアドレスに検証していることを知られてもよければ、--online manifest を指定してください。")
    case .remoteManifest:
      say("Nothing; the label was judged like any other.", "必要ありません。ラベルは通常どおり判定されます。")
    case .sidecarIgnored:
      say(
        "If the separate label is meant, ask the issuer for the document as it was when that was made.",
        "別ファイルのラベルが正しい場合は、そのラベルを作成した時点の文書を発行者に求めてください。")
    case .sidecarNewer:
      say(
        "Keep the separate label with the file: it is the one that speaks for all of it.",
        "別ファイルのラベルを文書と同じフォルダーに置いてください。ファイル全体を対象とするのはそのラベルです。")
    case .signatureBeside:
      say(
        "Check that signature with a program that knows its kind.",
        "その署名は、対応するプログラムで検証してください。")
    case .archiveClosed:
      say(
        "Audit it with --archives, or unpack it and verify the files.",
        "監査に --archives を指定するか、展開して中のファイルを検証してください。")
    case .labelInside:
      say(
        "Take out what the file holds, if you can, and verify that by itself.",
        "可能であれば、ファイルに含まれる画像などを取り出し、個別に検証してください。")
    case .sidecarWithoutAsset:
      say(
        "Verify the document that it belongs to, in the same folder and without .c2pa behind its name.",
        "同じフォルダーにある、名前の末尾に.c2paのない文書を検証してください。")
    case .searchIncomplete, .sidecarUnreadable: nil
    }
  }

  /// About what a label that holds leaves open.
  func advice(on remark: RemarkCode) -> String? {
    switch remark {
    case .bindingPartial, .bindingParts:
      say(
        "Rely on nothing that could stand in the bytes left out; ask the issuer for a copy that is signed whole.",
        "対象外の部分の内容を信頼しないでください。全体が署名された写しを発行者に求めてください。")
    case .fileTypeUnknown, .fileTypeUnsigned:
      say(
        "Keep the name under which it was published: the name decides which program opens it.",
        "公開されたときのファイル名を変えないでください。開くプログラムはファイル名で決まります。")
    case .listRecord:
      say(
        "See that the folder of the record can be written (XDG_STATE_HOME), and verify again.",
        "記録用のフォルダー(XDG_STATE_HOME)に書き込めることを確認し、再度検証してください。")
    case .timeClaimedLater:
      say(
        "Go by the time stamp; the other time is the signer's own word.",
        "タイムスタンプの時刻に基づいて判断してください。もう一方の時刻は署名者の申告です。")
    case .aiOtherEdits, .laterEvidence, .timeSeveral, .timeStampedAgain:
      say("Nothing; it takes nothing from the verdict.", "必要ありません。検証結果に影響しません。")
    case .laterChange: nil
    }
  }
}
