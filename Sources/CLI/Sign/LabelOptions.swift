import ArgumentParser
import BroadsealBytes
import BroadsealReporting
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

  @OptionGroup
  var review: ReviewOptions

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
    statement.humanReview = review.isStated ? true : nil
    statement.editorialResponsibility = editorialResponsibility?.text
    return statement
  }
}

/// What a label and its manifest say about the document itself.
struct DocumentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Reference number of the document.", valueName: "no"))
  var reference: PlainText?

  @Option(help: ArgumentHelp("Where the document is published.", valueName: "url"))
  var url: PlainText?

  @Option(help: ArgumentHelp("Language of the document: en, ja-JP.", valueName: "tag"))
  var language: PlainText?

  @Option(help: ArgumentHelp("Title of the document.", valueName: "text"))
  var title: PlainText?

  @Option(
    name: .customLong("action"),
    help: ArgumentHelp("A further action, such as published. Repeatable.", valueName: "action"))
  var actions: [PlainText] = []

  @Flag(help: "The actions named are all that happened to the document.")
  var allActions = false

  @Option(
    help: "How people made it: digitalCreation if absent, print (a scan) or digitalCapture.")
  var source: Choice<SourceOrigin>?

  @Option(
    help: ArgumentHelp("The document that this one was made from.", valueName: "file"))
  var parent: PathArgument?

  @Flag(
    help: """
      Refuse a document that can show more, less or other than its bytes say: scripts, layers, \
      content from outside, macros, live fields, hidden text.
      """)
  var strictContent = false

  @Flag(
    help: """
      Sign over a label or a PDF signature of the document that does not hold; the new label records \
      it, and verify says it.
      """)
  var acceptBrokenParent = false

  /// The request with everything that was said here.
  func applied(
    to request: SigningRequest, form: SigningRequest.Form, overwrites: Bool, language: String?
  ) -> SigningRequest {
    var request = request
    request.form = form
    request.overwrites = overwrites
    request.source = source?.value ?? .digitalCreation
    request.title = title?.text
    request.language = self.language?.text ?? language
    request.actions = actions.map(\.text)
    request.allActionsIncluded = allActions
    request.isStrictAboutContent = strictContent
    request.acceptsBrokenParent = acceptBrokenParent
    request.parent = parent?.path
    return request
  }
}

extension DocumentOptions {
  /// Whether nothing was said of the document itself.
  var saysNothing: Bool {
    reference == nil && url == nil && language == nil && title == nil && actions.isEmpty
      && !allActions && parent == nil && source == nil
  }
}
