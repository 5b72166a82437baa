import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// Everything that a list says, for whoever signs it or wants to know whom it names.
struct ListText {
  /// The moment by which it is told what is in force.
  let time: UTCTime
  private let wording: Wording
  private let terminal = Console.terminal
  private let columns = 16

  /// Words as of `time`.
  init(at time: UTCTime, _ wording: Wording) {
    self.time = time
    self.wording = wording
  }

  /// The scheme, every organisation with its services, and what else is signed.
  func text(of list: ParsedTrustList) -> String {
    let content = list.content
    let none = say("(none)", "(なし)")
    var lines: [String] = []
    add(say("list", "リスト"), content.schemeNames.map(names) ?? [none], to: &lines)
    add(say("operator", "運営者"), names(content.operatorNames), to: &lines)
    add(say("country", "対象国"), [content.territory ?? none], to: &lines)
    add(say("number", "号数"), ["\(content.sequence)"], to: &lines)
    add(say("issued", "発行"), [content.issued.display], to: &lines)
    add(
      say("next update", "次回更新"),
      [content.nextUpdate.display + left(until: content.nextUpdate)], to: &lines)
    add("SHA-256", [list.digest.hex], to: &lines)
    if let keys = content.nextKeys {
      let signers = keys.keys.map(\.spkiSHA256).sorted()
      let count = keys.keys.count
      add(
        say("list keys", "署名鍵"),
        [
          say(
            "\(keys.threshold) of these \(count) sign from here on",
            "以後、次の\(count)個のうち\(keys.threshold)個が署名")
        ] + signers, to: &lines)
    }
    for change in content.keyChanges {
      add(
        say("keys changed", "鍵の変更"),
        [
          say("with number \(change.number)", "第\(change.number)号")
            + (change.address.map { " · " + Untrusted.clean($0) } ?? "")
        ], to: &lines)
    }
    for recognised in content.recognises {
      add(
        say("recognises", "受入れ"),
        [Untrusted.clean(recognised.keys.scheme)] + recognition(recognised), to: &lines)
    }
    if content.entities.isEmpty {
      lines.append("\n" + say("nobody stands on it yet", "まだ誰も登録されていません"))
    }
    for entity in content.entities {
      lines.append("")
      lines.append(names(entity.names).joined(separator: " · "))
      add(
        say("address", "所在地"),
        [entity.address, entity.informationURI].compactMap { $0.map(ListText.flat) }, 2,
        to: &lines
      )
      for service in entity.services { lines += self.lines(of: service, in: entity) }
    }
    let rest = list.undecided
    if !rest.isEmpty {
      lines.append("\n" + say("what decides nothing", "判定に関わらない記載"))
      lines += rest.map { "  " + Untrusted.clean($0) }
    }
    return lines.map { terminal.folded($0, hanging: columns + 6) + "\n" }.joined()
  }

  private func lines(of service: TrustedService, in entity: TrustedEntity) -> [String] {
    let kind =
      switch service.type {
      case .certificateAuthority:
        service.scope != nil
          ? say("issuing CA", "発行認証局")
          : service.seal != nil
            ? say("CA of seals", "eシールの認証局")
            : say("CA without a scope", "範囲の定めのない認証局")
      case .timeStampAuthority: say("time-stamp authority", "時刻認証局")
      case .other(let uri): Untrusted.clean(uri)
      case nil: say("service", "サービス")
      }
    let name =
      service.names == entity.names ? "" : " " + names(service.names).joined(separator: " · ")
    var lines = ["  \(kind)\(name)"]
    add(say("status", "状態"), status(of: service), 4, to: &lines)
    if let scope = service.scope ?? service.seal?.scope { lines += self.lines(of: scope) }
    if let seal = service.seal { lines += self.lines(of: seal) }
    for certificate in service.certificates { lines += self.lines(of: certificate) }
    for withdrawal in service.withdrawals.sorted(by: ListText.isBefore) {
      add(say("withdrawn", "取消し"), self.words(for: withdrawal), 4, to: &lines)
    }
    return lines
  }

  private func lines(of scope: Scope) -> [String] {
    var lines: [String] = []
    func member(_ title: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      add(title, [values.map { Untrusted.clean($0) }.joined(separator: ", ")], 4, to: &lines)
    }
    member(say("agency", "機関"), [scope.agency.id])
    add(say("shown as", "表示名"), names(scope.agency.names), 4, to: &lines)
    member(
      say("registered as", "登録番号"),
      scope.agency.alternatives.map { "\($0.kind.rawValue) \($0.value)" })
    member(title("jurisdiction"), [scope.jurisdiction.code])
    member(title("subject.O"), scope.subject.organizations)
    member(title("subject.OU"), scope.subject.organizationalUnits)
    member(title("subject.organizationIdentifier"), scope.subject.organizationIdentifiers)
    member(title("subject.dnsSuffix"), scope.subject.dnsSuffixes.map(\.name))
    member(title("subject.CN"), scope.subject.commonNames)
    for pin in scope.pins {
      add(title("pin"), ["SHA-256:", pin], 4, to: &lines)
    }
    member(title("eku"), scope.purposes.map { wording.word(for: $0, ofMember: "eku") })
    member(title("policyAny"), scope.policies)
    member(
      title("maxPathLen"),
      [
        scope.maximumPathLength.map { wording.word(for: "\($0)", ofMember: "maxPathLen") }
          ?? say("any number", "制限なし")
      ])
    member(title("keyAlgs"), scope.keyAlgorithms.map(\.rawValue))
    member(
      title("labels"),
      LabelKind.allCases.filter(scope.labels.contains).map { wording.word(for: $0) })
    member(
      title("requireTimestamp"),
      [wording.word(for: "\(scope.requiresTimeStamp)", ofMember: "requireTimestamp")])
    return lines
  }

  private func lines(of seal: SealScope) -> [String] {
    var lines: [String] = []
    for rule in seal.rules where !rule.values.isEmpty {
      add(title(rule.member), rule.values.map { Untrusted.clean($0) }, 4, to: &lines)
    }
    return lines
  }

  private func lines(of certificate: Certificate) -> [String] {
    var lines: [String] = []
    add(
      say("certificate", "証明書"),
      [
        Untrusted.quoted("\(certificate.subject)", in: wording.language),
        period(certificate.notBefore, certificate.notAfter) + left(until: certificate.notAfter),
        say("its fingerprint, SHA-256:", "フィンガープリント(SHA-256):"), certificate.sha256,
        say("its public key, SHA-256:", "公開鍵(SHA-256):"), certificate.publicKey.spkiSHA256,
      ], 4, to: &lines)
    return lines
  }

  private func status(of service: TrustedService) -> [String] {
    ([service.current] + service.history).map { period in
      let word =
        switch period.status {
        case .granted: say("granted", "認定")
        case .withdrawn: say("not granted", "認定なし")
        case .other(let uri): uri.isEmpty ? say("not said", "記載なし") : Untrusted.clean(uri)
        }
      guard let start = period.start?.display else { return word }
      return say("\(word) from \(start)", "\(start) から\(word)")
    }
  }

  private func words(for withdrawal: Invalidation) -> [String] {
    let (what, id) =
      switch withdrawal.subject {
      case .key(let key): (say("the key", "鍵"), key)
      case .authority(let key): (say("the CA's key", "認証局の鍵"), key)
      case .serial(let number): (say("the certificate with the number", "証明書のシリアル番号"), number)
      }
    let date = withdrawal.date.display
    let reason = wording.word(forReason: withdrawal.reason.rawValue)
    return [say("from \(date), \(reason): \(what)", "\(date) から、理由は\(reason): \(what)"), id]
  }

  private func period(_ start: UTCTime, _ end: UTCTime) -> String {
    say("\(start.display) to \(end.display)", "\(start.display) から \(end.display) まで")
  }

  private static func isBefore(_ one: Invalidation, _ other: Invalidation) -> Bool {
    one.date < other.date
  }

  private func recognition(_ recognition: Recognition) -> [String] {
    let labels = wording.words(for: recognition.labels)
    let places = recognition.jurisdictions.map(\.code).sorted().joined(separator: ", ")
    let (threshold, count) = (recognition.keys.threshold, recognition.keys.keys.count)
    return [
      say("for \(labels)", "対象: \(labels)"), say("of \(places)", "管轄: \(places)"),
      period(recognition.from, recognition.to),
      say("\(threshold) of its \(count) keys sign:", "次の\(count)個の鍵のうち\(threshold)個が署名:"),
    ] + recognition.keys.keys.map(\.spkiSHA256).sorted()
  }

  private func left(until moment: UTCTime) -> String {
    let seconds = moment.secondsSinceEpoch - time.secondsSinceEpoch
    if seconds < 0 { return say(", which has passed", "(経過)") }
    // The nearest number: a list of 60 days has 60 a second after it was made.
    let days = (seconds + 43_200) / 86_400
    guard days <= 400 else { return "" }
    return say(days == 1 ? ", in 1 day" : ", in \(days) days", "(\(days)日後)")
  }

  private func title(_ member: String) -> String { wording.title(ofMember: member) }

  private func say(_ english: String, _ japanese: String) -> String {
    wording.say(english, japanese)
  }

  private func names(_ text: LocalizedText) -> [String] {
    text.entries.map { entry in
      entry.language == "en"
        ? Untrusted.clean(entry.value) : "\(entry.language): \(Untrusted.clean(entry.value))"
    }
  }

  /// The texts in a value that the list gives as it stands, such as an address.
  private static func words(in value: JSON.Value) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(words)
    case .object(let object):
      object.members.filter { $0.key != "lang" }.flatMap { words(in: $0.value) }
    default: []
    }
  }

  private static func flat(_ value: JSON.Value) -> String {
    Untrusted.clean(words(in: value).joined(separator: ", "))
  }

  private func add(
    _ title: String, _ values: [String], _ indent: Int = 0, to lines: inout [String]
  ) {
    let margin = String(repeating: " ", count: indent)
    for (number, value) in values.enumerated() {
      // A digest has a line of its own, so that it fits eighty columns and can be copied.
      let isDigest = value.utf8.count == 64 && number > 0
      let head = number == 0 ? title : ""
      lines.append(
        margin + (isDigest ? "  " : head.padded(to: columns - (indent == 0 ? 2 : 0))) + value)
    }
  }
}
