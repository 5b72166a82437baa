import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport

/// What `Keys/demo.json` says, taken from a folder that was made: everything but the keys themselves,
/// the serial numbers and the dates.
enum DemoDescription {
  static func value(of scratch: Scratch, folder: String) throws -> Value {
    let root = FilePath(scratch(folder))
    let paths = try files(below: root, "").sorted()
    var described: [(String, Value)] = []
    for path in paths {
      let full = scratch("\(folder)/\(path)")
      var members: [(String, Value)] = [("secret", .bool(mode(of: full) == 0o600))]
      let bytes = scratch.read("\(folder)/\(path)") ?? []
      let certificates = path.hasSuffix(".pem") ? try Certificate.list(pem: bytes) : []
      if !certificates.isEmpty {
        members.append(
          ("certificates", .array(certificates.map { .string($0.subject.description) })))
        if path.hasSuffix("chain.pem") || path.hasSuffix("authority.pem") || path.contains("/ca/") {
          members.append(("first", certificate(certificates[0])))
        }
      }
      if path.hasSuffix(".json") { members.append(("list", try list(bytes))) }
      if path.hasSuffix(".keys.pem") {
        let keys = try ListKeys(pem: bytes, name: path)
        members += [
          ("scheme", .string(keys.scheme)), ("threshold", .integer(Int64(keys.threshold))),
          ("keys", .array(keys.keys.map { .string($0.kind.description) })),
        ]
      }
      // Files for everybody are as open as the umask of the one who makes them lets them be.
      if !path.hasSuffix("key.pem") && !path.hasSuffix("authority.pem") {
        members[0] = ("secret", false)
      }
      if path.hasSuffix("ISSUER.toml") {
        members.append(("text", .array(lines(bytes).map { .string($0) })))
      }
      described.append((path, .object(Object(members))))
    }
    return ["schema": "broadseal.demo/1", "files": .object(Object(described))]
  }

  private static func certificate(_ one: Certificate) -> Value {
    let days = (one.notAfter.secondsSinceEpoch + 1 - one.notBefore.secondsSinceEpoch) / 86_400
    return [
      "issuer": .string(one.issuer.description), "key": .string(one.publicKey.kind.description),
      "days": .integer(days), "authority": .bool(one.isCA),
      "pathLength": one.pathLength.map { .integer(Int64($0)) } ?? .null,
      "keyUsage": .integer(Int64(one.keyUsage?.rawValue ?? 0)),
      "keyUsageIsCritical": .bool(one.keyUsageIsCritical),
      "purposes": .array((one.extendedKeyUsage ?? []).map { .string($0) }),
      "purposesAreCritical": .bool(one.extendedKeyUsageIsCritical),
      "policies": .array(one.policies.map { .string($0) }),
    ]
  }

  /// The list without certificates, keys and dates.
  private static func list(_ bytes: [UInt8]) throws -> Value {
    let outer = try Reader.parse(bytes)
    let payload = Base64.decode(outer["payload"]?.string ?? "", alphabet: .url) ?? []
    return [
      "signatures": .integer(Int64(outer["signatures"]?.array?.count ?? 0)),
      "payload": withoutFresh(try Reader.parse(payload)),
    ]
  }

  private static func withoutFresh(_ value: Value) -> Value {
    switch value {
    case .object(let object):
      .object(
        Object(
          object.members.map { member in
            let isFresh = [
              "val", "keys", "from", "to", "ListIssueDateTime", "NextUpdate", "StatusStartingTime",
            ].contains(member.key)
            return (member.key, isFresh ? "…" : withoutFresh(member.value))
          }))
    case .array(let elements): .array(elements.map(withoutFresh))
    default: value
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func mode(of path: String) -> UInt32 {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private static func files(below folder: FilePath, _ prefix: String) throws -> [String] {
    var found: [String] = []
    guard let entries = unsafe folder.withCString({ unsafe opendir($0) }) else { return [] }
    defer { unsafe closedir(entries) }
    while let entry = unsafe readdir(entries) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { field in
        unsafe String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      if unsafe entry.pointee.d_type == UInt8(DT_DIR) {
        found += try files(below: folder.appending(Array(name.utf8)), "\(prefix)\(name)/")
      } else {
        found.append(prefix + name)
      }
    }
    return found
  }
}
