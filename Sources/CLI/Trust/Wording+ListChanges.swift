import Broadseal
import BroadsealBytes
import BroadsealReporting
import BroadsealTrust

extension Wording {
  /// What a difference means, as a sentence.
  func sentence(for change: ListChange) -> String {
    let place = named(change)
    let member = title(ofMember: Untrusted.clean(change.member ?? ""))
    switch change.kind {
    case .agencyGone:
      return say(
        "Lost: \(place) is no longer on the list. None of its documents is official any more, not "
          + "even the old ones.",
        "失われるもの: \(place)がリストにありません。過去の文書も含め、公式とは認められなくなります。")
    case .serviceGone:
      return say(
        "Lost: the service \(place) is no longer on the list. What rests on it does not count any "
          + "more.", "失われるもの: サービス\(place)がリストにありません。これに基づくものは認められなくなります。")
    case .certificateGone:
      return say(
        "Lost: \(place) has lost a certificate. What was signed or stamped under it does not count "
          + "any more.", "失われるもの: \(place)の証明書がなくなりました。これに基づく署名やタイムスタンプは認められなくなります。")
    case .historyGone:
      return say(
        "Lost: \(place) was granted for a time, and the list does not say so any more. What was "
          + "signed then does not count.",
        "失われるもの: \(place)が認められていた期間が、リストに記載されていません。その間の署名は認められなくなります。")
    case .withdrawalGone:
      return say(
        "Lost: a withdrawal at \(place). Whoever has the \(subject(change)) is believed again.",
        "失われるもの: \(place)の取消し。この\(subject(change))による署名が再び認められます。")
    case .withdrawalLater:
      return say(
        "Lost: a withdrawal at \(place) begins later. What was signed in between counts again.",
        "失われるもの: \(place)の取消しの開始が遅くなりました。その間の署名が再び認められます。")
    case .withdrawalWeaker:
      return say(
        "Lost: a withdrawal at \(place) was for a compromise, and is not any more.",
        "失われるもの: \(place)の取消しの理由が、危殆化ではなくなりました。")
    case .scheme:
      return say("It is another list: its name is different.", "リストの名称が異なります。別のリストです。")
    case .territory: return say("The country of the list.", "リストの対象国。")
    case .schemeNames: return say("The names in \(member).", "\(member) の名称。")
    case .listKeys:
      return say(
        "The keys that sign the list from this number on.", "この号以降にリストへ署名する鍵。")
    case .keyChanges:
      return say(
        "What is told of earlier changes of keys, for readers who come late.",
        "更新の遅れた利用者に示される、過去の鍵の変更。")
    case .recognitionNew:
      return say("The list \(place) is recognised.", "リスト\(place)を受け入れます。")
    case .recognitionGone:
      return say(
        "The list \(place) is not recognised any more.", "リスト\(place)の受入れを終えます。")
    case .recognitionChanged:
      return say("The recognition of the list \(place).", "リスト\(place)の受入れの範囲。")
    case .agencyNew: return say("A new agency: \(place).", "新しい機関: \(place)。")
    case .serviceNew: return say("A new service: \(place).", "新しいサービス: \(place)。")
    case .idleService:
      return say(
        "A service that vouches for nothing: \(place).", "何も保証しないサービス: \(place)。")
    case .certificateNew:
      return say("A further certificate of \(place).", "\(place)の新しい証明書。")
    case .certificateReplaced:
      return say(
        "A certificate of \(place) is gone; another one has its key.",
        "\(place)の証明書が削除されました。同じ鍵の証明書がほかにあります。")
    case .granted: return say("\(place) is granted.", "\(place)が認められます。")
    case .ended:
      return say(
        "\(place) ends. What was signed until then stays official.",
        "\(place)が終了します。それまでの署名は引き続き有効です。")
    case .statusDates:
      return say("The times in which \(place) is granted.", "\(place)が認められる期間。")
    case .scopeWider:
      return say(
        "\(place): more may pass now (\(member)).", "\(place): 認める範囲が広がります(\(member))。")
    case .scopeNarrower:
      return say(
        "\(place): less may pass now (\(member)), old documents too.",
        "\(place): 認める範囲が、過去の文書も含めて狭まります(\(member))。")
    case .scopeOther:
      return say(
        "\(place): something else may pass now (\(member)).",
        "\(place): 認める範囲が変わります(\(member))。")
    case .withdrawalNew:
      return withdrawal(change, at: place)
    case .withdrawalStronger:
      return say(
        "A withdrawal at \(place) takes more than before.",
        "\(place)の取消しの範囲が広がります。")
    case .agencyNames: return say("The names of the agency \(place).", "機関\(place)の名称。")
    case .agencyNumbers:
      return say(
        "The numbers of \(place) in other registers.", "ほかの登録簿における\(place)の番号。")
    case .entityNames:
      return say("The name of the organisation of \(place).", "\(place)を運営する組織の名称。")
    case .serviceNames: return say("The name of the service \(place).", "サービス\(place)の名称。")
    case .other:
      return change.place == nil
        ? say("Something that decides nothing: \(member).", "判定に関わらない記載: \(member)。")
        : say(
          "\(place): something that decides nothing (\(member)).",
          "\(place): 判定に関わらない記載(\(member))。")
    }
  }

  /// What falls with a withdrawal: more than a signer's own documents where an authority's key is withdrawn.
  private func withdrawal(_ change: ListChange, at place: String) -> String {
    switch change.member {
    case "ca":
      say(
        "Withdrawn: the CA of \(place) itself. Nothing that is signed under it from then on counts, with "
          + "whichever signer's key.",
        "取消し: \(place)の認証局そのもの。以後にこの認証局のもとで署名されたものは、どの鍵によるものも認められません。")
    case "tsa":
      say(
        "Withdrawn: the time-stamp authority \(place) itself. No document with a stamp that it made from then on "
          + "counts; of a stolen key no stamp counts at all.",
        "取消し: 時刻認証局\(place)そのもの。以後のタイムスタンプによる文書は認められません。鍵が盗用された場合は、すべてのタイムスタンプが認められなくなります。")
    default:
      say(
        "Withdrawn: a \(subject(change)), at \(place). What it signed from then on does not count.",
        "取消し: \(place)の\(subject(change))。以後のその署名は認められません。")
    }
  }

  /// What stood there, what stands there, and what `--accept-loss` takes.
  func details(of change: ListChange, id: String?, at now: UTCTime) -> [String] {
    var lines: [String] = []
    func add(_ title: String, _ values: [String]) {
      for (number, value) in values.enumerated() {
        lines.append((number == 0 ? title : "").padded(to: 11) + Untrusted.clean(value))
      }
    }
    add(say("was", "変更前"), change.before.map { shown($0, of: change, at: now) })
    add(say("now", "変更後"), change.after.map { shown($0, of: change, at: now) })
    if change.isLoss, change.before.isEmpty == false, change.after.isEmpty {
      add(say("now", "変更後"), [say("nothing", "なし")])
    }
    if let id, change.isLoss || id != change.agency { add("ID", [id]) }
    return lines
  }

  /// A status or a withdrawal with its beginning as people read it, and every other moment likewise.
  private func shown(_ value: String, of change: ListChange, at now: UTCTime) -> String {
    switch change.kind {
    case .scopeWider, .scopeNarrower, .scopeOther:
      return moments(word(for: value, ofMember: change.member ?? ""))
    case .granted, .ended, .statusDates, .historyGone, .agencyNew, .serviceNew:
      if let rule = rule(value) { return moments(rule) }
      return value.parted(by: ", ").map(status).joined(separator: ", ")
    case .withdrawalNew, .withdrawalGone, .withdrawalLater, .withdrawalWeaker, .withdrawalStronger:
      let parts = value.split(separator: " ")
      guard parts.count == 2, let time = UTCTime(rfc3339: parts[1]) else { return value }
      let days = (time.secondsSinceEpoch - now.secondsSinceEpoch) / 86_400
      let isAhead = time > now
      return say(
        "from \(time.display)"
          + (isAhead ? ", still \(Progress.count(Int(days), "day")) ahead" : "") + ", \(parts[0])",
        "\(time.display) から\(isAhead ? "(\(days)日後)" : "")、理由は\(word(forReason: String(parts[0])))")
    case .listKeys:
      let parts = value.parted(by: " of ")
      guard parts.count == 2 else { return value }
      return say(
        "\(parts[0]) of these \(parts[1]) sign", "次の\(parts[1])個のうち\(parts[0])個が署名")
    case .keyChanges:
      let parts = value.split(separator: " ", maxSplits: 1)
      guard let number = parts.first else { return value }
      return say("with number \(number) of the list", "リストの第\(number)号")
        + (parts.count == 2 ? say(", kept at ", "、保存先: ") + parts[1] : "")
    case .recognitionNew, .recognitionGone, .recognitionChanged, .certificateNew,
      .certificateReplaced, .certificateGone:
      return value.parted(by: "; ").map(fact).joined(separator: say("; ", "、"))
    default: return moments(value)
    }
  }

  /// One fact about a certificate or a recognition, as `ListChange` lists them: `until TIME`, `TIME to TIME`, `keys
  /// FINGERPRINT`, the labels that are recognised; anything else as it stands.
  private func fact(_ text: String) -> String {
    guard language != .english else { return moments(text) }
    let words = text.parted(by: " ")
    func isMoment(_ word: String) -> Bool { UTCTime(rfc3339: word) != nil }
    if words.count == 2, words[0] == "until", isMoment(words[1]) {
      return "\(moments(words[1])) まで"
    }
    if words.count == 3, words[1] == "to", isMoment(words[0]), isMoment(words[2]) {
      return "\(moments(words[0])) から \(moments(words[2])) まで"
    }
    if words.count == 2, words[0] == "keys" { return "鍵 \(words[1])" }
    let labels = text.parted(by: ", ").map { LabelKind(rawValue: $0).map { word(for: $0) } ?? $0 }
    return labels.joined(separator: "、")
  }

  /// A status and its beginning: `granted 2026-11-29T05:34:56Z`; other text with its moments.
  private func status(_ text: String) -> String {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let time = UTCTime(rfc3339: parts[1]) else { return moments(text) }
    let status =
      switch parts[0] {
      case "granted": say("granted", "認定")
      case "withdrawn": say("not granted", "認定なし")
      default: String(parts[0])
      }
    return say("\(status) from \(time.display)", "\(time.display) から\(status)")
  }

  /// `text` with each moment in it as people read it.
  private func moments(_ text: String) -> String {
    text.parted(by: " ").map { word in
      let end = word.last.map { ",;".contains($0) } ?? false ? String(word.suffix(1)) : ""
      return UTCTime(rfc3339: word.dropLast(end.count)).map { $0.display + end } ?? word
    }.joined(separator: " ")
  }

  private func named(_ change: ListChange) -> String {
    let name = change.place.map { Untrusted.quoted($0, in: language) }
    let agency = change.agency.map { Untrusted.clean($0) }
    return [name, name == nil ? agency : agency.map { "(\($0))" }].compactMap(\.self)
      .joined(separator: say(" ", ""))
  }

  private func subject(_ change: ListChange) -> String {
    switch change.member {
    case "serial": say("certificate", "証明書")
    case "ca": say("key of the CA", "認証局の鍵")
    case "tsa": say("key of the time-stamp authority", "時刻認証局の鍵")
    default: say("key", "鍵")
    }
  }
}

extension String {
  /// What stands before, between and after `separator`.
  fileprivate func parted(by separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
