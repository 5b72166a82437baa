import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSigning

/// A plan as a person reads it before approving: everything that is signed, in words.
struct PlanText {
  private let wording: Wording

  /// Words of `wording`.
  init(_ wording: Wording) { self.wording = wording }

  /// Everything that the plan says, and its digest. What there are no words for is shown as it stands.
  func text(_ plan: SigningPlan) -> String {
    var text = summary(of: plan) + "\n"
    for file in plan.files { text += lines(file) }
    if let parent = plan.parent {
      text += wording.say("parent of each:", "各文書の元になった文書:") + "\n" + lines(parent)
    }
    if let value = try? JSON.Reader.parse(plan.bytes) {
      for key in PlanText.members {
        guard let member = value[key] else { continue }
        for (name, leaf) in PlanText.leaves(of: member, named: key) { text += line(name, leaf) }
      }
    }
    return text + digest(of: plan) + "\n"
  }

  /// Members in the order in which they are read, without the documents.
  private static let members = [
    "label", "document", "form", "run", "identity", "approvers", "certificate", "signer",
  ]

  /// What stands in `value`, by the path of its name; lists are one.
  private static func leaves(
    of value: JSON.Value, named name: String
  ) -> [(name: String, value: JSON.Value)] {
    guard let object = value.object else { return [(name, value)] }
    return object.members.flatMap { member -> [(name: String, value: JSON.Value)] in
      let name = "\(name).\(member.key)"
      // The parent is told with the documents.
      return name == "document.parent" ? [] : leaves(of: member.value, named: name)
    }
  }

  private func line(_ name: String, _ value: JSON.Value) -> String {
    let words = wording.words(forPlanned: name)
    let shown = words == nil ? JSON.Writer.write(value) : self.shown(name, value)
    return "  \((words ?? Untrusted.clean(name)).padded(to: 24))\(shown)\n"
  }

  /// A value in words, or as it stands.
  private func shown(_ name: String, _ value: JSON.Value) -> String {
    let yes = wording.say("yes", "はい")
    let no = wording.say("no", "いいえ")
    switch value {
    case .null:
      return name == "approvers"
        ? wording.say("said when the plan is carried out", "実行時に指定")
        : wording.say("nobody beside the signer", "署名者以外になし")
    case .bool(let flag): return flag ? yes : no
    case .array(let items):
      let texts = items.map { $0.string.map { Untrusted.clean($0) } ?? JSON.Writer.write($0) }
      return texts.isEmpty ? wording.say("none", "なし") : texts.joined(separator: ", ")
    case .string(let text):
      if let words = wording.words(forPlanned: text, of: name) { return words }
      return UTCTime(rfc3339: text)?.display ?? Untrusted.clean(text)
    default: return JSON.Writer.write(value)
    }
  }

  /// What the plan comes to, in words.
  private func summary(of plan: SigningPlan) -> String {
    let value = try? JSON.Reader.parse(plan.bytes)
    let label = value?["label"]
    let count = plan.files.count
    var parts = [wording.say(Progress.count(count, "document"), "文書\(count)件")]
    if let agency = label?["official"]?["agency"] {
      let id = Untrusted.clean(agency["id"]?.string ?? "")
      let name = agency[wording.say("en", "ja")]?.string ?? agency["en"]?.string ?? id
      let shown = Untrusted.clean(name)
      parts.append(
        wording.say("official, of \(shown) (\(id))", "公式文書(\(shown)、\(id))"))
    } else {
      parts.append(wording.say("not official", "公式文書ではない"))
    }
    let use = label?["ai"]?["use"]?.string.flatMap(AIStatement.Use.init).map(wording.words)
    parts += [
      use
        ?? wording.say(
          "a use of AI that this program has no word for", "このプログラムでは表せないAIの利用"),
      wording.words(forPlanned: value?["run"]?["timeStamp"]?.string ?? "", of: "run.timeStamp")
        ?? wording.say("without a time stamp", "タイムスタンプなし"),
    ]
    return parts.joined(separator: wording.say(", ", "、"))
  }

  /// A document by its name, and under it what tells it from any other.
  private func lines(_ file: SigningPlan.File) -> String {
    let sidecar =
      file.sidecar == nil
      ? wording.say("no label beside it", "同じフォルダーにラベルファイルなし")
      : wording.say("with a label beside it", "同じフォルダーにラベルファイルあり")
    let path = Untrusted.path(file.path)
    return "  \(path)"
      + wording.say(", \(file.size) bytes, \(sidecar)\n", "、\(file.size)バイト、\(sidecar)\n")
      + "    SHA-256 \(file.sha256.hex)\n"
      + (file.sidecar.map {
        wording.say("    its label ", "    ラベル ") + $0.hex + "\n"
      } ?? "")
  }

  /// The digest by which two people can tell that they mean the same plan.
  func digest(of plan: SigningPlan) -> String {
    wording.say("plan SHA-256 ", "計画の SHA-256: ") + PlanText.hex(of: plan)
  }

  /// The digest alone.
  static func hex(of plan: SigningPlan) -> String {
    (try? Digest.of(plan.bytes, .sha256).hex) ?? ""
  }
}

extension Wording {
  /// What people call a member of a plan; nil where there is no word for it.
  fileprivate func words(forPlanned name: String) -> String? {
    switch name {
    case "label.official.jurisdiction": say("jurisdiction", "管轄")
    case "label.official.agency.id": say("agency", "機関")
    case "label.official.agency.en": say("its name", "機関名(英語)")
    case "label.official.agency.ja": say("its name in Japanese", "機関名")
    case "label.official.office": say("office", "部署")
    case "label.official.reference": say("reference", "文書番号")
    case "label.official.url": say("published at", "公開先")
    case "label.official.language": say("language", "言語")
    case "label.ai.use": say("use of AI", "AIの利用")
    case "label.ai.scope": say("what for", "利用した範囲")
    case "label.ai.provider": say("provider", "提供者")
    case "label.ai.system": say("system", "システム")
    case "label.ai.version": say("its version", "バージョン")
    case "label.ai.uniqueID": say("number of the work", "生成物の番号")
    case "label.ai.editorialResponsibility": say("answers for it", "編集責任")
    case "label.ai.deepfake": say("deep fake", "ディープフェイク")
    case "label.ai.humanReview": say("reviewed by a person", "人による確認")
    case "label.ai.review.role": say("reviewer", "確認者")
    case "label.ai.review.time": say("reviewed at", "確認日時")
    case "label.ai.review.version": say("version reviewed", "確認した版")
    case "label.supersedes": say("in the place of", "置き換えるラベル")
    case "document.source": say("where it comes from", "作成方法")
    case "document.title": say("title", "標題")
    case "document.language": say("language of the file", "文書の言語")
    case "document.actions": say("done to it", "加えた操作")
    case "document.allActionsIncluded": say("that is all", "操作はこれですべて")
    case "document.strictContent": say("nothing left out", "対象外の内容を拒否")
    case "document.acceptBrokenParent": say("over a broken label", "有効ではないラベルの上に署名")
    case "document.pades": say("PDF signature", "PDF署名")
    case "form": say("place of the label", "ラベルの場所")
    case "run.timeStamp": say("time stamp", "タイムスタンプ")
    case "run.readBack": say("result is read back", "結果の検証")
    case "identity": say("stands behind it", "組織の署名")
    case "identity.certificate": say("stands behind it", "組織の証明書")
    case "identity.roles": say("as", "役割")
    case "identity.encoding": say("written", "記載の順序")
    case "approvers": say("keys that may approve", "承認できる鍵")
    case "certificate": say("signer's certificate", "署名者の証明書")
    case "signer": say("signer's key", "署名者の鍵")
    default: nil
    }
  }

  /// What a value of a plan that is a name means; nil where it is a text.
  fileprivate func words(forPlanned value: String, of name: String) -> String? {
    switch (name, value) {
    case ("label.ai.use", _): AIStatement.Use(rawValue: value).map(words)
    case ("document.source", "digitalCreation"): say("made with software", "ソフトウェアで作成")
    case ("document.source", "print"): say("scanned from paper", "紙から読み取り")
    case ("document.source", "digitalCapture"): say("captured", "撮影・収録")
    case ("form", "automatic"):
      say("inside, or beside where the format has no room", "文書の中(形式により別ファイル)")
    case ("form", "embedded"): say("inside, in any case", "必ず文書の中")
    case ("form", "sidecar"): say("a file beside the document", "別ファイル")
    case ("run.timeStamp", "required"): say("with a time stamp", "タイムスタンプあり")
    case ("run.timeStamp", "optional"):
      say("with a time stamp if one can be had", "タイムスタンプは取得できた場合のみ")
    case ("run.timeStamp", "none"): say("without a time stamp", "タイムスタンプなし")
    default: nil
    }
  }
}
