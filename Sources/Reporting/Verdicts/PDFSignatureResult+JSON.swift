import BroadsealBytes
import BroadsealJSON
import BroadsealVerifying

extension PDFSignatureResult {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = []
    members.add("field", field.isEmpty ? nil : field)
    members.add("format", format.isEmpty ? nil : format)
    members += [
      ("status", .string(status.rawValue)), ("explanation", .string(explanation)),
      ("covers", .string(coverage.rawValue)), ("coveredEnd", .integer(Int64(coveredEnd))),
      ("withLabel", .bool(isWithLabel)),
    ]
    if !doubts.isEmpty { members.append(("doubts", .array(doubts.map(JSON.Value.string)))) }
    if !weak.isEmpty { members.append(("weak", .array(weak.map(JSON.Value.string)))) }
    members.add("stampFault", stampFault)
    if let signer {
      members += [
        ("subject", .string(signer.subject)), ("name", .string(signer.name)),
        ("spki", .string(signer.spki)),
      ]
    }
    if let isLabelSigner { members.append(("labelSigner", .bool(isLabelSigner))) }
    members.add("level", level)
    members.add("trustedTime", time?.rfc3339)
    if let later { members += later.members }
    if let chain { members += chain.members }
    if let seal { members += seal.members }
    return .object(JSON.Object(members))
  }
}

extension LaterRevisions {
  var members: [(String, JSON.Value)] {
    var members: [(String, JSON.Value)] = [("after", .string(change.rawValue))]
    members.add("afterRule", rule)
    members.add("afterReason", reason.isEmpty ? nil : reason)
    if let isPermitted { members.append(("permitted", .bool(isPermitted))) }
    members.add("docMDP", permission)
    members.add("revision", revision)
    members.add("revisions", revisions)
    return members
  }
}
