import BroadsealBytes
import BroadsealJSON
import BroadsealVerifying

extension SealResult {
  /// Members of a PDF signature.
  var members: [(String, JSON.Value)] {
    var seal: [(String, JSON.Value)] = [("official", .bool(isOfficial))]
    if speaks { seal.append(("speaks", true)) }
    seal.append(("reasons", .array(reasons.map(\.json))))
    var members: [(String, JSON.Value)] = [("seal", .object(JSON.Object(seal)))]
    if let agency, let list {
      var entry: [(String, JSON.Value)] = [("agency", agency.json)]
      entry.add("jurisdiction", jurisdiction)
      entry.append(("list", list.json))
      members.append(("entry", .object(JSON.Object(entry))))
    }
    let time = time.members
    if !time.isEmpty { members.append(("time", .object(JSON.Object(time)))) }
    return members
  }
}

extension SealTime {
  fileprivate var members: [(String, JSON.Value)] {
    var members: [(String, JSON.Value)] = []
    members.add("trusted", trusted?.rfc3339)
    members.add("by", authority)
    members.add("claimed", claimed?.rfc3339)
    members.add("notBefore", notBefore?.rfc3339)
    return members
  }
}

extension SignerChain {
  /// Members of a PDF signature.
  var members: [(String, JSON.Value)] {
    var members: [(String, JSON.Value)] = [
      ("issuer", .string(issuer)),
      (
        "chain",
        .array(links.map { ["subject": .string($0.subject), "sha256": .string($0.sha256)] })
      ),
    ]
    members.add("chainFailure", failure)
    return members
  }
}
