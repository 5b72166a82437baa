import BroadsealCBOR
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance

/// The rules of `c2pa.actions` and `c2pa.actions.v2` (C2PA 2.5 §14.10.4.2.4).
struct ActionsCheck {
  private let subject: ManifestSubject

  static func run(_ subject: ManifestSubject, into log: inout StatusLog) {
    let check = ActionsCheck(subject: subject)
    for assertion in subject.assertions where assertion.label.isActions {
      let place = subject.place.assertion(assertion.label.text)
      do throws(Problem) {
        guard let actions = try Actions(assertion.assertion) else {
          throw Problem(.assertionActionMalformed, "the assertion is no list of actions")
        }
        for (index, action) in actions.actions.enumerated() {
          check.noteLocation(of: action, in: assertion, at: place, into: &log)
          let problem =
            check.problem(of: action, at: index, in: assertion)
            ?? check.contentProblem(of: action, among: actions)
          if let problem { log.add(problem.code, at: place, problem.reason) }
        }
      } catch {
        log.add(error.code, at: place, error.reason)
      }
    }
  }

  private func problem(
    of action: Action, at index: Int, in assertion: ProvedAssertion
  ) -> Problem? {
    // Claims of the first version name ingredients in ways of their own, and not always.
    guard subject.claim.version == 2 else { return nil }
    if let problem = relatedProblem(of: action) { return problem }
    let ingredients = action.parameters?.ingredients
    switch action.name {
    case ActionName.created, ActionName.opened:
      guard index == 0, subject.isFirstActions(assertion) else {
        return Problem(.assertionActionMalformed, "\(action.name) is not the first action")
      }
      return action.name == ActionName.opened ? openedProblem(ingredients) : nil
    case ActionName.placed: return placedProblem(ingredients)
    case ActionName.removed: return removedProblem(ingredients ?? [])
    case ActionName.deleted: return ingredients.flatMap(removedProblem)
    case ActionName.transcoded, ActionName.repackaged: return derivedProblem(ingredients ?? [])
    case ActionName.redacted: return redactedProblem(of: action)
    case ActionName.watermarked, ActionName.watermarkedBound: return watermarkProblem()
    default: return nil
    }
  }

  /// What the standard says that an action holds (C2PA 2.5 §16.4.1), each a "shall": a `c2pa.created`
  /// has a digital source type ("to indicate the nature of the asset at its inception", §16.4.1.2), a
  /// `c2pa.translated` both languages (§16.4.1.4.8), and an action "shall only have one `softwareAgent`
  /// or `softwareAgentIndex` field" (§16.4.1.4.4). Templates may bring what the action lacks.
  ///
  /// Older claims were written before these rules.
  private func contentProblem(of action: Action, among actions: Actions) -> Problem? {
    guard subject.claim.version == 2 else { return nil }
    let code = StatusCode.assertionActionMalformed
    if action.softwareAgent != nil, action.softwareAgentIndex != nil {
      return Problem(code, "an action names its program in two ways")
    }
    if let index = action.softwareAgentIndex, !actions.softwareAgents.indices.contains(index) {
      return Problem(code, "an action names a program that is not listed")
    }
    switch action.name {
    case ActionName.created where actions.digitalSourceType(of: action) == nil:
      return Problem(code, "c2pa.created has no digital source type")
    case ActionName.translated:
      let languages = ["sourceLanguage", "targetLanguage"].map { key in
        actions.parameter(key, of: action)?.text
      }
      return languages.allSatisfy { $0.map(LanguageTag.isWellFormed) ?? false }
        ? nil : Problem(code, "c2pa.translated does not name both languages")
    default: return nil
    }
  }

  private func relatedProblem(of action: Action) -> Problem? {
    for reference in action.parameters?.relatedAssertions ?? [] {
      guard let uri = subject.uri(reference.url), subject.isOwn(uri),
        let label = uri.path.last, subject.box(at: uri) != nil || subject.isRedacted(uri)
      else {
        return Problem(.assertionActionMalformed, "a related assertion is not in this manifest")
      }
      let kind = AssertionLabel(label)
      if kind.isActions || kind.isIngredient {
        return Problem(
          .assertionActionMalformed, "a related assertion is an action or an ingredient")
      }
    }
    return nil
  }

  private func openedProblem(_ ingredients: [HashedURI]?) -> Problem? {
    guard let ingredients, ingredients.count == 1, names(ingredients[0], .parentOf) else {
      return Problem(
        .assertionActionIngredientMismatch, "c2pa.opened does not name the one parent")
    }
    return nil
  }

  private func placedProblem(_ ingredients: [HashedURI]?) -> Problem? {
    guard let ingredients, !ingredients.isEmpty,
      ingredients.allSatisfy({ names($0, .componentOf) })
    else {
      return Problem(.assertionActionIngredientMismatch, "c2pa.placed does not name components")
    }
    return nil
  }

  private func derivedProblem(_ ingredients: [HashedURI]) -> Problem? {
    ingredients.allSatisfy { names($0, .parentOf) }
      ? nil
      : Problem(
        .assertionActionIngredientMismatch, "the action names an ingredient that is no parent")
  }

  private func removedProblem(_ ingredients: [HashedURI]) -> Problem? {
    let isFaultless = ingredients.allSatisfy { reference in
      guard let uri = subject.uri(reference.url), !subject.isOwn(uri) else { return false }
      return subject.isRedacted(uri)
        || subject.ingredient(at: uri)?.relationship == .componentOf
    }
    return isFaultless && !ingredients.isEmpty
      ? nil
      : Problem(
        .assertionActionIngredientMismatch,
        "the action does not name a component of an earlier manifest")
  }

  private func redactedProblem(of action: Action) -> Problem? {
    guard let text = action.parameters?.redacted, let uri = subject.uri(text),
      subject.box(at: uri) != nil || subject.isRedacted(uri)
    else {
      return Problem(
        .assertionActionRedactionMismatch, "c2pa.redacted does not name an assertion")
    }
    return nil
  }

  private func watermarkProblem() -> Problem? {
    subject.assertions.contains { $0.label.isOne(of: [KnownLabel.softBinding]) }
      ? nil : Problem(.assertionActionSoftBindingMissing, "a bound watermark has no soft binding")
  }

  /// Whether a reference resolves to an own ingredient of that relationship, or to a redacted one.
  private func names(_ reference: HashedURI, _ relationship: Relationship) -> Bool {
    guard let uri = subject.uri(reference.url), subject.isOwn(uri) else { return false }
    return subject.isRedacted(uri) || subject.ingredient(at: uri)?.relationship == relationship
  }

  /// An ingredient stands in the same list of the claim as the action that names it.
  private func noteLocation(
    of action: Action, in assertion: ProvedAssertion, at place: String, into log: inout StatusLog
  ) {
    guard subject.claim.version == 2,
      action.name == ActionName.opened || action.name == ActionName.placed
    else { return }
    for reference in action.parameters?.ingredients ?? [] {
      guard let uri = subject.uri(reference.url), let ingredient = subject.own(uri),
        ingredient.isCreated != assertion.isCreated
      else { continue }
      log.add(
        .assertionActionIngredientLocationMismatch, at: place,
        "an ingredient stands in another list of the claim than the action that names it")
    }
  }
}
