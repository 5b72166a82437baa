/// What an issuer may state with its signature.
package enum LabelKind: String, CaseIterable, Sendable {
  /// An official document of the agency.
  case official
  /// A document made by a model.
  case aiGenerated = "ai-generated"
  /// A document a part of which a model changed.
  case aiAltered = "ai-altered"
}
