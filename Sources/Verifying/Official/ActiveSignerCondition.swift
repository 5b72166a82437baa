import BroadsealNotes
import BroadsealProvenance

/// Condition 2: the government signer is the signer of the active manifest. An official ingredient
/// is history and never lifts the whole.
enum ActiveSignerCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Note] {
    guard facts.candidate == nil || !facts.manifest.labelReading.isOfficial else { return [] }
    let hasOfficialIngredient = facts.store.ingredients.contains { ingredient in
      guard let label = ingredient.edge.target?.label,
        let proof = facts.store.validation(of: label)?.proof, proof.labelReading.isOfficial
      else { return false }
      return facts.context.candidates(for: proof.signature.credential)
        .contains(where: \.mismatches.isEmpty)
    }
    guard hasOfficialIngredient else { return [] }
    return [
      Note(OfficialCode.ingredientOnly)
    ]
  }
}
