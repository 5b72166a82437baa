package import BroadsealBytes
package import BroadsealFiles

/// Why a document could not be read, or could not be given a store.
package enum DocumentError: Error, Hashable, Sendable {
  /// The file could not be opened or read.
  case source(SourceError)
  /// The file does not follow its format; `code` as in `DocumentNote`.
  case malformed(code: String, Malformed)
  /// The file follows its format, but embedding is refused.
  case refused(Refusal)
}

/// Why a carrier will not embed, and what to do instead.
package struct Refusal: Hashable, Sendable {
  /// What would serve.
  package enum Remedy: Hashable, Sendable {
    /// A sidecar labels this file without touching it; `insisting` would embed all the same.
    case sidecarOrInsist
    /// A sidecar labels this file without touching it; embedding is impossible.
    case sidecar
    /// Nothing: the file should not be signed as it is.
    case none
  }

  /// Stable code in upper case: `PDF-A-2`, `PDF-ENCRYPTED`, `PDF-CERTIFIED`.
  package let code: String
  /// One sentence in lower case, without a full stop.
  package let reason: String
  /// What would serve instead.
  package let remedy: Remedy

  /// A refusal under `code`.
  package init(_ code: String, _ reason: String, remedy: Remedy) {
    self.code = code
    self.reason = reason
    self.remedy = remedy
  }
}
