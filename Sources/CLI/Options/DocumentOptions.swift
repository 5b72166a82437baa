import ArgumentParser
import BroadsealBytes
import BroadsealReporting
import BroadsealSigning

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

  @Option(help: "How people made it: digitalCreation, print (a scan) or digitalCapture.")
  var source = Choice(SourceOrigin.digitalCreation)

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
    request.source = source.value
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
