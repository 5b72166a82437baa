import BroadsealBytes
import BroadsealJSON

/// What a list says beside everything that something is decided by: addresses, links, notices, extensions
/// of others. It is signed too, and whoever signs should see that it changed.
enum Residue {
  /// The members that differ.
  static func changes(from old: ParsedTrustList, to new: ParsedTrustList) -> [ListChange] {
    guard let before = lists(old), let after = lists(new) else { return [] }
    return differences(scheme(before), scheme(after), place: nil)
      + entityChanges(entities(before), entities(after))
  }

  /// The members of `list` that are shown nowhere else, a line each.
  fileprivate static func rest(of list: ParsedTrustList) -> [String] {
    guard let value = lists(list) else { return [] }
    let shown: Set = ["TEAddress", "TEInformationURI"]
    let own = scheme(value).map { "\($0.key): \($0.value.joined(separator: " "))" }
    let others = entities(value).flatMap { name, members in
      members.filter { !shown.contains($0.key) }.map {
        "\(name): \($0.key): \($0.value.joined(separator: " "))"
      }
    }
    return own.sorted() + others.sorted()
  }

  private static func lists(_ list: ParsedTrustList) -> Value? {
    (try? Reader.parse(list.payload))?["LoTE"]
  }

  private static let decided: Set<String> = [
    "LoTEVersionIdentifier", "LoTESequenceNumber", "SchemeOperatorName", "SchemeName",
    "SchemeTerritory", "ListIssueDateTime", "NextUpdate", "SchemeExtensions",
  ]

  private static func scheme(_ list: Value) -> [String: [String]] {
    let scheme = list["ListAndSchemeInformation"] ?? .null
    var texts: [String: [String]] = [:]
    for member in scheme.object?.members ?? [] where !decided.contains(member.key) {
      texts[member.key] = [Writer.write(member.value)]
    }
    let known: Set = [
      Recognition.extensionName, TrustListContent.nextKeysExtension, KeyChange.extensionName,
    ]
    let extensions = foreign(scheme["SchemeExtensions"], known)
    if !extensions.isEmpty { texts["SchemeExtensions"] = extensions }
    return texts
  }

  /// What each organisation's entry says, by its name: of all that have this name together.
  private static func entities(_ list: Value) -> [String: [String: [String]]] {
    var all: [String: [String: [String]]] = [:]
    for entity in list["TrustedEntitiesList"]?.array ?? [] {
      let information = entity["TrustedEntityInformation"] ?? .null
      let names = information["TEName"]?.array ?? []
      let name = (names.first { $0["lang"]?.string == "en" } ?? names.first)?["value"]?.string
      for member in information.object?.members ?? [] where member.key != "TEName" {
        all[name ?? "", default: [:]][member.key, default: []].append(Writer.write(member.value))
      }
      for service in entity["TrustedEntityServices"]?.array ?? [] {
        for (key, text) in residue(ofService: service["ServiceInformation"] ?? .null) {
          all[name ?? "", default: [:]][key, default: []].append(text)
        }
      }
    }
    return all.mapValues { $0.mapValues { $0.sorted() } }
  }

  private static func residue(ofService information: Value) -> [(String, String)] {
    let decided: Set = [
      "ServiceName", "ServiceDigitalIdentity", "ServiceTypeIdentifier", "ServiceStatus",
      "StatusStartingTime", "ServiceInformationExtensions",
    ]
    let known: Set = [
      Scope.extensionName, SealScope.extensionName, TrustedService.invalidityExtension,
    ]
    var texts = (information.object?.members ?? []).filter { !decided.contains($0.key) }
      .map { ($0.key, Writer.write($0.value)) }
    for text in foreign(information["ServiceInformationExtensions"], known) {
      texts.append(("ServiceInformationExtensions", text))
    }
    let identity = (information["ServiceDigitalIdentity"] ?? .null).removing(["X509Certificates"])
    if identity.object?.members.isEmpty == false {
      texts.append(("ServiceDigitalIdentity", Writer.write(identity)))
    }
    return texts
  }

  /// Extensions that are not among `known`.
  private static func foreign(_ extensions: Value?, _ known: Set<String>) -> [String] {
    (extensions?.array ?? []).map { $0.removing(known.union(["critical", "Critical"])) }
      .filter { $0.object?.members.isEmpty == false }.map { Writer.write($0) }.sorted()
  }

  private static func entityChanges(
    _ old: [String: [String: [String]]], _ new: [String: [String: [String]]]
  ) -> [ListChange] {
    // What a new entry says is shown with it; what one that is gone said is gone with it.
    old.flatMap { name, before in
      new[name].map { differences(before, $0, place: name) } ?? []
    }
  }

  private static func differences(
    _ old: [String: [String]], _ new: [String: [String]], place: String?
  ) -> [ListChange] {
    Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.map { key in
      ListChange(
        .other, place: place, member: key, before: old[key] ?? [], after: new[key] ?? [])
    }
  }
}

extension ParsedTrustList {
  /// What it says beside everything that something is decided by, addresses aside: a line a member, in an
  /// order of their own; untrusted text.
  package var undecided: [String] { Residue.rest(of: self) }
}
