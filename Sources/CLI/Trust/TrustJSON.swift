import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// Lists and anchors as the schema `broadseal.trust/1` has them. What a list says stands in the list itself, which is
/// JSON too: here stands what was found of it.
enum TrustJSON {
  /// What `trust check` and `trust show` write.
  static func document(
    lists: [JSON.Value], anchors: [JSON.Value], believed: TrustAnchors? = nil
  ) -> JSON.Value {
    let byHand = believed?.allowed.sorted() ?? []
    let members: [(String, JSON.Value)] = [
      ("lists", .array(lists)), ("anchors", .array(anchors)),
      ("byHand", .array(byHand.map(JSON.Value.string))),
    ]
    let purposes = believed.map { anchors in
      ("purposes", JSON.Value.array(anchors.acceptedPurposes.sorted().map(JSON.Value.string)))
    }
    return Tool.document(.trust, members + [purposes].compactMap(\.self))
  }

  /// A list that is believed.
  ///
  /// - Parameters:
  ///   - endings: what of it ends soon, in English; so are notes.
  static func list(
    _ list: GovernmentTrustList, endings: [String] = [], notes: [String] = []
  ) -> JSON.Value {
    .object(
      JSON.Object(
        FilePath.members("name", displayed: list.name) + [("believed", true)]
          + members(of: list.content, sha256: list.digest.hex)
          + [
            ("pinned", .bool(list.isPinned)), ("signers", .integer(Int64(list.signers.count))),
            ("recognisedBy", .array(list.grants.map { .string($0.by) })),
            ("inForce", .bool(list.isPinned || list.isInForce)),
          ] + words(endings, notes)))
  }

  /// A list that is not believed, or was not judged since another one is not.
  ///
  /// - Parameters:
  ///   - kind: what is wrong; nil for one that was not judged.
  ///   - parsed: what it says, where it can be read.
  static func list(
    named name: String, kind: String?, reason: String?, _ parsed: ParsedTrustList?,
    endings: [String] = []
  ) -> JSON.Value {
    var members = FilePath.members("name", displayed: name) + [("believed", false)]
    if let kind { members.append(("fault", .string(kind))) }
    if let reason { members.append(("reason", .string(reason))) }
    if let parsed {
      members += self.members(of: parsed.content, sha256: parsed.digest.hex)
      members.append(("draft", .bool(!parsed.isSigned)))
    }
    return .object(JSON.Object(members + words(endings, [])))
  }

  /// Certificates that a file of anchors holds.
  ///
  /// - Parameter fetched: from where and when it came; nil where that is not said.
  static func anchors(
    named name: String, _ certificates: [Certificate], fetched: FetchedAnchors? = nil,
    endings: [String] = []
  ) -> JSON.Value {
    var members = FilePath.members("name", displayed: name)
    if let fetched {
      members += [
        ("address", .string(fetched.address)), ("fetched", .string(fetched.time.rfc3339)),
      ]
    }
    members.append(("certificates", .array(certificates.map(\.json))))
    return .object(JSON.Object(members + words(endings, [])))
  }

  private static func members(
    of content: TrustListContent, sha256: String
  ) -> [(String, JSON.Value)] {
    [
      ("scheme", content.scheme.map(JSON.Value.string) ?? .null),
      ("territory", content.territory.map(JSON.Value.string) ?? .null),
      ("number", .integer(Int64(content.sequence))),
      ("issued", .string(content.issued.rfc3339)),
      ("nextUpdate", .string(content.nextUpdate.rfc3339)), ("sha256", .string(sha256)),
    ]
  }

  private static func words(_ endings: [String], _ notes: [String]) -> [(String, JSON.Value)] {
    [("endings", endings), ("notes", notes)].map {
      ($0, .array($1.map(JSON.Value.string)))
    }
  }
}
