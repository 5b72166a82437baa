import ArgumentParser
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealReporting
import BroadsealSigning

/// Where `sign` puts its results.
struct DestinationOptions: ParsableArguments {
  @Option(
    name: .output, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file")
  )
  var output: PathArgument?

  @Option(
    help: ArgumentHelp(
      "The folder to write into, under the same names, with the folders inside a folder that was "
        + "named; it is made where it is missing.",
      valueName: "dir"))
  var outputDir: PathArgument?

  @Flag(help: "Replace the document itself.")
  var inPlace = false

  @Flag(
    help: """
      Write the label to FILE.EXT.c2pa and leave the document as it is; with -o or --output-dir, a copy \
      goes beside the label.
      """)
  var sidecar = false

  @Flag(help: "Make no copies of documents beside labels that are files of their own.")
  var labelsOnly = false

  @Flag(help: "Insist on putting the label into the document, where that is possible at all.")
  var embed = false

  @Flag(
    help: """
      Sign PDF documents as PDF too (PAdES B-B, with a time stamp B-T, with answers about revocation from \
      --online, --ocsp or --crl B-LT), in one update with the label; of several documents, those that are \
      no PDF get the label alone.
      """)
  var pades = false

  @Flag(help: "Replace outputs that exist.")
  var force = false

  @Flag(
    help: """
      Sign what has this label already too. Without it, a document is left alone whose label is this \
      issuer's, is intact and states the same, so that a job can run every night.
      """)
  var resign = false

  @Flag(
    help: """
      What this issuer's label in the output folder says of AI was a mistake, and --ai says less: the new label \
      names the one before, and does not descend from it.
      """)
  var corrects = false

  func validate() throws {
    let places = [output != nil, outputDir != nil, inPlace].count { $0 }
    if places > 1 { throw ValidationError("-o, --output-dir and --in-place exclude each other") }
    if sidecar, embed { throw ValidationError("--sidecar and --embed exclude each other") }
    if sidecar, pades {
      throw ValidationError("--pades signs the document itself: it excludes --sidecar")
    }
    if labelsOnly, embed { throw ValidationError("--labels-only and --embed exclude each other") }
    if corrects, outputDir == nil {
      throw ValidationError("--corrects is about earlier results in a folder: add --output-dir")
    }
    if sidecar, inPlace { throw ValidationError("--sidecar and --in-place exclude each other") }
  }

  /// Whether it was said where the result goes.
  var isNamed: Bool { output != nil || outputDir != nil || inPlace || sidecar }

  /// Whether the label goes into the document.
  var form: SigningRequest.Form { sidecar ? .sidecar : embed ? .embedded : .automatic }

  /// Where the result of `document` goes.
  func destination(of document: InputDocument) -> SigningRequest.Destination {
    if let output { return .file(output.path) }
    if let outputDir { return .folder(document.folder(in: outputDir.path)) }
    return .inPlace
  }

  /// The file that the result of `document` is, where it is no label in a file of its own.
  private func place(of document: InputDocument) -> FilePath {
    destination(of: document).place(of: document.path)
  }

  /// `inputs` without those that name a file once more whose result would be the same. Another name of a file, by a
  /// link, is another input.
  func once(_ inputs: [InputDocument]) -> [InputDocument] {
    var seen: Set<Result> = []
    return inputs.filter { input in
      guard let folder = FileNode(input.path.folder) else { return true }
      let name = Result(
        folder: folder, name: Array(input.path.name), place: place(of: input).place)
      return seen.insert(name).inserted
    }
  }

  private struct Result: Hashable {
    let folder: FileNode
    let name: [UInt8]
    let place: FilePlace
  }

  /// Refuses inputs that would take each other's output.
  func check(_ inputs: [InputDocument]) throws(Failure) {
    if let path = output?.path, path.isFolder {
      throw Failure(
        .usage, path, "this is a folder, and -o names a file",
        hint: "--output-dir \(path.display) writes into it")
    }
    guard output == nil || inputs.count == 1 else {
      throw .usage(
        "-o names one file, and there are \(inputs.count) inputs",
        hint: "--output-dir names a folder for the results")
    }
    if let path = outputDir?.path {
      if FileNode(path) != nil { try path.requireToBeFolder() }
      try Writable.requireFolder(path)
    }
    if let output {
      try output.path.folder.requireToBeFolder(
        hint: "make it first, or name it with --output-dir, which makes it")
      if !output.isStandardStream { try Writable.requireFolder(output.path.folder) }
    }
    var places: Set<FilePlace> = []
    var names: Set<FilePath> = []
    var first: [FileNode: FilePath] = [:]
    for input in inputs {
      // A link and what it leads to would be signed side by side, and one label would be lost; two names of a file
      // have two results in a folder.
      if let node = FileNode(input.path),
        let other = first.updateValue(input.path, forKey: node), outputDir == nil
      {
        throw Failure(
          .usage, input.path,
          "two inputs are the same file, the other is \(Untrusted.escaped(other))",
          hint: "name every document once, or sign into a folder with --output-dir")
      }
      let path = place(of: input)
      // Folders that are not made yet have nothing but their names to be told apart by.
      let isNew =
        if case .new(folder: nil, name: _) = path.place { names.insert(path).inserted } else {
          places.insert(path.place).inserted
        }
      guard isNew else {
        throw Failure(
          .usage, input.path, "two inputs would have the same output",
          hint: "sign them in two runs, or into two folders")
      }
    }
    try requireOtherFolder(inputs)
    try spare(Set(first.keys), signing: inputs)
  }

  /// Refuses a folder in which results would stand in the place of their documents, before labels are laid among them.
  private func requireOtherFolder(_ inputs: [InputDocument]) throws(Failure) {
    guard let folder = outputDir?.path, !sidecar else { return }
    let own = inputs.filter { input in
      FileNode(input.path).map { $0 == FileNode(place(of: input)) } ?? false
    }
    guard let first = own.first else { return }
    throw Failure(
      .usage, folder,
      "the documents themselves lie in this folder, \(first.path.display) among them",
      hint: "name another folder; --in-place replaces documents, --sidecar lays labels beside them")
  }

  /// Refuses an output that is another input by a link: that document would be lost, and the wrong one
  /// signed under its name.
  func spare(_ nodes: Set<FileNode>, signing inputs: [InputDocument]) throws(Failure) {
    guard outputDir != nil else { return }
    for input in inputs {
      let place = place(of: input)
      for path in [place, Sidecar.path(for: place)] {
        guard let node = FileNode(path), nodes.contains(node), node != FileNode(input.path) else {
          continue
        }
        throw Failure(
          .usage, path, "this output is another of the inputs, by a link",
          hint: "sign them in two runs, or into another folder")
      }
    }
  }

  /// Refuses a result that would take the place of one of `sources`, under whatever name and even with
  /// `--force`: a key or a list would be lost.
  func spare(_ sources: [FilePath], signing inputs: [InputDocument]) throws(Failure) {
    let nodes = Set(sources.compactMap(FileNode.init))
    for input in inputs {
      let place = place(of: input)
      for path in [place, Sidecar.path(for: place)] {
        guard let node = FileNode(path), nodes.contains(node) else { continue }
        throw .overwritesSource(path)
      }
    }
  }
}
