package import BroadsealDocuments
package import BroadsealFiles

/// The file that a hard binding is checked against.
package struct BindingSubject: Sendable {
  /// Its bytes.
  package let source: ByteSource
  /// The store that the carrier located in it; nil for a store that came from elsewhere.
  package let located: LocatedStore?
  /// What knows its boxes; nil for a file of another kind.
  package let carrier: (any Carrier)?
  /// The hash algorithm that the claim names, for bindings that name none.
  package let claimAlgorithm: String?
  /// Whether update manifests stand between the active manifest and the binding: then the store
  /// has grown since (C2PA 2.5 §14.12.1.1).
  package let hasUpdates: Bool

  /// A file to check a binding against.
  package init(
    source: ByteSource, located: LocatedStore?, carrier: (any Carrier)?, claimAlgorithm: String?,
    hasUpdates: Bool = false
  ) {
    self.source = source
    self.located = located
    self.carrier = carrier
    self.claimAlgorithm = claimAlgorithm
    self.hasUpdates = hasUpdates
  }
}
