import BroadsealProvenance

/// Time stamps that manifests bring for the signatures of earlier ones: `c2pa.time-stamp`
/// (C2PA 2.4 §15.10.3.2.6). A token proves itself, so it matters little who brought it.
struct LaterStamps {
  private var tokens: [String: [[UInt8]]] = [:]

  /// The tokens for the manifest called `label`.
  subscript(label: String) -> [[UInt8]] { tokens[label] ?? [] }

  /// Notes what a proved manifest brings; there may be one assertion of the kind (§18.18.3).
  mutating func add(from manifest: ProvedManifest?) {
    let assertion = manifest?.assertions.first { $0.label.isOne(of: [TimeStamps.label]) }
    guard let value = assertion?.value, let stamps = try? TimeStamps(value) else { return }
    for (label, token) in stamps.tokens.prefix(LaterStamps.maximumCount) {
      guard self[label].count < TimeStampCheck.maximumLater else { continue }
      tokens[label, default: []].append(token)
    }
  }

  /// Most entries that are looked at in one assertion.
  static let maximumCount = 256
}
