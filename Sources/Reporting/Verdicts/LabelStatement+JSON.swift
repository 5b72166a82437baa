import BroadsealBytes
import BroadsealJSON
import BroadsealVerifying

extension LabelStatement {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = []
    if let claim { members.append(("official", claim.json)) }
    members.add("title", title)
    members.add("language", language)
    members.add("humanReview", humanReview)
    if let review {
      var parts: [(String, JSON.Value)] = [("role", .string(review.role))]
      parts.add("time", review.time?.rfc3339)
      parts.add("version", review.version)
      members.append(("review", .object(JSON.Object(parts))))
    }
    members.add("editorialResponsibility", editorialResponsibility)
    members.add("deepfake", deepfake)
    if let approval {
      members.append(
        (
          "approval",
          [
            "role": .string(approval.role), "record": .string(approval.record),
            "time": .string(approval.time.rfc3339),
          ]
        ))
    }
    members.add("supersedes", supersedes)
    if !earlier.isEmpty { members.append(("earlier", .array(earlier.map(\.json)))) }
    return .object(JSON.Object(members))
  }
}

extension LabelStatement.Claim {
  fileprivate var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("jurisdiction", .string(jurisdiction)), ("agency", agency.json),
    ]
    members.add("office", office)
    members.add("reference", reference)
    members.add("url", url)
    return .object(JSON.Object(members))
  }
}

extension LabelStatement.EarlierVersion {
  fileprivate var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("manifest", .string(manifest)), ("label", .string(state.rawValue)),
    ]
    members.add("reference", reference)
    members.add("title", title)
    members.add("time", time?.rfc3339)
    return .object(JSON.Object(members))
  }
}

extension Array where Element == (String, JSON.Value) {
  /// Adds a member whose value is there.
  fileprivate mutating func add(_ name: String, _ flag: Bool?) {
    if let flag { append((name, .bool(flag))) }
  }
}
