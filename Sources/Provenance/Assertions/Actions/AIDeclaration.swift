/// What a statement declares about AI; declared, never detected. Stronger statements are greater.
package enum AIDeclaration: Int, Comparable, Hashable, Sendable {
  /// No generative AI.
  case noneDeclared
  /// Something that does not tell; never read as human-made.
  case unknown
  /// Part of it was made or changed by a generative model.
  case altered
  /// Made by a generative model.
  case generated

  package static func < (left: AIDeclaration, right: AIDeclaration) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What a kind of source declares.
  ///
  /// - Parameters:
  ///   - text: the `digitalSourceType` as received.
  ///   - isCreation: whether it stands on the creation of an asset that has no parent; a model's
  ///     work on anything else alters it.
  package init(digitalSourceType text: String, isCreation: Bool) {
    switch DigitalSourceType(exactly: text) {
    case .trainedAlgorithmicMedia, .trainedAlgorithmicData:
      self = isCreation ? .generated : .altered
    case .compositeWithTrainedAlgorithmicMedia, .compositeSynthetic:
      self = .altered
    case .digitalCreation, .digitalCapture, .computationalCapture, .humanEdits, .negativeFilm,
      .positiveFilm, .print, .dataDrivenMedia, .algorithmicMedia, .algorithmicallyEnhanced,
      .compositeCapture:
      self = .noneDeclared
    case .composite, .screenCapture, .virtualRecording, .empty, nil:
      self = .unknown
    }
  }
}
