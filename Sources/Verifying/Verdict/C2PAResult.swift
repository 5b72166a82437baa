public import BroadsealProvenance

/// The result of the standard's own validation (C2PA 2.4 §14.3 and §15).
public struct C2PAResult: Sendable, Hashable {
  /// State of the asset. Each is contained in the one before it.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Something fails.
    case invalid = "Invalid"
    /// The manifest is well-formed, but was not shown to be valid.
    case wellFormed = "WellFormed"
    /// The claim signature holds, and so does the binding to the file.
    case valid = "Valid"
    /// And the signer's chain ends at an anchor that was given.
    case trusted = "Trusted"
  }

  /// State of the asset; nil when there is no manifest store.
  public let state: State?
  /// Version of the standard that the claim names.
  public let specVersion: String?
  /// Label of the active manifest.
  public let activeManifest: String?
  /// Statuses of the active manifest that are successes.
  public let success: [C2PAStatus]
  /// Statuses that are neither.
  public let informational: [C2PAStatus]
  /// Statuses that are failures.
  public let failure: [C2PAStatus]
  /// What was found in the ingredients and was not recorded by the claim generator.
  public let ingredients: [IngredientResult]

  /// A result; every list is in the order in which the checks ran.
  public init(
    state: State? = nil, specVersion: String? = nil, activeManifest: String? = nil,
    success: [C2PAStatus] = [], informational: [C2PAStatus] = [], failure: [C2PAStatus] = [],
    ingredients: [IngredientResult] = []
  ) {
    self.state = state
    self.specVersion = specVersion
    self.activeManifest = activeManifest
    self.success = success
    self.informational = informational
    self.failure = failure
    self.ingredients = ingredients
  }
}

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
