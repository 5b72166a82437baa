import BroadsealNotes
package import BroadsealReporting
import BroadsealVerifying

extension Wording {
  /// A kind of finding, as one word of a table; in English the word of the machine formats.
  package func word(for kind: AuditFinding.Kind) -> String {
    switch kind {
    case .altered: say(kind.rawValue, "改変")
    case .labelFails: say(kind.rawValue, "無効なラベル")
    case .labelLost: say(kind.rawValue, "ラベルの消失")
    case .documentLost: say(kind.rawValue, "ラベル付き文書の消失")
    case .claimed: say(kind.rawValue, "未確認の公式表示")
    case .conditionFails: say(kind.rawValue, "公式条件の不備")
    case .sealChanged: say(kind.rawValue, "署名後の変更")
    case .aiConflict: say(kind.rawValue, "AI申告の矛盾")
    case .requirement: say(kind.rawValue, "要件違反")
    case .missing: say(kind.rawValue, "所在不明")
    case .unregistered: say(kind.rawValue, "未登録文書")
    case .undecided: say(kind.rawValue, "判断不能")
    case .unreadable: say(kind.rawValue, "読み取り不可")
    case .changed: say(kind.rawValue, "読み取り中に変化")
    case .encrypted: say(kind.rawValue, "暗号化")
    case .tooLarge: say(kind.rawValue, "サイズ超過")
    case .partial: say(kind.rawValue, "一部のみ確認")
    case .notRead: say(kind.rawValue, "対象外の形式")
    case .strayLabel: say(kind.rawValue, "文書のないラベル")
    case .misnamed: say(kind.rawValue, "名前と形式の不一致")
    case .unrecognised: say(kind.rawValue, "未登録の署名者")
    case .notOfficial: say(kind.rawValue, "登録機関・公式以外")
    case .noLabel: say(kind.rawValue, "ラベルなし")
    case .unmatched: say(kind.rawValue, "規則の対象外")
    case .unusedRule: say(kind.rawValue, "対象のない規則")
    case .unlistedAgency: say(kind.rawValue, "リストにない機関")
    case .endedWaiver: say(kind.rawValue, "期限切れの適用除外")
    }
  }

  /// What is the matter, as one sentence, or a few for a rule that asks for several things.
  package func sentence(for finding: AuditFinding) -> String {
    let title = finding.title.map(Untrusted.clean)
    switch finding.kind {
    case .requirement:
      let facts = finding.shortfalls.map(clause).joined(separator: say("; ", "、"))
      let head = title ?? say("The rule is about this file", "規則の対象")
      return facts.isEmpty
        ? head + say(".", "。") : "\(head): \(facts)" + say(".", "。")
    case .unusedRule:
      let rule = title ?? ""
      return say(
        "The rule \(rule) is about no file that was met.", "規則\(rule)に該当するファイルがありません。")
    case .unlistedAgency:
      let rule = title ?? ""
      let ids = finding.shortfalls.flatMap(\.criterion.values).map(Untrusted.clean)
      let agencies = ids.joined(separator: ", ")
      return say(
        "The rule \(rule) asks for \(agencies), which no list that was given has.",
        "規則\(rule)が求める機関\(agencies)は、指定されたどのリストにもありません。")
    case .endedWaiver:
      let rule = title ?? ""
      return say("A waiver of the rule \(rule) has ended.", "規則\(rule)の適用除外は期限が切れています。")
    case .undecided where finding.isOfClock:
      return say(
        "Nobody can tell whether it was signed in time: the signer's certificate has expired, and the authority of its "
          + "time stamp is on no list that was given.",
        "署名者の証明書は期限が切れており、タイムスタンプの時刻認証局は指定されたどのリストにも登録されていないため、"
          + "期限内に署名されたかどうかを判断できません。")
    case .noLabel where finding.isOfClosedArchive:
      return say(
        "The archive carries no label, and the files in it were not looked at.",
        "アーカイブにラベルはなく、中のファイルは確認していません。")
    case .notRead where finding.isOfClosedArchive:
      return say(
        "No label is beside the archive, and the files in it were not looked at.",
        "同じフォルダーにラベルファイルはなく、アーカイブの中のファイルは確認していません。")
    default:
      let why = finding.reason.map { say(" ", "") + sentence(for: $0) } ?? ""
      return sentence(for: finding.kind) + why
    }
  }

  /// What a kind of finding says, as one sentence.
  package func sentence(for kind: AuditFinding.Kind) -> String {
    switch kind {
    case .altered:
      say("The file is not as it was signed.", "署名時の内容と一致しません。")
    case .labelFails:
      say(
        "There is a label, and it does not hold or cannot be read.", "ラベルはありますが、有効でないか、読み取れません。")
    case .labelLost:
      say(
        "It had a label when it was audited before, and none is found any more.",
        "以前の監査ではラベルがありましたが、現在は見つかりません。")
    case .documentLost:
      say(
        "It had a label when it was audited before, and neither it nor a file with the same bytes is there any more.",
        "以前の監査ではラベル付きの文書がありましたが、現在は文書も、同じ内容のファイルも見つかりません。")
    case .claimed:
      say(
        "The label claims to be official, and no list that was given vouches for its signer.",
        "公式と表示されていますが、署名者は指定されたリストで確認できません。")
    case .conditionFails:
      say(
        "The label claims to be official and a list knows its signer, but a condition fails.",
        "公式と表示され、署名者もリストに登録されていますが、公式の条件を満たしません。")
    case .sealChanged:
      say(
        "The document was changed after it got its PDF signature, and that signature does not speak for it any more.",
        "PDF署名の後に文書が変更されており、その署名は現在の内容を保証しません。")
    case .aiConflict:
      say(
        "Statements about the use of AI contradict each other.", "AIの利用に関する申告が互いに矛盾しています。")
    case .requirement: say("A rule of the policy is not kept.", "ポリシーの規則を満たしていません。")
    case .missing:
      say(
        "The document stands in the register, and is not among the files.",
        "登録簿にある文書が、ファイルの中に見つかりません。")
    case .unregistered:
      say("The document does not stand in the register.", "登録簿にない文書です。")
    case .undecided:
      say(
        "Nobody can tell whether it is official: a list is missing or out of date.",
        "リストがないか期限切れのため、公式かどうかを判断できません。")
    case .unreadable: say("The file could not be read.", "ファイルを読み取れませんでした。")
    case .changed: say("The file changed while it was read.", "読み取り中にファイルが変更されました。")
    case .encrypted: say("The file is encrypted.", "ファイルが暗号化されています。")
    case .tooLarge:
      say(
        "The file is larger than what this run judges.", "ファイルが判定対象の上限を超える大きさです。")
    case .partial:
      say("Only a part of the file could be looked at.", "ファイルの一部しか確認できませんでした。")
    case .notRead:
      say(
        "No label is beside the file, and this version does not look inside its format.",
        "同じフォルダーにラベルファイルはなく、本バージョンはこの形式の内部を読み取りません。")
    case .strayLabel:
      say("This is a label whose document is not there.", "対象の文書がないラベルです。")
    case .misnamed:
      say(
        "It is signed by somebody on a list, and its name says another kind of file than it is.",
        "署名者はリストに登録されていますが、ファイル名と内容の形式が異なります。")
    case .unrecognised:
      say(
        "It is signed, and no list that was given vouches for that signature.",
        "署名されていますが、指定されたどのリストでもその署名を確認できません。")
    case .notOfficial:
      say(
        "It comes from an agency that a list knows, and is not official.",
        "リストに登録された機関のものですが、公式文書ではありません。")
    case .noLabel: say("It carries no label.", "ラベルはありません。")
    case .unmatched: say("No rule of the policy is about it.", "対象とする規則がポリシーにありません。")
    case .unusedRule: say("A rule is about no file.", "該当するファイルのない規則があります。")
    case .unlistedAgency:
      say("A rule asks for an agency that no list has.", "どのリストにもない機関を求める規則があります。")
    case .endedWaiver: say("A waiver has ended.", "期限の切れた適用除外があります。")
    }
  }

  /// What to do about it: the policy's own words where it has some.
  package func remedy(for finding: AuditFinding) -> String {
    if let remedy = finding.remedy { return Untrusted.clean(remedy) }
    if finding.isOfClosedArchive {
      return say(
        "Name --archives, and the files in it are audited too.",
        "--archives を指定すると、中のファイルも監査します。")
    }
    let code = finding.kind == .partial ? finding.code : finding.reason
    if finding.kind == .partial, finding.reason != nil {
      return say("Get it again from where it came from.", "入手元から入手し直してください。")
    }
    return code.flatMap(advice) ?? remedy(for: finding.kind)
  }

  private func remedy(for kind: AuditFinding.Kind) -> String {
    switch kind {
    case .altered:
      say(
        "Take the file out of use and get it again from its issuer.",
        "使用を止め、発行元から入手し直してください。")
    case .labelFails:
      say(
        "Do not rely on it; get it again from its issuer (verify --explain says what fails).",
        "信頼せず、発行元から入手し直してください(verify --explain で理由を確認できます)。")
    case .labelLost:
      say(
        "Find out who changed it, and put the labelled file back; a loss that is right is accepted with history "
          + "accept.",
        "誰が変更したかを確認し、ラベル付きのファイルに戻してください。問題のない場合は history accept で了承してください。")
    case .documentLost:
      say(
        "Find out who removed it, or saved it under another name without its label, and put it back; a loss that is "
          + "right is accepted with history accept.",
        "誰が削除したか、またはラベルなしで別名保存したかを確認し、元に戻してください。問題のない場合は history accept で了承してください。")
    case .claimed:
      say(
        "Ask the agency that it names whether it is theirs, or get the list that knows the signer.",
        "表示された機関に確認するか、署名者を登録したリストを入手してください。")
    case .conditionFails:
      say(
        "Ask the agency for a copy that keeps it (verify --explain names every condition).",
        "条件を満たす写しを機関に求めてください(verify --explain ですべての条件を確認できます)。")
    case .sealChanged:
      say(
        "Get it again from its issuer (verify --explain says what was changed).",
        "発行元から入手し直してください(verify --explain で変更の内容を確認できます)。")
    case .aiConflict:
      say("Ask the issuer which statement is right.", "どの申告が正しいかを発行元に確認してください。")
    case .requirement:
      say(
        "Have it issued again as the rule asks, or waive the rule for it with a reason and an end.",
        "規則に合うように発行し直すか、理由と期限を付けて適用を除外してください。")
    case .missing:
      say(
        "Look for it, in backups too; was its label lost, its number is not known any more.",
        "バックアップも含めて探してください。ラベルが失われると文書番号も分からなくなります。")
    case .unregistered:
      say("Register it, or take it out of use.", "登録するか、使用を止めてください。")
    case .undecided:
      say(
        "Name the list (--government, --trust-dir), or get its next number with trust update.",
        "リストを指定するか(--government、--trust-dir)、trust update で次号を取得してください。")
    case .unreadable:
      say("Give the audit the right to read it.", "監査に読み取り権限を与えてください。")
    case .changed:
      say("Audit it again when nobody writes to it.", "書き込みがないときに再度監査してください。")
    case .encrypted: say("Audit a copy without encryption.", "暗号化を解除した写しを監査してください。")
    case .tooLarge: say("Raise --max-size.", "--max-size の値を上げてください。")
    case .partial:
      say(
        "Look at it with another program; if it is your document, a label beside it can still be made (sign --sidecar).",
        "別のプログラムで確認してください。自機関の文書であれば、別ファイルのラベルは作成できます(sign --sidecar)。")
    case .notRead:
      say(
        "If it is your document, give it a label beside it (sign --sidecar); else leave it out (--exclude, a waiver).",
        "自機関の文書であれば別ファイルのラベルを付け(sign --sidecar)、そうでなければ対象から除いてください(--exclude、適用除外)。")
    case .strayLabel:
      say("Put its document beside it, or remove it.", "対象の文書を同じフォルダーに置くか、削除してください。")
    case .misnamed:
      say(
        "Give the file the name under which it was published.",
        "公開されたときのファイル名に戻してください。")
    case .unrecognised:
      say(
        "Find out who the signer is before relying on it.", "信頼する前に、署名者が誰かを確認してください。")
    case .notOfficial:
      say(
        "Nothing, if it need not be official; else ask the agency (verify --explain says what is missing).",
        "公式文書である必要がなければ対応は不要です。必要な場合は機関に確認してください(verify --explain で不足を確認できます)。")
    case .noLabel:
      say(
        "Nothing, unless a label was there before: compare with an earlier audit.",
        "以前ラベルがあった場合を除き、対応は不要です。前回の監査と比較してください。")
    case .unmatched:
      say(
        "Add a rule for it, or set default = \"allow\".", "規則を追加するか、default = \"allow\" を設定してください。")
    case .unusedRule:
      say(
        "Correct its match, which is held against the path below the folder that is named (** stands for "
          + "any folders), or take the rule out.",
        "match を直すか、規則を削除してください。match は指定したフォルダーより下のパスと照合されます(** は任意のフォルダー)。")
    case .unlistedAgency:
      say(
        "Correct the rule (policy starter --agency writes one with your agency), or name the list that has it.",
        "規則を直すか(policy starter --agency で自機関の規則を作成できます)、その機関を登録したリストを指定してください。")
    case .endedWaiver:
      say(
        "Take the waiver out, or have it renewed by whoever answers for it.",
        "適用除外を削除するか、責任者による更新を受けてください。")
    }
  }

  /// One thing that a rule asks for, and what the file is instead.
  package func clause(_ shortfall: Shortfall) -> String {
    let name = self.name(of: shortfall.criterion)
    let words = CriterionWords(self, shortfall.criterion)
    let found = shortfall.found.isEmpty ? say("nothing", "なし") : words.list(shortfall.found)
    let values = words.list(shortfall.criterion.values)
    return shortfall.isDenied
      ? say("\(name) is \(found), which is denied", "\(name)は\(found)(不可)")
      : say("\(name) is \(found), required is \(values)", "\(name)は\(found)(要件:\(values))")
  }

  /// What a criterion is about.
  private func name(of criterion: Criterion) -> String {
    switch criterion {
    case .judged: say("judged", "判定")
    case .integrity: say("integrity", "完全性")
    case .holds: say("a label that holds", "ラベルの有効性")
    case .origin: say("origin", "発行元")
    case .basis: say("who says so", "根拠")
    case .agency: say("agency", "機関")
    case .jurisdiction: say("jurisdiction", "管轄")
    case .claim: say("a claim to be official", "公式表示")
    case .seal: say("seal", "eシール")
    case .timestamp: say("time stamp", "タイムスタンプ")
    case .ai: say("AI use", "AIの利用")
    case .aiFields: say("what is named of the AI", "AIに関する記載項目")
    case .humanReview: say("human review", "人による確認")
    case .format: say("format", "形式")
    case .label: say("place of the label", "ラベルの位置")
    case .maximumAge: say("age in days", "経過日数")
    case .certificateDays: say("days left of the certificate", "証明書の残り日数")
    case .codes: say("codes", "コード")
    }
  }
}
