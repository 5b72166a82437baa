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

  /// The entries of an encryption dictionary, those of its crypt filters too, without references.
  ///
  /// The strings in it are not encrypted, wherever they stand.
  static func resolved(
    _ dictionary: PDFDictionary, through resolver: inout PDFResolver
  ) throws(DocumentError) -> [PDFName: PDFObject] {
    var values: [PDFName: PDFObject] = [:]
    for entry in dictionary.entries {
      values[entry.key] = try target(of: entry.value.object, through: &resolver)
    }
    guard let filters = values["CF"]?.dictionary else { return values }
    values["CF"] = .dictionary(
      try members(of: filters, through: &resolver) { filter, resolver throws(DocumentError) in
        guard let filter = filter.dictionary else { return filter }
        return .dictionary(
          try members(of: filter, through: &resolver) { value, _ throws(DocumentError) in value })
      })
    return values
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

  private static func members(
    of dictionary: PDFDictionary, through resolver: inout PDFResolver,
    _ change: (PDFObject, inout PDFResolver) throws(DocumentError) -> PDFObject
  ) throws(DocumentError) -> PDFDictionary {
    var entries: [PDFDictionary.Entry] = []
    for entry in dictionary.entries {
      let value = try change(try target(of: entry.value.object, through: &resolver), &resolver)
      entries.append(
        .init(
          key: entry.key, keyBounds: entry.keyBounds,
          value: PDFValue(object: value, bounds: entry.value.bounds)))
    }
    return PDFDictionary(entries: entries)
  }

  private static func target(
    of object: PDFObject, through resolver: inout PDFResolver
  ) throws(DocumentError) -> PDFObject {
    var object = object
    for _ in 0..<PDFLimits.maximumIndirections {
      guard let reference = object.reference else { return object }
      object = try resolver.object(reference)?.value.object ?? .null
    }
    throw .pdf(.encryption, "references that lead to references", at: 0)
  }
}
