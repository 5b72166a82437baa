public import BroadsealBytes
import BroadsealFiles
public import BroadsealSettings
public import BroadsealSigning
import BroadsealTrust

/// `ISSUER.toml`: who signs, with what, and how the result is read back.
///
/// Unknown keys are errors. Paths are relative to the profile's folder; where the profile is reached by
/// a symbolic link, that is the folder of the file itself. A passphrase or PIN has no
/// place here, only the name of the file that holds it.
public struct IssuerProfile: Sendable {
  /// The agency that an official label names.
  public struct Agency: Sendable {
    /// Identifier, equal to the trust list's.
    public let id: String
    /// `US`, `JP`, `JP-13`, `INT`.
    public let jurisdiction: String
    /// Names by language tag; at least one.
    public let names: [String: String]
    /// Unit within the agency.
    public let office: String?
    /// Language of the documents, unless the command line says otherwise.
    public let language: String?
  }

  /// Who stands behind the documents by a `cawg.identity` assertion.
  public struct Identity: Sendable {
    /// Its key; nil for the key that signs the claims.
    public let key: KeySettings?
    /// Roles of CAWG; empty for the usual one.
    public let roles: [String]
    /// In which order the signed fields are written.
    public let encoding: OrganisationIdentity.Encoding
  }

  /// Where trusted time comes from.
  public enum TimeStamps: Sendable {
    /// Authorities on the network, in order.
    case urls([String])
    /// A file with the key of a local authority.
    case key(FilePath)
  }

  /// Where the profile was read.
  public let path: FilePath
  /// The agency; nil for a service that can only make plain AI labels.
  public let agency: Agency?
  /// The signing key; nil when the command line has to name one.
  public let key: KeySettings?
  /// Who stands behind the documents beside the claim's signer; nil: nobody says so.
  public let identity: Identity?
  /// Where trusted time comes from, unless the command line says otherwise.
  public let timeStamps: TimeStamps?
  /// Policy that authorities on the network must stamp under; nil takes any.
  public let stampPolicy: String?
  /// File with the authorities that vouch for HTTPS servers; nil for the system's.
  public let tlsAuthorities: FilePath?
  /// Whether signatures bring OCSP responses along; nil: not unless the command line says so.
  public let revocation: RevocationSettings?
  /// Government lists with which the output is read back.
  public let lists: [FilePath]
  /// Claim-signing anchors with which the output is read back.
  public let anchors: [FilePath]
  /// Time-stamp anchors with which the output is read back.
  public let tsaAnchors: [FilePath]

  /// Files with the public keys of those who may approve; where there are any, nothing is signed
  /// without an approval.
  public let approvers: [FilePath]

  /// Role of who usually reviews documents; said only where a label states a review.
  public let reviewer: String?

  /// Reads the profile at `path`.
  public init(_ path: FilePath) throws(SettingsError) {
    self.path = path
    let profile = try SettingsTable(try SettingsFile(path))
    try profile.allowOnly(
      [
        "schema", "agency", "key", "identity", "timestamp", "revocation", "trust", "approval",
        "review",
      ])
    guard try profile.integer("schema") == 1 else {
      throw profile.failure("schema", "must be 1, the version of this format")
    }
    let folder = path.resolved.folder
    agency = try profile.table("agency").map { table throws(SettingsError) in try Agency(table) }
    key = try profile.table("key").map { table throws(SettingsError) in
      try KeySettings(table, folder: folder)
    }
    identity = try profile.table("identity").map { table throws(SettingsError) in
      try Identity(table, folder: folder)
    }
    let stamps = try profile.table("timestamp")
    try stamps?.allowOnly(["key", "urls", "policy", "tls-ca"])
    stampPolicy = try stamps?.text("policy")
    if let stamps, let policy = stampPolicy, !ObjectIdentifier.isValid(policy) {
      throw stamps.failure("policy", "is not an object identifier")
    }
    tlsAuthorities = try stamps?.text("tls-ca").map { folder.relative($0) }
    let urls = try stamps?.texts("urls") ?? []
    if let stamps, let local = try stamps.text("key") {
      guard urls.isEmpty else { throw stamps.failure("key", "and urls exclude each other") }
      timeStamps = .key(folder.relative(local))
    } else {
      timeStamps = urls.isEmpty ? nil : .urls(urls)
    }
    revocation = try profile.table("revocation").map { table throws(SettingsError) in
      try RevocationSettings(table)
    }
    let approval = try profile.table("approval")
    try approval?.allowOnly(["approvers"])
    approvers = try approval?.texts("approvers").map { folder.relative($0) } ?? []
    if let approval, approvers.isEmpty { throw approval.missing("approvers") }
    let review = try profile.table("review")
    try review?.allowOnly(["role"])
    reviewer = try review?.requiredText("role")
    let trust = try profile.table("trust")
    try trust?.allowOnly(["list", "anchors", "tsa-anchors"])
    lists = try trust?.texts("list").map { folder.relative($0) } ?? []
    anchors = try trust?.texts("anchors").map { folder.relative($0) } ?? []
    tsaAnchors = try trust?.texts("tsa-anchors").map { folder.relative($0) } ?? []
  }
}

extension IssuerProfile {
  /// Every file that the profile names; what is signed may not take the place of one.
  package var files: [FilePath] {
    var files = lists + lists.map(TrustStore.keysPath) + anchors + tsaAnchors + approvers
    files += [tlsAuthorities].compactMap(\.self) + (key?.files ?? []) + (identity?.key?.files ?? [])
    if case .key(let path)? = timeStamps { files.append(path) }
    return files
  }
}

extension IssuerProfile.Identity {
  init(_ table: SettingsTable, folder: FilePath) throws(SettingsError) {
    try table.allowOnly(["key", "roles", "encoding"])
    key = try table.table("key").map { table throws(SettingsError) in
      try KeySettings(table, folder: folder)
    }
    roles = try table.texts("roles")
    let encodings = OrganisationIdentity.Encoding.allCases.map(\.rawValue)
    let named = try table.text("encoding") ?? encodings[0]
    guard let encoding = OrganisationIdentity.Encoding(rawValue: named) else {
      throw table.failure("encoding", "must be one of \(encodings.joined(separator: ", "))")
    }
    self.encoding = encoding
  }
}

extension IssuerProfile.Agency {
  init(_ table: SettingsTable) throws(SettingsError) {
    try table.allowOnly(["id", "jurisdiction", "name", "office", "language"])
    id = try table.requiredText("id")
    jurisdiction = try table.requiredText("jurisdiction")
    guard let names = try table.table("name")?.allTexts(), !names.isEmpty else {
      throw table.failure("name", "needs at least one language, such as name.en")
    }
    self.names = names
    office = try table.text("office")
    language = try table.text("language")
  }
}

extension IssuerProfile {
  /// Whom the profile believes when a result is read back.
  public func trust() throws(TrustError) -> TrustStore {
    var trust = TrustStore()
    for list in lists { try trust.addGovernmentList(list) }
    for file in anchors { try trust.addClaimAnchors(file) }
    for file in tsaAnchors { try trust.addTimeStampAnchors(file) }
    return trust
  }
}
