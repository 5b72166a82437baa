import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// The fence around what a CA may vouch for.
struct ScopeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Whose documents: US, JP-13; the list's country if absent.", valueName: "code"))
  var jurisdiction: PlainText?

  @Option(
    help: ArgumentHelp(
      "Organisation (O) in the signers' certificates, letter for letter. Repeatable.",
      valueName: "name"))
  var subjectO: [PlainText] = []

  @Option(help: ArgumentHelp("Unit (OU) in them. Repeatable.", valueName: "name"))
  var subjectOu: [PlainText] = []

  @Option(
    help: ArgumentHelp("organizationIdentifier in them. Repeatable.", valueName: "identifier"))
  var subjectId: [PlainText] = []

  @Option(
    help: ArgumentHelp("Domain of the names in them. Repeatable.", valueName: "domain"))
  var subjectDns: [PlainText] = []

  @Option(
    help: ArgumentHelp(
      "The only keys that may sign: SHA-256 of the public key. Repeatable.", valueName: "hex"))
  var pin: [PlainText] = []

  @Option(
    help: ArgumentHelp(
      "What may be stated: official, ai-generated, ai-altered; official if absent.",
      valueName: "label,…"))
  var labels: PlainText?

  @Option(
    help: ArgumentHelp(
      "Kinds of key: P-256, P-384, P-521, RSA, Ed25519; any if absent.", valueName: "kind,…"))
  var keyAlgs: PlainText?

  @Option(help: ArgumentHelp("Most CAs between this one and a signer.", valueName: "number"))
  var maxPathLen = 0

  @Option(
    help: ArgumentHelp("The only purposes a signer may have. Repeatable.", valueName: "oid"))
  var onlyEku: [ObjectIdentifierArgument] = []

  @Option(
    help: ArgumentHelp("Policies of which a signer has one. Repeatable.", valueName: "oid"))
  var policy: [ObjectIdentifierArgument] = []

  @Flag(help: "Documents without a trusted time stamp are official too.")
  var withoutTimestamp = false

  /// Most CAs that a scope can allow between (Documentation/TrustLists.md).
  private static let mostBetween = 8

  func validate() throws {
    for (option, values) in [
      ("--subject-o", subjectO), ("--subject-ou", subjectOu), ("--subject-id", subjectId),
      ("--subject-dns", subjectDns), ("--pin", pin),
    ] {
      var seen: Set<PlainText> = []
      if let twin = values.first(where: { !seen.insert($0).inserted }) {
        throw ValidationError("\(option) names \(Untrusted.clean(twin.text)) twice")
      }
    }
    guard pin.allSatisfy({ $0.text.utf8.count == 64 && $0.text.allSatisfy(\.isHexDigit) }) else {
      throw ValidationError("--pin takes a SHA-256 digest: 64 hexadecimal digits")
    }
    guard (0...ScopeOptions.mostBetween).contains(maxPathLen) else {
      throw ValidationError("--max-path-len takes a number from 0 to \(ScopeOptions.mostBetween)")
    }
  }

  /// Whether one of the options was given.
  var isNamed: Bool {
    jurisdiction != nil || labels != nil || keyAlgs != nil || maxPathLen != 0 || withoutTimestamp
      || !(subjectO + subjectOu + subjectId + subjectDns + pin).isEmpty
      || !(onlyEku + policy).isEmpty
  }

  /// What a scope of seals has beside what the options say.
  struct Seals {
    let commonNames: [String]
    let keys: [String]
  }

  /// The scope of `agency` at a CA; whom it means is never guessed.
  ///
  /// - Parameter seals: nil: it is one of labels.
  func scope(
    of agency: Agency, _ certificate: Certificate, territory: String?, seals: Seals?
  ) throws(Failure) -> Scope {
    let isFenced = !(subjectO + subjectId + subjectDns + pin).isEmpty
    guard isFenced || seals.map({ !($0.commonNames + $0.keys).isEmpty }) ?? false else {
      let name = certificate.subject
      let example = name.organization.map { "--subject-o \"\(Untrusted.clean($0))\"" }
      throw .usage(
        seals == nil
          ? "say whose certificates the CA may vouch for: --subject-o, --subject-id, --subject-dns or --pin"
          : "say whose seals the CA may vouch for: --subject-o, --subject-cn, --sealed-by or --seal-key",
        hint: "the CA itself is \"\(Untrusted.clean("\(name)"))\""
          + (example.map { "; if its signers have the same O: \($0)" } ?? ""))
    }
    guard let code = jurisdiction?.text ?? territory, let place = Jurisdiction(code) else {
      throw .usage("--jurisdiction takes a country, a part of one, or INT: US, JP-13")
    }
    if let territory, let country = place.country, country != territory {
      throw .usage(
        "--jurisdiction: the list speaks for \(territory), and the agency is of \(place.code)",
        hint: "another country keeps a list of its own, which this one can recognise")
    }
    var suffixes: [DNSSuffix] = []
    for domain in subjectDns {
      guard let suffix = DNSSuffix(domain.text) else {
        throw .usage("--subject-dns takes a plain domain name: agency.example")
      }
      suffixes.append(suffix)
    }
    return Scope(
      jurisdiction: place, agency: agency,
      subject: SubjectRule(
        organizations: subjectO.map(\.text), organizationalUnits: subjectOu.map(\.text),
        organizationIdentifiers: subjectId.map(\.text), dnsSuffixes: suffixes,
        commonNames: seals?.commonNames ?? []),
      purposes: seals == nil ? onlyEku.map(\.text) : [], policies: policy.map(\.text),
      maximumPathLength: maxPathLen,
      keyAlgorithms: try ScopeOptions.cases(keyAlgs?.text ?? "", "--key-algs"),
      labels: seals == nil
        ? Set(try ScopeOptions.cases(labels?.text ?? "official", "--labels")) : [],
      pins: seals?.keys ?? pin.map { $0.text.lowercased() }, requiresTimeStamp: !withoutTimestamp)
  }

  /// The values that a list of their names stands for.
  static func cases<Name: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ option: String
  ) throws(Failure) -> [Name] {
    var names: [Name] = []
    for part in text.split(separator: ",") {
      guard let name = Name(rawValue: String(part.filter { $0 != " " })) else {
        throw .usage(
          "\(option) cannot be \(part)",
          hint: "it is one of \(Name.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      names.append(name)
    }
    return names
  }
}
