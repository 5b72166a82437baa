import BroadsealBytes
import BroadsealFiles
import BroadsealReporting
import BroadsealTrust

/// A list that was published once, proved by the keys beside it whatever its age.
struct TrustedEdition {
  /// The list.
  let list: ParsedTrustList
  /// The keys that proved it.
  let keys: ListKeys

  /// Proves the list at `path` by its own keys file.
  init(_ path: FilePath) throws {
    list = try PathArgument.list(at: path)
    let file = TrustStore.keysPath(of: path)
    guard FileNode(file) != nil else {
      throw TrustError(
        .keysMissing, path.display, "no keys stand beside this list to prove it",
        hint: "put its keys file there: \(file.display)")
    }
    keys = try ListKeys(
      pem: try SmallFile.read(file, limit: TrustLimits.maximumFileSize), name: file.display)
    // At its own date: a list that went stale was still signed by its keepers.
    _ = try list.verified(keys: keys, at: list.content.issued)
  }

  /// Refuses a list that the keys beside it do not prove; says so where there are none.
  static func requireProof(of list: ParsedTrustList, at path: FilePath) throws {
    if FileNode(TrustStore.keysPath(of: path)) != nil {
      _ = try TrustedEdition(path)
    } else {
      Console.remark(
        "\(Untrusted.escaped(path)): no keys stand beside this list, and so it is not proved to be genuine"
      )
    }
  }
}

extension PathArgument {
  /// The trust list at `path`, read and not proved.
  static func list(at path: FilePath) throws -> ParsedTrustList {
    try ParsedTrustList(
      parsing: try SmallFile.read(path, limit: TrustLimits.maximumFileSize), name: path.display)
  }

  /// The trust list of this name, read and not proved.
  func trustList() throws -> ParsedTrustList { try PathArgument.list(at: path) }
}
