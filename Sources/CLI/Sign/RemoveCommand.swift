import ArgumentParser
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealReporting

/// `broadseal remove`: writes a document without its manifest store.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Write a document without its label: an explicit act, never done silently.",
    discussion: """
      Exit codes: 0 written, 1 refused or broken, 2 usage, 3 unreadable, 4 there is no label, or none can be \
      inside, 70 a bug.
      """)

  @Argument(help: "The document.")
  var file: PathArgument

  @Option(name: .output, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: PathArgument

  @Flag(help: "Replace the output if it exists.")
  var force = false

  @OptionGroup
  var language: LanguageOption

  func validate() throws { try [file].refuseStandardInput() }

  func run() throws {
    Interruption.endsProcess()
    let document = try Document.open(file.path)
    if let problem = document.problem { throw Failure(document: problem, path: file.path) }
    guard let carrier = document.carrier else {
      throw Failure(
        .unlabelled, file.path, "no label can be inside: \(document.typeName.english)",
        hint: "a label in a separate .c2pa file is removed by deleting that file")
    }
    let pieces: [Piece]?
    do throws(DocumentError) {
      pieces = try carrier.removal()
    } catch {
      let length = try document.lengthBeforeExcess()
      throw Failure(
        document: error, path: file.path,
        hint: length.map {
          "take off what stands behind its end, with head -c \($0) for example, and remove the label of the rest"
        })
    }
    guard let pieces else {
      let isBeside = FileNode(Sidecar.path(for: file.path)) != nil
      throw Failure(
        .unlabelled, file.path, "there is no label to remove",
        hint: isBeside ? "a label in a separate .c2pa file is removed by deleting that file" : nil)
    }
    var result = try output.create(overwrites: force, from: [file.path], like: file.path)
    var buffer: [UInt8] = []
    try PieceWriter.write(pieces, of: document.source, to: &result, through: &buffer)
    try document.source.checkUnchanged()
    try result.commit()
    for wording in language.lang.wordings {
      try Console.write(
        "\(Untrusted.path(output.path)): "
          + wording.say("the document without its label", "ラベルを取り除いた文書です") + "\n")
    }
  }
}
