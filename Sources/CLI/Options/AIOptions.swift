import ArgumentParser
import BroadsealSigning

/// The AI axis of a label.
struct AIOptions: ParsableArguments {
  @Option(help: "Declared use of AI: none, generated or altered.")
  var ai: Choice<AIStatement.Use>?

  @Option(help: ArgumentHelp("Name of the AI system.", valueName: "name"))
  var aiSystem: PlainText?

  @Option(help: ArgumentHelp("Version of the AI system.", valueName: "version"))
  var aiVersion: PlainText?

  @Option(help: ArgumentHelp("Who offers the AI system.", valueName: "name"))
  var aiProvider: PlainText?

  @Option(help: ArgumentHelp("What AI was used for, or which part it changed.", valueName: "text"))
  var aiScope: PlainText?

  @Flag(help: "A person reviewed the content before it was issued.")
  var humanReview = false

  @Option(
    help: ArgumentHelp(
      "Role, never a name, that holds editorial responsibility.", valueName: "role"))
  var editorialResponsibility: PlainText?

  func validate() throws {
    guard ai == nil || ai?.value == AIStatement.Use.none else { return }
    let details = [aiSystem, aiVersion, aiProvider, aiScope].compactMap { $0 }
    if !details.isEmpty {
      throw ValidationError(
        "--ai-system, --ai-version, --ai-provider and --ai-scope describe "
          + "AI that was used: they need --ai generated or --ai altered")
    }
  }

  /// The statement; nil when `--ai` was not said.
  var statement: AIStatement? {
    guard let ai else { return nil }
    var statement = AIStatement(ai.value)
    statement.system = aiSystem?.text
    statement.version = aiVersion?.text
    statement.provider = aiProvider?.text
    statement.scope = aiScope?.text
    statement.humanReview = humanReview ? true : nil
    statement.editorialResponsibility = editorialResponsibility?.text
    return statement
  }
}
