package import BroadsealBytes
import BroadsealOpenSSL

extension DemoPKI {
  /// A file of the demonstration.
  struct File: Sendable {
    /// Below the folder, with slashes.
    let path: String
    let bytes: [UInt8]
    /// Whether only its owner may read it.
    let isSecret: Bool
  }

  /// Makes a demonstration in the folder at `path`, all of it or nothing.
  ///
  /// The folder must not exist, or be empty. Private keys are readable for their owner alone and are
  /// not encrypted.
  ///
  /// - Throws: `.notEmpty`, `.unwritable`, `.cryptography`.
  /// - Parameter responder: where certificates say that one can ask about revocation.
  package static func make(
    in path: FilePath, now: UTCTime, responder: String? = nil
  ) throws(DemoError) {
    let folder = try NewFolder(path)
    for file in try DemoPKI(now: now, responder: responder).files() {
      try folder.write(file.path, file.bytes, mode: file.isSecret ? 0o600 : 0o644)
    }
    try folder.finish()
  }

  /// Everything there is to write.
  func files() throws(DemoError) -> [File] {
    do {
      var files = [
        File("README.txt", Array(DemoPKI.readme.utf8)),
        File("tsa/authority.pem", try tsa.key.pem() + PEMFile.text(tsa.chain), isSecret: true),
        File("tsa/root.pem", tsaRoot.certificate.pem),
        File("tsa/root.key.pem", try tsaRoot.key.pem(), isSecret: true),
        File("tsa/root.crl", try tsaRoot.revocationList(from: start, to: nextUpdate).der),
        File("ai-service/ISSUER.toml", Array(DemoProfile.aiService.utf8)),
        File("ai-service/key.pem", try aiService.key.pem(), isSecret: true),
        File("ai-service/chain.pem", PEMFile.text(aiService.chain)),
        File("ai-service/ca/root.pem", aiRoot.certificate.pem),
        File("ai-service/ca/root.key.pem", try aiRoot.key.pem(), isSecret: true),
        File("trust/anchors.pem", PEMFile.text(claimAnchors)),
        File("trust/tsa.pem", PEMFile.text(tsaAnchors)),
        File("trust/government/us.json", usList),
        File("trust/government/us.keys.pem", us.pinned.pem),
        File("trust/government/jp.json", jpList),
        File("trust/government/jp.keys.pem", jp.pinned.pem),
      ]
      for country in [us, jp, gazette] { files += try self.files(of: country) }
      files += [
        File("gazette/gazette.json", gazetteList),
        File("gazette/gazette.keys.pem", gazette.pinned.pem),
      ]
      return files
    } catch { throw DemoError(error) }
  }

  private func files(of country: DemoCountry) throws(OpenSSLError) -> [File] {
    let folder = country.agency.folder
    var files = [
      File("\(folder)/key.pem", try country.signer.key.pem(), isSecret: true),
      File("\(folder)/chain.pem", PEMFile.text(country.signer.chain)),
      File("\(folder)/ca/root.pem", country.root.certificate.pem),
      File("\(folder)/ca/root.key.pem", try country.root.key.pem(), isSecret: true),
      File("\(folder)/ca/issuing.pem", country.issuing.certificate.pem),
      File("\(folder)/ca/issuing.key.pem", try country.issuing.key.pem(), isSecret: true),
      File(
        "\(folder)/ca/root.crl",
        try country.root.revocationList(from: start, to: nextUpdate).der),
      File(
        "\(folder)/ca/issuing.crl",
        try country.issuing.revocationList(from: start, to: nextUpdate).der),
      File("\(folder)/ocsp/key.pem", try country.responder.key.pem(), isSecret: true),
      File("\(folder)/ocsp/chain.pem", PEMFile.text(country.responder.chain)),
    ]
    if !country.agency.seals {
      files.insert(
        File("\(folder)/ISSUER.toml", Array(DemoProfile.text(of: country.agency).utf8)), at: 0)
    }
    for (index, key) in country.listKeys.enumerated() {
      files.append(File("\(folder)/list/\(index + 1).key.pem", try key.pem(), isSecret: true))
    }
    return files
  }

  private static let readme = """
    Demonstration keys, certificates and trust lists. Every government, agency and service here is
    invented, and anybody can make such a folder: never use it for real documents, and never pin
    its list keys.

    us/ jp/ ai-service/   one signer each: ISSUER.toml for "broadseal sign --profile"
    gazette/              an agency that seals PDF documents with other programs and labels none; its
                          own list: "--government gazette/gazette.json"
    tsa/authority.pem     a local time-stamping authority: "--tsa key:tsa/authority.pem"
    trust/                for "broadseal verify --trust-dir"
    trust/anchors.pem     claim anchors for other C2PA tools; trust/tsa.pem for time stamps
    us/ca jp/ca tsa       *.crl: revocation lists on which nothing stands, good for a year;
                          certificates say that this folder is served on the loopback address

    """
}

extension DemoPKI.File {
  init(_ path: String, _ bytes: [UInt8], isSecret: Bool = false) {
    self.init(path: path, bytes: bytes, isSecret: isSecret)
  }
}
