import BroadsealReporting
import BroadsealSigning

extension Wording {
  /// What whoever signs can do about a refusal that a label beside the document does not get around; nil for others.
  func advice(onRefusal code: SigningCode) -> String? {
    switch code {
    case .aiStated:
      say(
        "Say --ai altered where AI was used; a mistake of your own is corrected with --corrects, or in the document itself with broadseal remove.",
        "AIを利用した場合は --ai altered を指定してください。自機関の記載の誤りは、--corrects で訂正するか、文書内のラベルを broadseal remove で削除してから署名し直してください。"
      )
    case .contentRisk:
      say(
        "Look at what it names, and save the document without it; without --strict-content it is signed as it is.",
        "示された箇所を確認し、それを除いて保存し直してください。--strict-content を外すと、そのまま署名できます。")
    case .embeddedStore:
      say(
        "Leave --sidecar out: the new label then goes inside and keeps the one that is there; broadseal remove takes that out.",
        "--sidecar を外すと、新しいラベルは以前のラベルを保持して文書内に入ります。以前のラベルは broadseal remove で削除できます。")
    case .padesKey:
      say(
        "Sign with a key of another kind, or leave --pades out.",
        "別の種類の鍵で署名するか、--pades を外してください。")
    case .padesNotPDF:
      say(
        "Leave --pades out: the document then gets the label alone.",
        "--pades を外すと、ラベルのみを付けられます。")
    case .padesTSAChanged:
      say(
        "Sign it again; where it stays so, name another time-stamp authority with --tsa.",
        "署名し直してください。解決しない場合は、--tsa で別の時刻認証局を指定してください。")
    case .renewUnsigned:
      say(
        "There is nothing to renew; sign --pades makes a PDF signature.",
        "更新の必要はありません。PDF署名は sign --pades で付けられます。")
    case .sealKept:
      say(
        "Leave --embed and --pades out: the label then goes beside the document, and the seal keeps its standing.",
        "--embed と --pades を外すと、ラベルは別ファイルになり、eシールは有効なままです。")
    case .stampOtherIssuer:
      say(
        "Ask that agency to stamp it; a label of your own is a new signature, with sign.",
        "その機関にタイムスタンプの追加を依頼してください。自機関のラベルは sign で新たに付けます。")
    case .stampTooLate, .stampUnproved:
      say(
        "Sign the document anew, with a certificate that is valid now and that the list knows.",
        "現在有効で、リストに登録された証明書で、文書に署名し直してください。")
    case .stampUnsound:
      say(
        "Get the document again as it was signed, or sign it anew.",
        "署名時の文書を入手し直すか、署名し直してください。")
    case .storeFile:
      say(
        "Name the document itself; its label lies beside it as FILE.EXT.c2pa.",
        "文書そのものを指定してください。ラベルは同じフォルダーの FILE.EXT.c2pa です。")
    default: nil
    }
  }
}
