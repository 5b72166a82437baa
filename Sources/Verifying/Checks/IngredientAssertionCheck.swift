import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance

/// The rules of an ingredient assertion by itself (C2PA 2.5 §14.11.3.2).
enum IngredientAssertionCheck {
  static func run(_ subject: ManifestSubject, into log: inout StatusLog) {
    for assertion in subject.assertions where assertion.label.isIngredient {
      guard let problem = problem(of: assertion, in: subject) else { continue }
      log.add(problem.code, at: subject.place.assertion(assertion.label.text), problem.reason)
    }
  }

  private static func problem(
    of assertion: ProvedAssertion, in subject: ManifestSubject
  ) -> Problem? {
    do throws(Problem) {
      guard let ingredient = try Ingredient(assertion.assertion) else {
        throw Problem(.assertionIngredientMalformed, "the assertion describes no ingredient")
      }
      if ingredient.version == 3, ingredient.activeManifest != nil,
        ingredient.validationResults == nil
      {
        throw Problem(
          .assertionIngredientMalformed, "the ingredient has a manifest and no validation results")
      }
      for reference in ingredient.relatedAssertions ?? [] {
        try check(related: reference, in: subject)
      }
      return nil
    } catch { return error }
  }

  private static func check(
    related reference: HashedURI, in subject: ManifestSubject
  ) throws(Problem) {
    guard let uri = subject.uri(reference.url), subject.isOwn(uri), let label = uri.path.last,
      subject.box(at: uri) != nil || subject.isRedacted(uri)
    else {
      throw Problem(.assertionIngredientMalformed, "a related assertion is not in this manifest")
    }
    let kind = AssertionLabel(label)
    guard !kind.isActions, !kind.isIngredient, kind.base.hasSuffix(".ingredient") else {
      throw Problem(.assertionIngredientMalformed, "a related assertion is not about an ingredient")
    }
  }
}
