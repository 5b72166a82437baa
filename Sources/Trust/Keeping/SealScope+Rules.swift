import BroadsealBytes
import BroadsealOpenSSL

extension SealScope {
  /// What it asks of seals beside the scope that it shares with labels, a rule each, as reports have it.
  package var rules: [(member: String, values: [String])] {
    let none = allowsNoPurpose ? ["none"] : []
    return [
      ("keys", keys.map(\.listed).sorted()), ("kinds", kinds.map(\.rawValue).sorted()),
      ("eku", ((purposes ?? Purpose.ofDocuments) + none).sorted()),
      ("certified", [certification].compactMap { $0.map(String.init) }),
      ("qualified", [String(mustBeQualified)]),
    ]
  }
}

extension SealKey {
  /// The key, its period and how it ended.
  var listed: String {
    digest + (from.map { " from \($0.rfc3339)" } ?? "") + (to.map { " to \($0.rfc3339)" } ?? "")
      + (ending.map { " \($0.rawValue)" } ?? "")
  }
}
