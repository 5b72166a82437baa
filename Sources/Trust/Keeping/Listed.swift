import BroadsealBytes
package import BroadsealOpenSSL

// What differences are told with: a line that says everything and has no language.

extension LocalizedText {
  /// A text a language, whatever their order.
  var listed: [String] { entries.map { "\($0.language): \($0.value)" }.sorted() }
}

extension ListKeys {
  /// The threshold and the keys, whatever their order.
  package var listed: [String] {
    ["\(threshold) of \(keys.count)"] + keys.map(\.spkiSHA256).sorted()
  }
}

extension KeyChange {
  var listed: String { "\(number)" + (address.map { " \($0)" } ?? "") }
}

extension Recognition {
  /// Everything that it says but the scheme, in one line.
  package var listed: String {
    let labels = labels.map(\.rawValue).sorted().joined(separator: ", ")
    let places = jurisdictions.map(\.code).sorted().joined(separator: ", ")
    return "\(labels); \(places); \(from.rfc3339) to \(to.rfc3339); keys \(keys.fingerprint)"
  }
}

extension StatusPeriod {
  /// The status and its beginning, as reports have it: `granted 2026-11-01T00:00:00Z`.
  package var listed: String {
    let name =
      switch status {
      case .granted: "granted"
      case .withdrawn: "withdrawn"
      case .other(let uri): uri.isEmpty ? "unknown" : uri
      }
    return name + (start.map { " \($0.rfc3339)" } ?? "")
  }
}

extension Certificate {
  /// Subject, last moment and digest, as reports have it; the subject is untrusted text.
  package var listed: String { "\(subject); until \(notAfter.rfc3339); SHA-256 \(sha256)" }
}
