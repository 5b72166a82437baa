public import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL

/// Whom a verifier believes: government lists, anchors and certificates, read and not yet judged.
///
///     var trust = TrustStore()
///     try trust.addGovernmentList("us.json")       // its pinned keys: us.keys.pem beside it
///     try trust.addTimeStampAnchors("tsa.pem")
///     let verifier = try Verifier(trust: trust)
///
/// A document is official by government lists alone. Anchors and single certificates vouch for products
/// and for signers that you know; whoever ends there is trusted in C2PA's sense and no more. Whether a
/// list is genuine and in force is judged when a verifier is made of it.
public struct TrustStore: Sendable {
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

  /// Nobody is believed yet.
  public init() {}

  /// Whether nothing was given.
  public var isEmpty: Bool {
    claimAnchors.isEmpty && tsaAnchors.isEmpty && allowed.isEmpty && lists.isEmpty
  }

  /// Whether there is a government list.
  public var hasGovernmentLists: Bool { !lists.isEmpty }

  /// Adds anchors of claim signers from a file: PEM, or the JSON list that C2PA publishes.
  public mutating func addClaimAnchors(_ path: FilePath) throws(TrustError) {
    addClaimAnchors(try TrustFile.read(path), name: path.display)
  }

  /// Adds anchors of claim signers in memory, of the same two forms.
  ///
  /// - Parameters:
  ///   - bytes: the content of such a file.
  ///   - name: what errors call them.
  public mutating func addClaimAnchors(_ bytes: [UInt8], name: String) {
    claimAnchors.append(File(name: name, bytes: bytes))
  }

  /// Adds anchors of time-stamp authorities from a file: PEM, or the JSON list that C2PA publishes.
  public mutating func addTimeStampAnchors(_ path: FilePath) throws(TrustError) {
    addTimeStampAnchors(try TrustFile.read(path), name: path.display)
  }

  /// Adds anchors of time-stamp authorities in memory, of the same two forms.
  ///
  /// - Parameters:
  ///   - bytes: the content of such a file.
  ///   - name: what errors call them.
  public mutating func addTimeStampAnchors(_ bytes: [UInt8], name: String) {
    tsaAnchors.append(File(name: name, bytes: bytes))
  }

  /// Adds the certificates of signers that the user accepts by hand, from a PEM file.
  public mutating func addAllowed(_ path: FilePath) throws(TrustError) {
    addAllowed(try TrustFile.read(path), name: path.display)
  }

  /// Adds the certificates of signers that the user accepts by hand, as PEM in memory.
  ///
  /// - Parameters:
  ///   - bytes: the content of such a file.
  ///   - name: what errors call them.
  public mutating func addAllowed(_ bytes: [UInt8], name: String) {
    allowed.append(File(name: name, bytes: bytes))
  }

  /// Adds a key purpose that is accepted beside the usual ones, by its dotted object identifier.
  public mutating func addPurpose(_ objectIdentifier: String) throws(TrustError) {
    guard ObjectIdentifier.isValid(objectIdentifier) else {
      throw TrustError(.malformed, objectIdentifier, "not an object identifier")
    }
    purposes.append(objectIdentifier)
  }

  /// Adds a file of purposes, one object identifier a line, `//` or `#` before comments.
  public mutating func addPurposes(_ path: FilePath) throws(TrustError) {
    purposes += try PurposeFile.parse(try TrustFile.read(path), name: path.display)
  }

  /// Adds the government list in a file, `us.json`, and its pinned keys beside it, `us.keys.pem`.
  ///
  /// A list without pinned keys is believed only when a pinned list recognises it.
  public mutating func addGovernmentList(_ path: FilePath) throws(TrustError) {
    guard !TrustFile.isFolder(path) else { throw TrustStore.folder(path) }
    let keysPath = TrustStore.keysPath(of: path)
    addGovernmentList(
      try TrustFile.read(path), name: path.display,
      keys: try TrustFile.readIfPresent(keysPath), keysName: keysPath.display)
  }

  /// The error about a folder that was named as a list; the list in it is named where there is one alone.
  private static func folder(_ path: FilePath) -> TrustError {
    let names = (try? TrustFile.names(in: path)) ?? []
    let lists = names.filter { $0.bytes.suffix(5) == Array(".json".utf8)[...] }
    let list = lists.count == 1 ? path.appending(lists[0].bytes).display : nil
    return TrustError(
      .unreadable, path.display, "this is a folder, and a government list is a file",
      hint: list.map { "name the list itself: \($0)" }
        ?? "name the list itself; --trust-dir takes a folder with lists in a folder government inside it"
    )
  }

  /// Adds a government list in memory and its pinned keys; the same list with the same keys counts once.
  ///
  /// - Parameters:
  ///   - bytes: the list as it was signed.
  ///   - name: what errors call the list.
  ///   - keys: the PEM file of the keys that must have signed it; nil: a pinned list has to recognise it.
  ///   - keysName: what errors call the keys.
  public mutating func addGovernmentList(
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

  /// The files that were fetched from public lists, and when.
  package var fetched: [(name: String, anchors: FetchedAnchors)] {
    (claimAnchors + tsaAnchors + allowed).compactMap { file in
      FetchedAnchors(heading: file.bytes).map { (file.name, $0) }
    }
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

  /// Adds everybody whom `other` names.
  public mutating func add(_ other: TrustStore) {
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

  /// The certificates of `files`, which are PEM or lists of C2PA's shape, as anchors for `use`.
  static func certificates(
    of files: [File], for use: AnchorUse, at time: UTCTime
  ) throws(TrustError) -> [Certificate] {
    var certificates: [Certificate] = []
    for file in files {
      guard file.bytes.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "{") else {
        certificates += try PEMFile.certificates(file.bytes, name: file.name)
        continue
      }
      certificates += try ParsedTrustList(parsing: file.bytes, name: file.name)
        .anchors(for: use, at: time)
    }
    return certificates
  }
}
