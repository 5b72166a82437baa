import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// The fence around what an entry may vouch for where an agency seals PDF documents
/// (`org.broadseal.seal`), beside what it shares with the scope of labels.
struct SealOptions: ParsableArguments {
  @Flag(help: "The entry vouches for PDF signatures of the agency, and for no labels.")
  var seals = false

  @Option(
    help: ArgumentHelp(
      "A certificate whose key seals, in the time for which it is valid. Repeatable.",
      valueName: "pem"))
  var sealedBy: [PathArgument] = []

  @Option(
    help: ArgumentHelp(
      "A key that seals: SHA-256 of the public key, its first and last day, and in-order or "
        + "compromised where its time has ended. Repeatable.",
      valueName: "hex,from,to[,ended]"))
  var sealKey: [PlainText] = []

  @Option(
    help: ArgumentHelp(
      "Common name (CN) in the sealers' certificates. Repeatable.", valueName: "name"))
  var subjectCn: [PlainText] = []

  @Option(
    help: ArgumentHelp(
      "Kinds of signature: " + SealKind.allCases.map(\.rawValue).joined(separator: ", ")
        + "; the first two if absent.", valueName: "kind,…"))
  var kinds: PlainText?

  @Option(
    help: ArgumentHelp(
      "The most that a seal may permit afterwards: 1, 2 or 3 (DocMDP).", valueName: "number"))
  var certified: Int?

  @Flag(help: "Only certificates that say they are qualified ones for electronic seals.")
  var qualified = false

  @Flag(help: "With --only-eku: certificates that name no purpose will do too.")
  var orNoEku = false

  /// Whether one of the options was given that need `--seals`.
  var isNamed: Bool {
    !(sealedBy.isEmpty && sealKey.isEmpty && subjectCn.isEmpty) || kinds != nil
      || certified != nil || qualified || orNoEku
  }

  /// The scope of `agency` at a certificate; `labels` says what it shares with that of labels.
  func scope(
    of agency: Agency, _ certificate: Certificate, territory: String?, _ labels: ScopeOptions
  ) throws -> SealScope {
    var keys = try sealKey.map(SealOptions.key)
    for file in sealedBy {
      let certificate = try file.certificate()
      keys.append(
        SealKey(
          certificate.publicKey.spkiSHA256, from: certificate.notBefore, to: certificate.notAfter))
    }
    guard Set(keys.map(\.digest)).count == keys.count else {
      throw Failure.usage("a key that seals is named twice")
    }
    guard !labels.withoutTimestamp || !keys.isEmpty else {
      throw Failure.usage(
        "--without-timestamp needs the keys that seal, each with its time",
        hint: "the list itself vouches then for when they sealed: --sealed-by or --seal-key")
    }
    let names = subjectCn.map(\.text)
    let common = try labels.scope(
      of: agency, certificate, territory: territory,
      seals: ScopeOptions.Seals(commonNames: names, keys: keys.map(\.digest)))
    let purposes = labels.onlyEku.map(\.text)
    let kinds: [SealKind] = try ScopeOptions.cases(kinds?.text ?? "", "--kinds")
    return SealScope(
      scope: common, keys: keys, purposes: purposes.isEmpty ? nil : purposes,
      allowsNoPurpose: purposes.isEmpty || orNoEku, kinds: kinds.isEmpty ? SealKind.usual : kinds,
      certification: certified, mustBeQualified: qualified)
  }

  func validate() throws {
    if isNamed, !seals {
      throw ValidationError("--sealed-by, --seal-key and what else is asked of seals need --seals")
    }
    if let certified, !(1...3).contains(certified) {
      throw ValidationError("--certified takes 1, 2 or 3")
    }
  }

  private static func key(_ argument: PlainText) throws(Failure) -> SealKey {
    let parts = argument.text.split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0.filter { $0 != " " }) }
    let digest = parts[0].lowercased().filter { $0 != ":" }
    guard (3...4).contains(parts.count), Hex.decode(digest)?.count == 32,
      let from = TimeArgument(argument: parts[1])?.time,
      let to = TimeArgument(argument: parts[2])?.time, from < to
    else {
      throw .usage(
        "--seal-key takes a SHA-256 digest, two times and how the key ended: "
          + "HEX,2023-05-15,2026-05-15,in-order")
    }
    guard parts.count == 4 else { return SealKey(digest, from: from, to: to) }
    guard let ending = SealKey.Ending(rawValue: parts[3]) else {
      let ways = SealKey.Ending.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("--seal-key: a key ends in one of these ways: \(ways)")
    }
    return SealKey(digest, from: from, to: to, ending: ending)
  }
}
