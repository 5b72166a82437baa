package import BroadsealBytes
package import BroadsealNotes
package import BroadsealOpenSSL
package import BroadsealProvenance

/// What checking a hard binding showed.
package struct BindingOutcome: Sendable {
  /// The standard's results, without the URL of the assertion.
  package let statuses: [Status]
  /// Whether the binding covers every byte of the file but the store, and what the format's
  /// profile names beside it. "Official" needs it.
  package let onlyStoreExcluded: Bool
  /// SHA-256 of the whole file; nil unless it was wanted or cost nothing.
  package let fileDigest: Digest?

  /// What is left out of the hash beside the store; empty for a binding that fails.
  package let leftOut: [ByteRange]

  /// In which ways the binding is not of the form that the standard asks for in this format,
  /// although it matches. "Official" needs that there are none.
  package let deviations: [Note]

  /// Whether the content is what was signed.
  package var matches: Bool {
    !statuses.contains { $0.code.kind == .failure }
      && statuses.contains { $0.code.kind == .success }
  }

  /// A binding that was checked to its end.
  init(
    statuses: [Status], onlyStoreExcluded: Bool, fileDigest: Digest?,
    leftOut: [ByteRange] = [], deviations: [Note] = []
  ) {
    self.statuses = statuses
    self.onlyStoreExcluded = onlyStoreExcluded
    self.fileDigest = fileDigest
    self.leftOut = leftOut
    self.deviations = deviations
  }

  /// A binding that fails.
  init(_ problem: Problem, fileDigest: Digest? = nil) {
    self.init(statuses: [Status(problem)], onlyStoreExcluded: false, fileDigest: fileDigest)
  }
}
