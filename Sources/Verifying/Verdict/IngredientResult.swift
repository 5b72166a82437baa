public import BroadsealProvenance

/// What validation found for one ingredient (C2PA 2.4 §15.11).
public struct IngredientResult: Sendable, Hashable {
  /// JUMBF URI of the ingredient assertion, absolute.
  public let assertion: String
  /// `parentOf`, `componentOf` or `inputTo`, as received.
  public let relationship: String?
  /// Label of the ingredient's own manifest; nil when it has none.
  public let manifest: String?
  /// Title of the ingredient, as received.
  public let title: String?
  /// Statuses that are successes.
  public let success: [C2PAStatus]
  /// Statuses that are neither.
  public let informational: [C2PAStatus]
  /// Statuses that are failures and that the claim generator did not record.
  public let failure: [C2PAStatus]
  /// Failures that the claim generator itself recorded when it took the ingredient in.
  public let recordedFailure: [C2PAStatus]

  /// A result of the ingredient at `assertion`.
  public init(
    assertion: String, relationship: String? = nil, manifest: String? = nil, title: String? = nil,
    success: [C2PAStatus] = [], informational: [C2PAStatus] = [], failure: [C2PAStatus] = [],
    recordedFailure: [C2PAStatus] = []
  ) {
    self.assertion = assertion
    self.relationship = relationship
    self.manifest = manifest
    self.title = title
    self.success = success
    self.informational = informational
    self.failure = failure
    self.recordedFailure = recordedFailure
  }
}
