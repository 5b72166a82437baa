package import BroadsealBytes
package import BroadsealFolders

/// A rule that does not count for some files, until a day.
package struct Waiver: Sendable, Hashable {
  /// The rule that does not count.
  package let rule: String
  /// The files for which it does not.
  package let match: [Glob]
  /// Why.
  package let reason: String
  /// Who answers for it.
  package let owner: String
  /// The first moment at which it counts again.
  package let expires: UTCTime

  /// A waiver.
  package init(rule: String, match: [Glob], reason: String, owner: String, expires: UTCTime) {
    self.rule = rule
    self.match = match
    self.reason = reason
    self.owner = owner
    self.expires = expires
  }
}
