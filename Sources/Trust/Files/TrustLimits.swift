/// How much trust material may ask of its reader.
package enum TrustLimits {
  /// Largest list or PEM file, in bytes. The C2PA list of 2026 has 0.1 MB.
  package static let maximumFileSize = 8 << 20
  /// Most services in one list.
  package static let maximumServices = 10_000
  /// Most signatures on one list, and most keys pinned for it.
  package static let maximumSignatures = 16
  /// Longest text in a scope or a name, in Unicode scalars.
  package static let maximumTextLength = 1_000
  /// Most entries of any array in a scope.
  package static let maximumScopeValues = 1_000
  /// Most keys that one scope of seals lists.
  package static let maximumSealKeys = 1_000
  /// Most files in a trust folder.
  package static let maximumFolderEntries = 1_000
}
