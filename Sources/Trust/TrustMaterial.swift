package import Bytes
import JSON
import OpenSSL

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

  /// No material: nobody is believed.
  package init() {}

  /// Whether nothing was given.
  package var isEmpty: Bool {
    claimAnchors.isEmpty && tsaAnchors.isEmpty && allowed.isEmpty && lists.isEmpty
  }

  /// Adds `--anchors`: PEM, or a list of C2PA's shape in JSON.
  package mutating func addClaimAnchors(_ path: FilePath) throws(TrustError) {
    claimAnchors.append(try TrustMaterial.file(path))
  }

  /// Adds `--tsa-anchors`: PEM, or a list of C2PA's shape in JSON.
  package mutating func addTSAAnchors(_ path: FilePath) throws(TrustError) {
    tsaAnchors.append(try TrustMaterial.file(path))
  }

  /// Adds `--allow`: PEM of end-entity certificates.
  package mutating func addAllowed(_ path: FilePath) throws(TrustError) {
    allowed.append(try TrustMaterial.file(path))
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
    let file = try TrustMaterial.file(path)
    purposes += try PurposeFile.parse(file.bytes, name: file.name)
  }

  /// Adds `--government LIST.json` and, if it exists, `LIST.keys.pem` beside it (see `ListKeys`).
  package mutating func addGovernmentList(_ path: FilePath) throws(TrustError) {
    let list = try TrustMaterial.file(path)
    let keysPath = TrustMaterial.keysPath(of: path)
    let keys = try TrustFile.readIfPresent(keysPath).map {
      File(name: keysPath.display, bytes: $0)
    }
    let added = List(list: list, keys: keys)
    if !lists.contains(where: { $0.list.bytes == list.bytes && $0.keys?.bytes == keys?.bytes }) {
      lists.append(added)
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

  private static func file(_ path: FilePath) throws(TrustError) -> File {
    File(name: path.display, bytes: try TrustFile.read(path))
  }
}
