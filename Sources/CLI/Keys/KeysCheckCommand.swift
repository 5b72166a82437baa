import ArgumentParser
import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import BroadsealVerifying

/// `broadseal keys check`: why a certificate would be accepted or refused, rule by rule.
struct KeysCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say, rule by rule, whether a certificate may sign for C2PA and for given lists.",
    usage: "broadseal keys check <file> [--key <file>] [<options>]",
    discussion: """
      Exit code 0 when nothing stands in the way and, where government lists are given, one of \
      them accepts it; 1 otherwise, also for a certificate that ends within the days that \
      --expires-within names. Under --strict something has to say that it is not revoked.
      """)

  @Argument(help: "PEM or PKCS#12 file: the certificate with its chain, and its key if at hand.")
  var file: PathArgument

  @Option(help: ArgumentHelp("The private key, when it is a separate file.", valueName: "file"))
  var key: PathArgument?

  @OptionGroup
  var passphrase: PassphraseOptions

  @OptionGroup
  var expiry: ExpiryOptions

  @OptionGroup(title: "Trust")
  var trust: JudgingOptions

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func validate() throws {
    try [file].refuseStandardInput()
    if trust.revocation.online?.kinds.contains(.manifest) == true {
      throw ValidationError("keys check looks at certificates: --online manifest is for verify")
    }
  }

  func run() throws {
    try result.open(
      sparing: trust.files + [file.path] + [key?.path].compactMap(\.self) + passphrase.files)
    let time = trust.time()
    let context = try trust.context(at: time)
    let evidence = try trust.revocation.evidence(among: context.certificates)
    let check = KeyCheck(
      time: time, context: context, evidence: evidence, isStrict: trust.strict,
      expiry: expiry)
    let material = try passphrase.material(of: file.path)
    guard let leaf = material.certificates.first else {
      throw Failure(
        .usage, file.path, "there is no certificate",
        hint: material.key == nil
          ? nil : "name the file with its certificate; the key goes with --key")
    }
    var (secret, weakness) = (material.key, nil as String?)
    if let key {
      do throws(Failure) { secret = try passphrase.material(of: key.path).key } catch {
        // A key that cannot sign is a rule that does not hold; the others are told too.
        guard error.code == .failed else { throw error }
        weakness = error.message + (error.hint.map { "; " + $0 } ?? "")
      }
    }
    let others = Array(material.certificates.dropFirst()) + material.others
    let keyFile = secret == nil ? nil : key?.path ?? file.path
    let report = check.run(leaf, others: others, key: secret, in: keyFile, weakness)
    switch result.format {
    case .text:
      for wording in result.lang.wordings { try Console.write(report.text(in: wording)) }
    case .json: try Console.write(report.json)
    }
    try trust.revocation.remark(on: evidence, isQuiet: false)
    if !report.isAccepted { throw Outcome(code: .failed) }
  }
}

/// A run of `keys check`: holds a certificate against every rule that is known at one moment.
struct KeyCheck {
  let time: UTCTime
  let context: TrustContext
  let evidence: RevocationEvidence
  /// Whether something has to say that it was not revoked.
  let isStrict: Bool
  /// From when on the end of a certificate is near.
  let expiry: ExpiryOptions

  /// What holds, rule by rule.
  ///
  /// - Parameter weakness: why the key at hand cannot sign; nil where it can.
  func run(
    _ leaf: Certificate, others: [Certificate], key: PrivateKey?, in keyFile: FilePath?,
    _ weakness: String? = nil
  ) -> KeyReport {
    let rules = CertificateRules(leaf: leaf, others: others, time: time)
    var sections = [
      rules.key(key, in: keyFile, weakness), rules.profile(), rules.dates(expiry), rules.chain(),
    ]
    sections.append(rules.revocation(evidence, context, isStrict: isStrict))
    if let anchors = rules.anchors(context) { sections.append(anchors) }
    let lists = context.government.compactMap { rules.list($0, context) }
    let isUnlisted = !lists.isEmpty && lists.allSatisfy(\.isRefusing)
    return KeyReport(
      leaf: leaf, sections: sections + lists,
      isAccepted: !isUnlisted && !sections.contains(where: \.isRefusing))
  }
}

/// What `keys check` tells.
struct KeyReport {
  let leaf: Certificate
  let sections: [CheckSection]
  /// Whether nothing stands in the way and, where lists are given, one of them accepts it.
  let isAccepted: Bool

  /// The certificate, and every rule.
  func text(in wording: Wording) -> String {
    CertificateText(wording).lines(leaf).map { $0 + "\n" }.joined()
      + sections.map { "\n" + $0.text(in: wording) }.joined()
  }

  /// The same as its schema `broadseal.certificates/1` has it.
  var json: JSON.Value {
    Tool.document(
      .certificates,
      [
        ("certificates", [leaf.json]), ("accepted", .bool(isAccepted)),
        ("checks", .array(sections.map(\.json))),
      ])
  }
}

extension Certificate {
  /// The certificate in JSON. Its names are its maker's words.
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("subject", .string("\(subject)")), ("issuer", .string("\(issuer)")),
      ("serial", .string(serialHex)), ("notBefore", .string(notBefore.rfc3339)),
      ("notAfter", .string(notAfter.rfc3339)), ("key", .string("\(publicKey.kind)")),
      ("spki", .string(publicKey.spkiSHA256)), ("sha256", .string(sha256)),
      ("authority", .bool(isCA)),
    ]
    if let extendedKeyUsage {
      members.append(("purposes", .array(extendedKeyUsage.map(JSON.Value.string))))
    }
    return .object(JSON.Object(members))
  }
}
