import BroadsealJUMBF

/// The assertions that any claim of the lineage redacts (C2PA 2.4 §15.10.2).
struct Redactions: Sendable {
  private var labels: [String: Set<String>] = [:]

  /// No redactions.
  init() {}

  /// Notes the reference `text` of a claim's `redacted_assertions`; a relative one is the claim's
  /// own and redacts nothing.
  mutating func insert(_ text: String) {
    guard let uri = URI(text), let manifest = uri.manifest, let label = uri.path.last else {
      return
    }
    labels[manifest, default: []].insert(label)
  }

  /// Whether any assertion of a manifest is redacted.
  func touch(manifest: String) -> Bool { labels[manifest] != nil }

  /// Whether an assertion of a manifest is redacted.
  func contains(manifest: String, label: String) -> Bool {
    labels[manifest]?.contains(label) ?? false
  }
}
