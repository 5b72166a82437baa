import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
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

  func validate() throws {
    try [file].refuseStandardInput()
    if trust.revocation.online?.kinds.contains(.manifest) == true {
      throw ValidationError("keys check looks at certificates: --online manifest is for verify")
    }
  }

  func run() throws {
    let time = trust.time()
    let check = KeyCheck(
      time: time, context: try trust.context(at: time),
      evidence: try trust.revocation.evidence(), isStrict: trust.strict,
      expiry: expiry)
    let material = try passphrase.material(of: file.path)
    guard let leaf = material.certificates.first else {
      throw Failure(.usage, file.path, "there is no certificate")
    }
    let secret =
      try key.map { key throws(Failure) in
        try passphrase.material(of: key.path).key
      } ?? material.key
    let others = Array(material.certificates.dropFirst()) + material.others
    let keyFile = secret == nil ? nil : key?.path ?? file.path
    if try !check.run(leaf, others: others, key: secret, in: keyFile) {
      throw Outcome(code: .failed)
    }
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

  /// Shows rule by rule what holds.
  ///
  /// - Returns: whether nothing stands in the way and, where lists are given, one of them accepts it.
  func run(
    _ leaf: Certificate, others: [Certificate], key: PrivateKey?, in keyFile: FilePath?
  ) throws -> Bool {
    let rules = CertificateRules(leaf: leaf, others: others, time: time)
    var sections = [
      rules.key(key, in: keyFile), rules.profile(), rules.dates(expiry), rules.chain(),
    ]
    sections.append(rules.revocation(evidence, context, isStrict: isStrict))
    if let anchors = rules.anchors(context) { sections.append(anchors) }
    let lists = context.government.compactMap { rules.list($0, context) }
    var text = CertificateText.lines(leaf).map { $0 + "\n" }.joined()
    for section in sections + lists { text += "\n" + section.text }
    try Console.write(text)
    let isUnlisted = !lists.isEmpty && lists.allSatisfy(\.isRefusing)
    return !isUnlisted && !sections.contains(where: \.isRefusing)
  }
}
