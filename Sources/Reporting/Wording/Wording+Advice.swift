import BroadsealDocuments
package import BroadsealNotes
import BroadsealVerifying

extension Wording {
  /// What a reader can do about one code; nil where its nature says it all.
  ///
  /// It is about a document that is not official, and never about who is to blame.
  package func advice(on code: Code) -> String? {
    if let reason = code.member(of: OfficialCode.self) { return advice(on: reason) }
    if let reason = code.member(of: SealCode.self) { return advice(on: reason) }
    if code == ZIPCode.nameEncoding {
      return say(
        "Unpack it and look at the files, or pack it anew with names in Unicode.",
        "展開して中のファイルを確認するか、ファイル名をUnicodeにして圧縮し直してください。")
    }
    guard code.family == .scope || code.family == .officialScope else { return nil }
    return say(
      "Ask the agency; the keepers of the list can widen its entry, where the agency may say this.",
      "機関に確認してください。機関の権限内の記載であれば、リストの管理者が登録範囲を広げられます。")
  }

  private func advice(on reason: OfficialCode) -> String {
    switch reason {
    case .fileType: nameIt
    case .altered, .pdfSignature, .unproved: getItAgain
    case .ingredientOnly:
      say(
        "Look for the official document that it was made from, and rely on that.",
        "素材となった公式文書を探し、そちらを利用してください。")
    case .noList: nameAList
    case .unlisted, .selfSigned, .rootInFile, .identityUntrusted: askTheAgency
    case .sealsOnly: askTheKeepers
    case .noLabel, .notOfficial:
      say(
        "It is signed, and not said to be official; ask the agency if it ought to be.",
        "署名はありますが、公式とは表示されていません。公式文書のはずであれば、機関に確認してください。")
    case .noStamp, .outsideValidity, .authorityRevoked, .authorityWithdrawn, .stampForm: stampIt
    case .undecided: nameTheClock
    case .authorityUnlisted, .stampUntrusted: newestListOrStamp
    case .authorityNotGranted: askAboutTheClock
    case .notGranted: askTheOperator
    case .withdrawn, .revoked: doNotRely
    case .revocationUnknown: askAboutRevocation
    case .segments:
      say(
        "Get all files of the film, and name them together (--segments).",
        "映像のファイルをすべて入手し、まとめて指定してください(--segments)。")
    case .evidence:
      say("Give the evidence that was kept for this file.", "このファイルのために保存された証拠を指定してください。")
    case .stale, .recognition: newestList
    case .notYetIssued: laterMoment
    case .bindingForm, .credentialUnprotected, .exclusions, .fileStructure, .ingredient, .invalid,
      .layout, .limit, .oldClaim, .signatureForm, .updated, .identityExtra, .identityForm,
      .identityPartial, .chain, .profile, .purpose, .gathered, .malformed, .repeated:
      signItAnew
    }
  }

  private func advice(on reason: SealCode) -> String {
    switch reason {
    case .fileType: nameIt
    case .broken, .changed: getItAgain
    case .noList: nameAList
    case .labelsOnly: askTheKeepers
    case .unlisted, .certification, .key, .otherKind, .person, .qualified, .scope: askTheAgency
    case .noStamp, .noTime, .outsideValidity, .future, .beforeAnswer, .stampWeak,
      .authorityRevoked, .authorityWithdrawn:
      say(
        "Ask the agency for a copy that was sealed with the time stamp of a listed authority.",
        "登録された時刻認証局のタイムスタンプとともにeシールが付与された写しを、機関に求めてください。")
    case .authorityUnlisted, .stampUntrusted: newestListOrStamp
    case .authorityNotGranted: askAboutTheClock
    case .notGranted, .outsidePeriod: askTheOperator
    case .withdrawn, .revoked, .compromised: doNotRely
    case .revocationUnknown: askAboutRevocation
    case .stale: newestList
    case .notYetIssued: laterMoment
    case .unchecked, .unjudged:
      say(
        "Check it with another program too; nothing is said against the file.",
        "別のプログラムでも確認してください。ファイルに問題があるとは限りません。")
    case .form, .kind, .message, .weak, .keyUsage, .purpose:
      say(
        "Ask the agency for a copy with a seal in a form that can be judged.",
        "検証できる形式のeシールが付与された写しを、機関に求めてください。")
    }
  }

  var nameIt: String {
    say("Give the file the name under which it was published.", "公開されたときのファイル名に戻してください。")
  }
  var getItAgain: String {
    say("Get the file again from where it was published.", "公開元からファイルを入手し直してください。")
  }
  private var nameAList: String {
    say(
      "Name a government list (--government, --trust-dir).",
      "政府のトラストリストを指定してください(--government、--trust-dir)。")
  }
  private var askTheAgency: String {
    say(
      "Ask the agency that it names whether it is theirs, or get the list that knows the signer.",
      "表示された機関に確認するか、署名者を登録したリストを入手してください。")
  }
  private var askTheKeepers: String {
    say(
      "Ask the agency whether it is theirs; the keepers of the list can let its key make both, each by an entry of its own.",
      "その機関の文書かどうかを機関に確認してください。リストの管理者が別の項目として登録すれば、同じ鍵を両方に使えます。")
  }
  private var stampIt: String {
    say(
      "Ask the issuer for a copy with the time stamp of a listed authority.",
      "登録された時刻認証局のタイムスタンプのある写しを、発行者に求めてください。")
  }
  var nameTheClock: String {
    say(
      "Name the authority of its time stamp, if you have reason to believe it (--tsa-anchors), or ask the issuer for a "
        + "copy that a listed authority stamped.",
      "信頼できる時刻認証局であれば指定するか(--tsa-anchors)、登録された時刻認証局のタイムスタンプのある写しを発行者に求めてください。")
  }
  private var newestListOrStamp: String {
    say(
      "Get the newest list (trust update); if that changes nothing, ask for a copy that a listed authority stamped.",
      "最新のリストを取得してください(trust update)。変わらない場合は、登録された時刻認証局のタイムスタンプのある写しを求めてください。")
  }
  private var askAboutTheClock: String {
    say(
      "Ask the operator of the list from when to when it believes in that authority, or ask the issuer for a copy with a "
        + "stamp of that time. Keepers say it with --granted-since of trust add, or by StatusStartingTime in a draft.",
      "この時刻認証局が認められる期間をリストの運営者に確認するか、その期間内のタイムスタンプのある写しを発行者に求めてください。"
        + "期間の始まりは、trust add の --granted-since、または下書きの StatusStartingTime で指定できます。")
  }
  private var askTheOperator: String {
    say(
      "Ask the operator of the list from when to when it believes in this signer.",
      "この署名者が認められる期間を、リストの運営者に確認してください。")
  }
  var doNotRely: String {
    say(
      "Do not rely on it; ask the agency whether the document is theirs.",
      "信頼せず、その機関の文書かどうかを機関に確認してください。")
  }
  private var askAboutRevocation: String {
    say(
      "Give an answer about revocation (--ocsp, --crl), or ask for one (--online ocsp,crl).",
      "失効情報を指定するか(--ocsp、--crl)、問い合わせてください(--online ocsp,crl)。")
  }
  private var newestList: String {
    say("Get the newest list (trust update).", "最新のリストを取得してください(trust update)。")
  }
  private var laterMoment: String {
    say(
      "Judge by a moment at which the list was in force, or name the list that was in force then.",
      "リストが有効な日時で判定するか、その日時に有効だったリストを指定してください。")
  }
  private var signItAnew: String {
    say(
      "Ask the issuer to sign the document anew; this copy cannot become official.",
      "発行者に署名のやり直しを依頼してください。この写しは公式文書と認められません。")
  }
}
