package import BroadsealBytes
package import BroadsealJSON
import BroadsealReporting

/// What every report of a run says before its first verdict: when it was made, by what, over what, and
/// whom it believed. A reader of next year must be able to repeat it.
package struct RunHeader: Sendable, Hashable {
  /// A government list that the run believed in.
  package struct List: Sendable, Hashable {
    /// English name of its scheme.
    package let name: String
    /// Territory of its scheme.
    package let territory: String
    /// Its number.
    package let sequence: Int
    /// SHA-256 of the signed payload, in lower-case hex.
    package let sha256: String
    /// When it was issued.
    package let issued: UTCTime
    /// When the next one is due.
    package let nextUpdate: UTCTime

    /// A list as it names itself.
    package init(
      name: String, territory: String, sequence: Int, sha256: String, issued: UTCTime,
      nextUpdate: UTCTime
    ) {
      self.name = name
      self.territory = territory
      self.sequence = sequence
      self.sha256 = sha256
      self.issued = issued
      self.nextUpdate = nextUpdate
    }
  }

  /// A file with the policy of the run.
  package struct PolicyFile: Sendable, Hashable {
    /// The file as it was named.
    package let path: FilePath
    /// SHA-256 of its bytes, in lower-case hex.
    package let sha256: String

    /// A file of that digest.
    package init(path: FilePath, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }

    fileprivate var json: JSON.Value {
      .object(
        JSON.Object(
          [("builtIn", false)] + path.members("name") + [("sha256", .string(sha256))]))
    }
  }

  /// When the run began; nil where a moment to judge by was named, since then no clock is read and the
  /// same files give the same report.
  package var started: UTCTime?
  /// The moment that files were judged by.
  package var judgedAt: UTCTime
  /// The command, without what says only how fast or how loud it works and where reports go.
  package var command: [String]
  /// Folders, files and lists of names, as they were given.
  package var roots: [FilePath]
  /// The lists that were believed, in the order given.
  package var lists: [List]
  /// SHA-256 over everything believed, anchors too, in lower-case hex.
  package var trust: String
  /// The policy; nil for the rules that hold without one.
  package var policy: PolicyFile?
  /// The earlier run that this one is compared with; nil where there is none.
  package var baseline: Int?
  /// By which number the files were drawn; nil where all are judged.
  package var seed: Int?

  /// A run that judges by `judgedAt`.
  package init(
    started: UTCTime? = nil, judgedAt: UTCTime, command: [String] = [], roots: [FilePath] = [],
    lists: [List] = [], trust: String = "", policy: PolicyFile? = nil
  ) {
    self.started = started
    self.judgedAt = judgedAt
    self.command = command
    self.roots = roots
    self.lists = lists
    self.trust = trust
    self.policy = policy
  }

  /// The header as its schema `broadseal.run/1` has it.
  package var json: JSON.Value {
    var members: [(String, JSON.Value)] = []
    if let started { members.append(("started", .string(started.rfc3339))) }
    members += [
      ("judgedAt", .string(judgedAt.rfc3339)),
      ("tool", Tool.json),
      ("command", .array(command.map(JSON.Value.string))),
    ]
    members += roots.members("roots")
    members += [
      ("policy", policy?.json ?? ["builtIn": true]), ("trust", .string(trust)),
      ("lists", .array(lists.map(\.json))),
    ]
    if let baseline { members.append(("baseline", .integer(Int64(baseline)))) }
    if let seed { members.append(("seed", .integer(Int64(seed)))) }
    return Schema.run.document(members)
  }
}

extension RunHeader.List {
  fileprivate var json: JSON.Value {
    [
      "name": .string(name), "territory": .string(territory), "sequence": .integer(Int64(sequence)),
      "sha256": .string(sha256), "issued": .string(issued.rfc3339),
      "nextUpdate": .string(nextUpdate.rfc3339),
    ]
  }
}
