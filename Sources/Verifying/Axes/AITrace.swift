import BroadsealNotes
import BroadsealProvenance

/// Whether a manifest that is not proved says that a model took part.
///
/// It states nothing for anybody, but it is there: whoever breaks the label of a generated picture
/// must not thereby be rid of what it says. Like every unsigned trace it can only raise a conflict.
enum AITrace {
  /// The trace that the manifest of an ingredient is; nil when it says nothing of a model.
  static func hint(in manifest: Manifest) -> Note? {
    guard manifest.assertions.contains(where: namesModel) else { return nil }
    return Note(HintCode.ingredient)
  }

  private static func namesModel(_ assertion: Assertion) -> Bool {
    if assertion.label.isOne(of: [KnownLabel.disclosure]) { return true }
    if assertion.label.isActions, let actions = try? Actions(assertion) {
      return actions.actions.compactMap(actions.digitalSourceType(of:)).contains(where: saysAI)
    }
    if assertion.label.isOne(of: [KnownLabel.official]) {
      guard let value = assertion.cbor, let label = try? BroadsealLabel(value) else { return false }
      return AIUse.Status(label.ai.declaration).saysAI
    }
    if assertion.label.isOne(of: [KnownLabel.metadata]) {
      guard let json = assertion.json, let metadata = try? Metadata(json) else { return false }
      return metadata.texts(named: "DigitalSourceType").contains(where: saysAI)
    }
    return false
  }

  private static func saysAI(_ type: String) -> Bool {
    AIUse.Status(AIDeclaration(digitalSourceType: type, isCreation: true)).saysAI
  }
}
