package import BroadsealBytes
package import BroadsealFolders
package import BroadsealVerifying

/// One rule of a policy: about which files it is, and what it asks of them.
package struct PolicyRule: Sendable, Hashable {
  /// Its identifier, of which a policy has each once.
  package let id: String
  /// What people call it.
  package let title: String?
  /// The files that it is about: one of these patterns matches.
  package let match: [Glob]
  /// Files that it is not about all the same.
  package let exclude: [Glob]
  /// It applies to files for which all of these are so.
  package let when: [Criterion]
  /// What has to be so.
  package let require: [Criterion]
  /// What must not be so.
  package let deny: [Criterion]
  /// How much it matters that it is not kept.
  package let severity: Finding.Severity
  /// Identifiers of the controls that it serves.
  package let controls: [String]
  /// What to do about a file that does not keep it.
  package let remedy: String?

  /// A rule.
  package init(
    id: String, title: String? = nil, match: [Glob], exclude: [Glob] = [],
    when: [Criterion] = [], require: [Criterion] = [], deny: [Criterion] = [],
    severity: Finding.Severity = .error, controls: [String] = [], remedy: String? = nil
  ) {
    self.id = id
    self.title = title
    self.match = match
    self.exclude = exclude
    self.when = when
    self.require = require
    self.deny = deny
    self.severity = severity
    self.controls = controls
    self.remedy = remedy
  }

  /// Whether the rule is about a file of that place.
  package func isAbout(_ place: PolicyPlace) -> Bool {
    place.matches(match) && !place.matches(exclude)
  }

  /// Whether the rule applies to a file that it is about.
  package func applies(to facts: Facts) -> Bool {
    when.allSatisfy { $0.isMet(by: facts) == true }
  }

  /// What is not as the rule asks, of a file to which it applies.
  ///
  /// Where nobody can tell, a requirement is not met; something that is denied was not seen.
  package func shortfalls(of facts: Facts) -> [Shortfall] {
    require.filter { $0.isMet(by: facts) != true }
      .map { Shortfall($0, isDenied: false, found: $0.found(in: facts)) }
      + deny.filter { $0.isMet(by: facts) == true }
      .map { Shortfall($0, isDenied: true, found: $0.found(in: facts)) }
  }

  /// The finding about a file that the rule is about and that does not keep it; nil where it does.
  func finding(about facts: Facts) -> AuditFinding? {
    guard applies(to: facts) else { return nil }
    let shortfalls = shortfalls(of: facts)
    // A rule that asks for nothing is there to find the files to which it applies.
    guard !shortfalls.isEmpty || require.isEmpty && deny.isEmpty else { return nil }
    return AuditFinding(
      .requirement, severity, rule: id, title: title, code: facts.verdict.tellingCode,
      shortfalls: shortfalls, controls: controls, remedy: remedy,
      isGap: facts.verdict.unjudged != nil)
  }
}

/// Where a file is, as the patterns of a policy see it: below the folder that was named, and as it was named.
///
/// Names are compared in normal form C: one that looks the same is the same to people.
package struct PolicyPlace: Sendable {
  private let below: [UInt8]
  private let whole: [UInt8]

  /// The place of the file at `path`, whose first `rootLength` bytes are the folder that was named.
  package init(_ path: FilePath, rootLength: Int = 0) {
    var named = path.bytes[...]
    while named.starts(with: "./".utf8) { named = named.dropFirst(2).drop { $0 == 0x2F } }
    whole = PolicyPlace.normal(named)
    let isInFolder = rootLength > 0 && rootLength <= path.bytes.count
    below = isInFolder ? PolicyPlace.normal(path.bytes[rootLength...]) : whole
  }

  /// The path below the folder that was named, and as it was named.
  var paths: [[UInt8]] { below == whole ? [whole] : [below, whole] }

  /// Whether one of the patterns matches.
  package func matches(_ globs: [Glob]) -> Bool {
    globs.contains { $0.matches(below[...]) || below != whole && $0.matches(whole[...]) }
  }

  private static func normal(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }),
      let text = String(validating: bytes, as: UTF8.self)
    else { return Array(bytes) }
    return Array(text.precomposed.utf8)
  }
}
