import BroadsealReporting
import BroadsealTrust

// A rule of an entry has one name for people, in what is said of a list, of a draft and of differences; machine formats
// have the member of the list (Documentation/TrustLists.md).

extension Wording {
  /// What people read for a member of a scope; the member itself where it is none of a scope.
  func title(ofMember member: String) -> String {
    switch member {
    case "jurisdiction": say("jurisdiction", "管轄")
    case "subject.O": "O"
    case "subject.OU": "OU"
    case "subject.organizationIdentifier": say("identifier", "組織識別子")
    case "subject.dnsSuffix": say("domain", "ドメイン")
    case "subject.CN": say("common name", "共通名(CN)")
    case "eku": say("purposes", "用途")
    case "policyAny": say("policies", "ポリシー")
    case "maxPathLen": say("CAs between", "中間の認証局")
    case "keyAlgs": say("kinds of key", "鍵の種類")
    case "labels": say("may state", "申告できる内容")
    case "pin": say("pinned key", "指定の鍵")
    case "requireTimestamp": say("time stamp", "タイムスタンプ")
    case "kinds": say("seals of kind", "シールの種類")
    case "certified": say("may permit", "許可の上限")
    case "qualified": say("qualified", "適格")
    case "keys": say("keys", "鍵")
    default: member
    }
  }

  /// A value of such a member, as a list has it, for people; the value itself where it says enough. Untrusted text.
  func word(for value: String, ofMember member: String) -> String {
    switch (member, value) {
    case ("maxPathLen", "0"): say("none", "なし")
    case ("maxPathLen", _): say("\(value) at most", "\(value)以下")
    case ("requireTimestamp", "true"): say("needed", "必要")
    case ("requireTimestamp", "false"): say("not needed", "不要")
    case ("labels", _): LabelKind(rawValue: value).map { word(for: $0) } ?? value
    case ("eku", _) where value.first?.isNumber == true: ObjectName.text(value, self)
    default: value
    }
  }

  /// `MEMBER: VALUE, VALUE`, as a difference tells an entry that is new, for people; nil for any other text.
  func rule(_ text: String) -> String? {
    guard let colon = text.firstRange(of: ": ") else { return nil }
    let member = String(text[..<colon.lowerBound])
    let title = title(ofMember: member)
    guard title != member || ["jurisdiction", "qualified", "keys"].contains(member) else {
      return nil
    }
    let values = text[colon.upperBound...].split(separator: ", ").map {
      word(for: String($0), ofMember: member)
    }
    return "\(title): \(values.joined(separator: say(", ", "、")))"
  }
}
