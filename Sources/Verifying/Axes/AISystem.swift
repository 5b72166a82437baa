import BroadsealCBOR
import BroadsealProvenance

/// The model or tool that a proved manifest names: by the label, else by the program of an action
/// that involved AI, else by a disclosure.
struct AISystem {
  /// Name of the model or tool.
  let name: String?
  /// Its version.
  let version: String?
  /// Who provides it.
  let provider: String?
  /// What it was used for.
  let scope: String?

  init(_ manifest: ProvedManifest) {
    let label = manifest.labelReading.label?.ai
    let agent = AISystem.agent(in: manifest)
    let disclosure = manifest.assertions.first { $0.label.isOne(of: [AIDisclosure.label]) }?.value
    name = label?.system ?? agent?.name ?? disclosure?["modelName"]?.text
    version = label?.system == nil ? agent?.version : label?.version
    provider = label?.provider
    scope = label?.scope
  }

  private static func agent(in manifest: ProvedManifest) -> GeneratorInfo? {
    for actions in manifest.assertions.compactMap(\.actions) {
      for action in actions.actions {
        guard let type = actions.digitalSourceType(of: action),
          AIDeclaration(digitalSourceType: type, isCreation: true) > .unknown,
          let agent = actions.softwareAgent(of: action)
        else { continue }
        return agent
      }
    }
    return nil
  }
}
