import BroadsealBytes
import BroadsealFolders
import BroadsealSettings
import BroadsealVerifying

extension PolicyRule {
  /// Reads a `[[rule]]`.
  init(_ table: SettingsTable) throws(SettingsError) {
    try table.allowOnly([
      "id", "title", "match", "exclude", "when", "require", "deny", "severity", "controls",
      "remedy",
    ])
    let id = try table.requiredText("id")
    guard PolicyRule.isIdentifier(id) else {
      throw table.failure(
        "id", "cannot be \(id)", hint: "letters, digits, dots and hyphens, as in REL-001")
    }
    guard !id.hasPrefix("BASE-"), !id.hasPrefix("POL-"), !id.hasPrefix("REG-") else {
      throw table.failure("id", "begins as the rules do that are built in", hint: "name it REL-001")
    }
    let match = try table.globs("match")
    guard !match.isEmpty else { throw table.missing("match") }
    let severity = try table.choice("severity", from: Finding.Severity.allCases.map(\.rawValue))
    let (when, require, deny) = (
      try table.criteria("when"), try table.criteria("require"), try table.criteria("deny")
    )
    guard when != nil || require != nil || deny != nil else {
      throw table.failure(
        "id", "is a rule that asks for nothing", hint: "give it require, deny or when")
    }
    for criterion in require ?? [] where PolicyRule.cannotHold(criterion, deny ?? []) {
      throw table.failure(
        "deny", "takes away all that require asks for: \(criterion.key)")
    }
    self.init(
      id: id, title: try table.text("title"), match: match, exclude: try table.globs("exclude"),
      when: when ?? [], require: require ?? [], deny: deny ?? [],
      severity: severity.flatMap(Finding.Severity.init) ?? .error,
      controls: try table.texts("controls"), remedy: try table.text("remedy"))
  }

  private static func isIdentifier(_ text: String) -> Bool {
    text.utf8.count <= 64
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  private static func cannotHold(_ required: Criterion, _ denied: [Criterion]) -> Bool {
    denied.contains { other in
      other.key == required.key && !required.isNumber
        && Set(required.values).isSubset(of: other.values)
    }
  }
}

extension Waiver {
  /// Reads a `[[waiver]]`.
  init(_ table: SettingsTable) throws(SettingsError) {
    try table.allowOnly(["rule", "match", "reason", "owner", "expires"])
    let match = try table.globs("match")
    guard !match.isEmpty else { throw table.missing("match") }
    guard let last = try table.date("expires") else { throw table.missing("expires") }
    self.init(
      rule: try table.requiredText("rule"), match: match,
      reason: try table.requiredText("reason"), owner: try table.requiredText("owner"),
      // The day that is named is the last one.
      expires: last.adding(seconds: 86_400))
  }
}

extension SettingsTable {
  /// The patterns under `key`.
  fileprivate func globs(_ key: String) throws(SettingsError) -> [Glob] {
    var globs: [Glob] = []
    for (index, text) in try texts(key).enumerated() {
      let element = isText(key) ? key : "\(key)[\(index)]"
      if let reason = PatternFault.reason(of: text) {
        throw failure(element, "cannot be \(text): \(reason)", hint: PatternFault.hint)
      }
      guard let glob = Glob(text.precomposed) else {
        throw failure(element, "is no pattern: \(text)", hint: PatternFault.hint)
      }
      globs.append(glob)
    }
    guard globs.count <= Self.maximumPatterns else {
      throw failure(key, "has more than \(Self.maximumPatterns) patterns")
    }
    return globs
  }

  private static var maximumPatterns: Int { 1_000 }
}

/// Patterns that would match nothing, or something else than whoever wrote them thinks.
private enum PatternFault {
  static let hint = "patterns are as in releases/**/*.pdf; a name without / matches in every folder"

  static func reason(of text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("..") || parts.contains(".") { return "a path below a folder has no dots" }
    if text.contains("\\") { return "folders are separated by /, and nothing is escaped" }
    if text.hasPrefix("/") { return "it is held against the path below the folder that is audited" }
    if text.hasPrefix("^") || text.hasSuffix("$") { return "it is no regular expression" }
    if parts.contains(where: { $0.contains("**") && $0 != "**" }) {
      return "** stands for whole folders and alone between two /"
    }
    return text.contains("{") ? "alternatives are patterns of their own" : nil
  }
}
