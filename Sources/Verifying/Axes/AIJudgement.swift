/// What all statements together amount to.
///
/// The strongest one decides: generated, altered, unknown, none declared. Two that cannot both be
/// true are a conflict. An unsigned hint never decides; it can only raise a conflict.
enum AIJudgement {
  /// The status of the third axis.
  ///
  /// - Parameters:
  ///   - statements: every statement of the active manifest and of contributing ingredients.
  ///   - hasHints: whether unsigned traces in the file say that AI was used.
  static func status(of statements: [AIStatement], hasHints: Bool) -> AIUse.Status {
    guard let strongest = statements.strongest else { return hasHints ? .conflict : .notStated }
    if contradictsItself(statements) { return .conflict }
    return hasHints && !strongest.saysAI ? .conflict : strongest
  }

  /// What a model does to a parent stands in the actions as an alteration, and in the label, when
  /// nothing of the parent is left, as the making of the whole.
  private static func isPart(_ own: AIUse.Status, of label: AIUse.Status) -> Bool {
    own == .altered && label == .generated
  }

  private static func contradictsItself(_ statements: [AIStatement]) -> Bool {
    let created = statements.from(.created).strongest
    let gathered = statements.from(.gathered).strongest
    if created == .noneDeclared, gathered?.saysAI ?? false { return true }
    guard let label = statements.from(.label).strongest else { return false }
    let own = (statements.from(.created) + statements.from(.gathered)).strongest
    if let own, own != .unknown, own != label, !isPart(own, of: label) { return true }
    return label == .noneDeclared && statements.from(.ingredient).strongest?.saysAI ?? false
  }
}
