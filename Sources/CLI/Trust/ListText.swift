import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import Glibc

/// Everything that a list says, for whoever signs it or wants to know whom it names.
struct ListText {
  /// The moment by which it is told what is in force.
  let time: UTCTime
  private let terminal = Terminal(of: STDOUT_FILENO)
  private let columns = 16

  /// Words as of `time`.
  init(at time: UTCTime) { self.time = time }

  /// The scheme, and every organisation with its services.
  func text(of content: TrustListContent, digest: Digest) -> String {
    var lines: [String] = []
    add("list", content.schemeNames.map(names) ?? ["(without a name)"], to: &lines)
    add("operator", names(content.operatorNames), to: &lines)
    add("country", [content.territory ?? "(none)"], to: &lines)
    add("number", ["\(content.sequence)"], to: &lines)
    add("issued", [content.issued.display], to: &lines)
    add("next update", [content.nextUpdate.display + left(until: content.nextUpdate)], to: &lines)
    add("SHA-256", [digest.hex], to: &lines)
    if let keys = content.nextKeys {
      let signers = keys.keys.map(\.spkiSHA256).sorted()
      add(
        "list keys", ["\(keys.threshold) of these \(keys.keys.count) sign from here on"] + signers,
        to: &lines)
    }
    for recognised in content.recognises {
      add("recognises", [recognised.keys.scheme] + recognition(recognised), to: &lines)
    }
    if content.entities.isEmpty { lines.append("\nnobody stands on it yet") }
    for entity in content.entities {
      lines.append("")
      lines.append(names(entity.names).joined(separator: " · "))
      add(
        "address", [entity.address, entity.informationURI].compactMap { $0.map(ListText.flat) }, 2,
        to: &lines
      )
      for service in entity.services { lines += self.lines(of: service, in: entity) }
    }
    return lines.map { terminal.folded($0, hanging: columns + 6) + "\n" }.joined()
  }

  private func lines(of service: TrustedService, in entity: TrustedEntity) -> [String] {
    let kind =
      switch service.type {
      case .certificateAuthority:
        service.scope != nil
          ? "issuing CA" : service.seal != nil ? "CA of seals" : "CA without a scope"
      case .timeStampAuthority: "time-stamp authority"
      case .other(let uri): Untrusted.clean(uri)
      case nil: "service"
      }
    let name =
      service.names == entity.names ? "" : " " + names(service.names).joined(separator: " · ")
    var lines = ["  \(kind)\(name)"]
    add("status", status(of: service), 4, to: &lines)
    if let scope = service.scope ?? service.seal?.scope { lines += self.lines(of: scope) }
    for certificate in service.certificates { lines += self.lines(of: certificate) }
    for withdrawal in service.withdrawals.sorted(by: ListText.isBefore) {
      add("withdrawn", self.words(for: withdrawal), 4, to: &lines)
    }
    return lines
  }

  private func lines(of scope: Scope) -> [String] {
    var lines: [String] = []
    func member(_ title: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      add(title, [values.map { Untrusted.clean($0) }.joined(separator: ", ")], 4, to: &lines)
    }
    member("agency", [scope.agency.id])
    add("shown as", names(scope.agency.names), 4, to: &lines)
    member("registered as", scope.agency.alternatives.map { "\($0.kind.rawValue) \($0.value)" })
    member("jurisdiction", [scope.jurisdiction.code])
    member("O", scope.subject.organizations)
    member("OU", scope.subject.organizationalUnits)
    member("identifier", scope.subject.organizationIdentifiers)
    member("domain", scope.subject.dnsSuffixes.map(\.name))
    member("common name", scope.subject.commonNames)
    for pin in scope.pins { member("pinned key", [pin]) }
    member("purposes", scope.purposes.map(ObjectName.text))
    member("policies", scope.policies)
    member("CAs between", [scope.maximumPathLength.map { "\($0) at most" } ?? "any number"])
    member("kinds of key", scope.keyAlgorithms.map(\.rawValue))
    member("may state", LabelKind.allCases.filter(scope.labels.contains).map(\.rawValue))
    member("time stamp", [scope.requiresTimeStamp ? "needed" : "not needed"])
    return lines
  }

  private func lines(of certificate: Certificate) -> [String] {
    var lines: [String] = []
    add(
      "certificate",
      [
        Untrusted.quoted("\(certificate.subject)", in: .english),
        "\(certificate.notBefore.display) to \(certificate.notAfter.display)"
          + left(until: certificate.notAfter),
        "its fingerprint, SHA-256:", certificate.sha256,
        "its public key, SHA-256:", certificate.publicKey.spkiSHA256,
      ], 4, to: &lines)
    return lines
  }

  private func status(of service: TrustedService) -> [String] {
    ([service.current] + service.history).map { period in
      let word =
        switch period.status {
        case .granted: "granted"
        case .withdrawn: "withdrawn"
        case .other(let uri): uri.isEmpty ? "not said" : Untrusted.clean(uri)
        }
      return word + (period.start.map { " from \($0.display)" } ?? "")
    }
  }

  private func words(for withdrawal: Invalidation) -> [String] {
    let (what, id) =
      switch withdrawal.subject {
      case .key(let key): ("the key", key)
      case .authority(let key): ("the CA's key", key)
      case .serial(let number): ("the certificate with the number", number)
      }
    return ["since \(withdrawal.date.display), \(withdrawal.reason.rawValue): \(what)", id]
  }

  private static func isBefore(_ one: Invalidation, _ other: Invalidation) -> Bool {
    one.date < other.date
  }

  private func recognition(_ recognition: Recognition) -> [String] {
    [
      "for \(recognition.labels.map(\.rawValue).sorted().joined(separator: ", "))",
      "of \(recognition.jurisdictions.map(\.code).sorted().joined(separator: ", "))",
      "from \(recognition.from.display) to \(recognition.to.display)",
      "\(recognition.keys.threshold) of its \(recognition.keys.keys.count) keys sign:",
    ] + recognition.keys.keys.map(\.spkiSHA256).sorted()
  }

  private func left(until moment: UTCTime) -> String {
    let seconds = moment.secondsSinceEpoch - time.secondsSinceEpoch
    if seconds < 0 { return ", which has passed" }
    let days = seconds / 86_400
    return days > 400 ? "" : days == 1 ? ", in 1 day" : ", in \(days) days"
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
