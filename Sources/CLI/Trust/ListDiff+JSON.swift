import BroadsealBytes
import BroadsealJSON
import BroadsealReporting
import BroadsealTrust

extension ListDiff {
  /// The differences as the schema `broadseal.listdiff/1` has them.
  var json: JSON.Value {
    Tool.document(
      .listdiff,
      [
        ("from", old.json), ("to", new.json),
        ("lost", .array(losses.compactMap(name).map { .string($0) })),
        ("changes", .array(changes.map(\.json))),
      ])
  }
}

extension ListDiff.Edition {
  fileprivate var json: JSON.Value {
    .object(
      JSON.Object(
        FilePath.members("name", displayed: name) + [
          ("scheme", JSON.Value(scheme)), ("number", .integer(number)),
          ("issued", .string(issued.rfc3339)), ("nextUpdate", .string(nextUpdate.rfc3339)),
          ("sha256", .string(digest)), ("signed", .bool(isSigned)),
        ]))
  }
}

extension ListChange {
  fileprivate var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("kind", .string(kind.rawValue)), ("loss", .bool(isLoss)),
    ]
    for (name, text) in [("id", id), ("agency", agency), ("place", place), ("member", member)] {
      if let text { members.append((name, .string(text))) }
    }
    members.append(("before", .array(before.map { .string($0) })))
    members.append(("after", .array(after.map { .string($0) })))
    return .object(JSON.Object(members))
  }
}
