package import BroadsealBytes
import BroadsealNotes
package import BroadsealVerifying

extension Verdict {
  /// The names of the cells that `csv` gives.
  package static let csvColumns = [
    "path", "integrity", "origin", "agency", "jurisdiction", "ai", "ai_system", "ai_version",
    "time", "c2pa", "format", "media_type", "size", "sha256", "signer", "reasons", "findings",
    "limits",
  ]

  /// The verdict as one row; several codes in a cell are separated by a space.
  ///
  /// - Parameters:
  ///   - path: the file that was judged.
  ///   - isSkipped: whether nothing was judged, by rule.
  package func csv(at path: FilePath, isSkipped: Bool = false) -> [UInt8] {
    CSV.row([
      Untrusted.escaped(path), isSkipped ? "skipped" : integrity.rawValue,
      origin?.status.rawValue, origin?.agency?.id, origin?.jurisdiction, ai?.status.rawValue,
      ai?.system, ai?.version, time?.trusted?.rfc3339, c2pa.state?.rawValue, format, mediaType,
      size.map(String.init), sha256, origin?.signer?.subject,
      origin?.reasons.map(\.code.name).joined(separator: " "),
      findings.map(\.code.name).joined(separator: " "), limits.joined(separator: "; "),
    ])
  }
}
