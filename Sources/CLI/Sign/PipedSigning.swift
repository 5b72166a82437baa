import ArgumentParser
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealSigning

/// A run of `sign` whose document comes on standard input, or whose result goes to standard output: what is said of
/// it goes to standard error then.
struct PipedSigning {
  /// The options with files in the place of both streams.
  let options: SignOptions
  /// What goes to standard output; nil where nothing does.
  private let output: FilePath?

  /// Takes the document; nil where `options` name neither stream.
  init?(_ options: SignOptions) throws(Failure) {
    let reads = options.files.contains(where: \.isStandardStream)
    let writes = options.result.output?.isStandardStream ?? false
    guard reads || writes else { return nil }
    var options = options
    if reads {
      let target = writes ? nil : options.result.output.map { PipedFile.ending(of: $0.path) }
      var path = try PipedFile.input(ending: target)
      if target?.isEmpty ?? true { path = try PipedFile.named(path) }
      options.inputs = [FileArguments([PathArgument(path)])]
    }
    guard writes, let document = options.files.first else {
      self.options = options
      output = nil
      return
    }
    Console.keepsOutputClear()
    let path = PipedFile.output(ending: PipedFile.ending(of: document.path))
    options.result.output = PathArgument(path)
    // The label alone where it was asked for alone.
    if options.result.sidecar { options.result.labelsOnly = true }
    self.options = options
    output = path
  }

  /// Hands over what was made.
  func finish(_ code: ExitCode) throws(Failure) -> ExitCode {
    guard let output, code == .success else { return code }
    let label = Sidecar.path(for: output)
    let isDetached = FileNode(label) != nil
    guard isDetached == options.result.sidecar else {
      throw Failure.usage(
        "-: its label is a file of its own, and standard output takes one file",
        hint: "-o names a file; --sidecar -o - writes the label alone")
    }
    try PipedFile.send(isDetached ? label : output)
    return code
  }
}
