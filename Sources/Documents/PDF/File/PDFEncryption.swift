import BroadsealOpenSSL

/// What an encryption dictionary says (ISO 32000-2 §7.6.2, §7.6.4.2): versions 4 and 5 only.
struct PDFEncryption: Sendable {
  /// `V`: 4 or 5.
  let version: Int
  /// `R`: 4, 5 or 6.
  let revision: Int
  /// `O`: 32 bytes in version 4, 48 in version 5.
  let owner: [UInt8]
  /// `U`, of the same length.
  let user: [UInt8]
  /// `UE`, the file's key under the user password: 32 bytes, version 5 only.
  let userKey: [UInt8]
  /// `P`.
  let permissions: Int
  /// `EncryptMetadata`.
  let encryptsMetadata: Bool
  /// The crypt filters by name, `Identity` among them.
  let filters: [PDFName: PDFCipher]
  /// `StmF`, `StrF` and `EFF`: the filters of streams, strings and embedded files.
  let streams: PDFName, strings: PDFName, files: PDFName

  /// Reads a dictionary of a handler and version that `PDFSecurity` takes.
  init(_ dictionary: [PDFName: PDFObject], at offset: Int) throws(DocumentError) {
    func fault(_ reason: String) -> DocumentError { .pdf(.encryption, reason, at: offset) }
    guard let version = dictionary["V"]?.integer, let revision = dictionary["R"]?.integer,
      version == 4 ? revision == 4 : version == 5 && (5...6).contains(revision)
    else { throw fault("a version and a revision of encryption that do not go together") }
    let length = version == 4 ? 32 : 48
    guard let owner = dictionary["O"]?.string, let user = dictionary["U"]?.string,
      owner.count >= length, user.count >= length,
      let permissions = dictionary["P"]?.integer
    else { throw fault("an encryption dictionary without O, U or P") }
    let userKey = dictionary["UE"]?.string ?? []
    guard version == 4 || userKey.count >= 32 else {
      throw fault("an encryption dictionary without UE")
    }
    self.version = version
    self.revision = revision
    self.owner = Array(owner.prefix(length))
    self.user = Array(user.prefix(length))
    self.userKey = Array(userKey.prefix(32))
    self.permissions = permissions
    encryptsMetadata = dictionary["EncryptMetadata"]?.boolean ?? true
    filters = try PDFEncryption.filters(of: dictionary, version: version, at: offset)
    streams = dictionary["StmF"]?.name ?? "Identity"
    strings = dictionary["StrF"]?.name ?? "Identity"
    files = dictionary["EFF"]?.name ?? streams
    for name in [streams, strings, files] where filters[name] == nil {
      throw fault("an encryption dictionary that names an unknown crypt filter")
    }
  }

  private static func filters(
    of dictionary: [PDFName: PDFObject], version: Int, at offset: Int
  ) throws(DocumentError) -> [PDFName: PDFCipher] {
    var filters: [PDFName: PDFCipher] = [:]
    for entry in dictionary["CF"]?.dictionary?.entries ?? [] {
      switch entry.value.object.dictionary?["CFM"]?.name {
      case nil, "None": continue
      case "V2" where version == 4: filters[entry.key] = .rc4
      case "AESV2" where version == 4: filters[entry.key] = .aes128
      case "AESV3" where version == 5: filters[entry.key] = .aes256
      default: throw .pdf(.encryption, "a crypt filter of an unknown method", at: offset)
      }
    }
    filters["Identity"] = .identity
    return filters
  }

  /// Whether crypt filters, or what they say, are objects of their own.
  static func hasIndirectFilters(_ dictionary: PDFDictionary) -> Bool {
    guard let filters = dictionary["CF"] else { return false }
    guard let members = filters.dictionary?.entries.map(\.value.object) else { return true }
    return members.contains { filter in
      filter.reference != nil
        || filter.dictionary?.entries.contains { $0.value.object.reference != nil } ?? false
    }
  }
}

/// Derives the file's key for the empty user password (ISO 32000-2 §7.6.4).
enum PDFEncryptionKey {
  /// The key; nil when the empty password does not open the document.
  static func derive(
    from encryption: PDFEncryption, identifier: [UInt8]
  ) throws(OpenSSLError) -> [UInt8]? {
    encryption.version == 5
      ? try modern(encryption) : try classic(encryption, identifier: identifier)
  }

  /// The bytes that stand for what a password lacks to 32 bytes (Algorithm 2, step a).
  private static let padding: [UInt8] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
    0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
  ]

  /// Algorithms 2 and 6: revision 4.
  private static func classic(
    _ encryption: PDFEncryption, identifier: [UInt8]
  ) throws(OpenSSLError) -> [UInt8]? {
    var seed = padding + encryption.owner.prefix(32)
    for shift in [0, 8, 16, 24] {
      seed.append(UInt8(truncatingIfNeeded: encryption.permissions >> shift))
    }
    seed += identifier
    if !encryption.encryptsMetadata { seed += [0xFF, 0xFF, 0xFF, 0xFF] }
    var key = try MD5.of(seed)
    for _ in 0..<50 { key = try MD5.of(key) }
    var check = try MD5.of(padding + identifier)
    for round in UInt8(0)..<20 { check = RC4.apply(key.map { $0 ^ round }, to: check) }
    return check.elementsEqual(encryption.user.prefix(16)) ? key : nil
  }

  /// Algorithms 2.A and 11: revisions 5 and 6. `U` is a hash, a salt to check, a salt for the key.
  private static func modern(_ encryption: PDFEncryption) throws(OpenSSLError) -> [UInt8]? {
    let user = encryption.user
    let proof = try hash(Array(user[32..<40]), revision: encryption.revision)
    guard proof.elementsEqual(user[..<32]) else { return nil }
    let outer = try hash(Array(user[40..<48]), revision: encryption.revision)
    return try AESCBC.decrypt(
      encryption.userKey, key: outer, vector: [UInt8](repeating: 0, count: AESCBC.blockSize),
      padded: false)
  }

  /// Algorithm 2.B for the empty password; revision 5 stops after the first hash.
  private static func hash(_ salt: [UInt8], revision: Int) throws(OpenSSLError) -> [UInt8] {
    var key = try Digest.of(salt, .sha256).bytes
    if revision == 5 { return key }
    var round = 0
    while true {
      let block = [[UInt8]](repeating: key, count: 64).flatMap { $0 }
      let mixed = try AESCBC.encrypt(
        block, key: Array(key[..<16]), vector: Array(key[16..<32]), padded: false)
      let algorithms: [DigestAlgorithm] = [.sha256, .sha384, .sha512]
      // The sum of the first 16 bytes leaves the same remainder as the number they spell.
      key = try Digest.of(mixed, algorithms[mixed[..<16].reduce(0) { $0 + Int($1) } % 3]).bytes
      round += 1
      if round >= 64, Int(mixed[mixed.count - 1]) <= round - 32 { return Array(key[..<32]) }
    }
  }
}
