package import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL

/// What the options of a run and the trust folder put together, read and not yet judged.
package struct TrustMaterial: Sendable {
  /// A file and its bytes.
  struct File: Hashable, Sendable {
    let name: String
    let bytes: [UInt8]
  }

  /// A government list and, if the user pinned any, its keys.
  struct List: Hashable, Sendable {
    let list: File
    let keys: File?
  }

  private(set) var claimAnchors: [File] = []
  private(set) var tsaAnchors: [File] = []
  private(set) var allowed: [File] = []
  private(set) var purposes: [String] = []
  private(set) var lists: [List] = []
  /// Keys of lists that an evidence bundle brings.
  private(set) var listKeys: [File] = []

  /// No material: nobody is believed.
  package init() {}

  /// Whether nothing was given.
  package var isEmpty: Bool {
    claimAnchors.isEmpty && tsaAnchors.isEmpty && allowed.isEmpty && lists.isEmpty
  }

  /// Whether there is a government list.
  package var hasGovernmentLists: Bool { !lists.isEmpty }

  /// Adds `--anchors`: PEM, or a list of C2PA's shape in JSON.
  package mutating func addClaimAnchors(_ path: FilePath) throws(TrustError) {
    addClaimAnchors(try TrustFile.read(path), name: path.display)
  }

  /// Adds claim anchors that were read already; `name` stands in errors.
  package mutating func addClaimAnchors(_ bytes: [UInt8], name: String) {
    claimAnchors.append(File(name: name, bytes: bytes))
  }

  /// Adds `--tsa-anchors`: PEM, or a list of C2PA's shape in JSON.
  package mutating func addTSAAnchors(_ path: FilePath) throws(TrustError) {
    addTSAAnchors(try TrustFile.read(path), name: path.display)
  }

  /// Adds time-stamp anchors that were read already; `name` stands in errors.
  package mutating func addTSAAnchors(_ bytes: [UInt8], name: String) {
    tsaAnchors.append(File(name: name, bytes: bytes))
  }

  /// Adds `--allow`: PEM of end-entity certificates.
  package mutating func addAllowed(_ path: FilePath) throws(TrustError) {
    addAllowed(try TrustFile.read(path), name: path.display)
  }

  /// Adds end-entity certificates that were read already; `name` stands in errors.
  package mutating func addAllowed(_ bytes: [UInt8], name: String) {
    allowed.append(File(name: name, bytes: bytes))
  }

  /// Adds `--eku`: one object identifier.
  package mutating func addPurpose(_ objectIdentifier: String) throws(TrustError) {
    guard ObjectIdentifier.isValid(objectIdentifier) else {
      throw TrustError(.malformed, objectIdentifier, "not an object identifier")
    }
    purposes.append(objectIdentifier)
  }

  /// Adds a file of purposes, one object identifier a line, `//` or `#` before comments.
  package mutating func addPurposes(_ path: FilePath) throws(TrustError) {
    purposes += try PurposeFile.parse(try TrustFile.read(path), name: path.display)
  }

  /// Adds `--government LIST.json` and, if it exists, `LIST.keys.pem` beside it (see `ListKeys`).
  package mutating func addGovernmentList(_ path: FilePath) throws(TrustError) {
    let keysPath = TrustMaterial.keysPath(of: path)
    addGovernmentList(
      try TrustFile.read(path), name: path.display,
      keys: try TrustFile.readIfPresent(keysPath), keysName: keysPath.display)
  }

  /// Adds a list that was read already and its pinned keys, if there are any; the same list with the
  /// same keys counts once.
  package mutating func addGovernmentList(
    _ bytes: [UInt8], name: String, keys: [UInt8]?, keysName: String? = nil
  ) {
    guard !lists.contains(where: { $0.list.bytes == bytes && $0.keys?.bytes == keys }) else {
      return
    }
    lists.append(
      List(
        list: File(name: name, bytes: bytes),
        keys: keys.map { File(name: keysName ?? "keys of \(name)", bytes: $0) }))
  }

  /// Adds `--list-keys`: the pinned keys of a list that an evidence bundle brings (see `ListKeys`).
  package mutating func addListKeys(_ path: FilePath) throws(TrustError) {
    addListKeys(try TrustFile.read(path), name: path.display)
  }

  /// Adds pinned keys that were read already; `name` stands in errors.
  package mutating func addListKeys(_ bytes: [UInt8], name: String) {
    listKeys.append(File(name: name, bytes: bytes))
  }

  /// The government lists as they were signed, for an evidence bundle.
  package var signedLists: [EvidenceBundle.List] {
    lists.map { item in
      let name = FilePath(item.list.name).name
      return EvidenceBundle.List(
        name: String(decoding: name, as: UTF8.self), bytes: item.list.bytes)
    }
  }

  /// Puts other lists in the place of all.
  mutating func replaceLists(with lists: [List]) { self.lists = lists }

  /// Adds everything of another bundle, such as the trust folder's.
  package mutating func add(_ other: TrustMaterial) {
    claimAnchors += other.claimAnchors
    tsaAnchors += other.tsaAnchors
    allowed += other.allowed
    purposes += other.purposes
    listKeys += other.listKeys
    for item in other.lists {
      addGovernmentList(
        item.list.bytes, name: item.list.name, keys: item.keys?.bytes, keysName: item.keys?.name)
    }
  }

  /// Where the pinned keys of the list at `path` stand: `us.keys.pem` for `us.json`.
  package static func keysPath(of path: FilePath) -> FilePath {
    let name = path.name
    let stem = name.suffix(5) == Array(".json".utf8)[...] ? name.dropLast(5) : name
    return path.folder.appending(stem + Array(".keys.pem".utf8))
  }

  /// The certificates of `files`, which are PEM or lists of C2PA's shape.
  static func certificates(
    of files: [File], at time: UTCTime
  ) throws(TrustError) -> [Certificate] {
    var certificates: [Certificate] = []
    for file in files {
      guard file.bytes.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "{") else {
        certificates += try PEMFile.certificates(file.bytes, name: file.name)
        continue
      }
      let list = try ParsedTrustList(parsing: file.bytes, name: file.name)
      guard time < list.content.nextUpdate else { throw .stale(list) }
      certificates += list.certificates(grantedAt: time)
    }
    return certificates
  }
}
