public import BroadsealBytes
public import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying

// What a profile names, opened: keys, time-stamp authorities, and who reads back.

extension IssuerProfile {
  /// The key and certificates of `[key]`.
  ///
  /// - Parameter passphrases: who is asked when the key is encrypted and the profile names no file with
  ///   its passphrase.
  /// - Throws: `SigningError` of kind `profile` when there is no `[key]`, else as
  ///   `Credential.load`.
  public func credential(
    _ passphrases: Passphrases = .none
  ) throws(SigningError) -> Credential {
    guard let key else { throw missing("key", "and nothing can be signed") }
    return try key.credential(passphrases)
  }

  /// The authorities of `[timestamp]`.
  ///
  /// - Parameter passphrases: who is asked when a local authority's key is encrypted.
  /// - Throws: `SigningError` of kind `profile` when there is no `[timestamp]`: without trusted time no
  ///   label is official, and whoever wants that says `TimeStamping.none`.
  public func timeStamping(
    _ passphrases: Passphrases = .none
  ) throws(SigningError) -> TimeStamping {
    let sources = try timeStampSettings.sources(passphrases)
    guard !sources.isEmpty else { throw missing("timestamp", "and no label is official without") }
    return .authorities(sources, allowMissing: false)
  }

  /// What `[timestamp]` says, before any key is opened.
  package var timeStampSettings: TimeStampSettings {
    var settings = TimeStampSettings()
    switch timeStamps {
    case .key(let path): settings.authorities = [.key(path)]
    case .urls(let urls): settings.authorities = urls.map(TimeStampSettings.Authority.url)
    case nil: break
    }
    settings.policy = stampPolicy
    settings.tlsAuthorities = tlsAuthorities
    return settings
  }

  /// Who stands behind the documents beside the claim's signer, by `[identity]`; nil: nobody says so.
  ///
  /// - Parameters:
  ///   - signer: the credential that signs the claims, whose key it is where `[identity]` has no other.
  ///   - time: the moment at which its certificates have to be in date.
  ///   - passphrases: who is asked when its key is encrypted.
  public func organisation(
    beside signer: Credential, at time: UTCTime, _ passphrases: Passphrases = .none
  ) throws(SigningError) -> OrganisationIdentity? {
    try organisation(beside: signer, at: time) { key throws(SigningError) in
      try key.credential(passphrases)
    }
  }

  /// The same with a key of its own that `open` opens.
  package func organisation(
    beside signer: Credential, at time: UTCTime,
    _ open: (KeySettings) throws(SigningError) -> Credential
  ) throws(SigningError) -> OrganisationIdentity? {
    guard let identity else { return nil }
    let own = try identity.key.map { key throws(SigningError) in try open(key) }
    return try OrganisationIdentity(
      credential: own ?? signer,
      roles: identity.roles.isEmpty ? OrganisationIdentity.defaultRoles : identity.roles,
      encoding: identity.encoding, at: time)
  }

  /// What `[agency]` says of every official document; reference, address and language are yours to add.
  ///
  /// - Throws: `SigningError` of kind `profile` when there is no `[agency]`: nothing can be official.
  public func origin() throws(SigningError) -> OfficialOrigin {
    guard let agency else {
      throw SigningError(
        .profile, "the profile has no [agency], so nothing can be official", path: path.display)
    }
    var origin = OfficialOrigin(
      jurisdiction: agency.jurisdiction,
      agency: OfficialOrigin.Agency(
        id: agency.id, english: agency.names["en"], japanese: agency.names["ja"]))
    origin.office = agency.office
    origin.language = agency.language
    return origin
  }

  /// An error about a table that is not there.
  private func missing(_ table: String, _ consequence: String) -> SigningError {
    SigningError(
      .profile, "the profile has no [\(table)], \(consequence)", path: path.display)
  }
}

extension KeySettings {
  /// The key and certificates that are named here.
  ///
  /// - Parameter passphrases: who is asked when the key is encrypted and no file with its passphrase is
  ///   named here.
  package func credential(_ passphrases: Passphrases) throws(SigningError) -> Credential {
    let algorithm = try algorithm.map { name throws(SigningError) in
      try SigningAlgorithm(named: name)
    }
    return try passphrases.opening(source.display, file: passphraseFile) {
      passphrase throws(SigningError) in
      try Credential.load(
        source, certificates: certificates, passphrase: passphrase, algorithm: algorithm)
    }
  }
}
