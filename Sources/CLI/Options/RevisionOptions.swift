import ArgumentParser
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealReporting

/// A revision of a document that is written to a file of its own.
struct RevisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a revision of the document to -o, byte for byte as it was sealed.",
      valueName: "number"))
  var extractRevision: Int?

  @Option(name: .output, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: PathArgument?

  @Flag(help: "Replace the output if it exists.")
  var force = false

  func validate() throws {
    if (extractRevision == nil) != (output == nil) {
      throw ValidationError("--extract-revision and -o belong together")
    }
    if force, output == nil { throw ValidationError("--force needs -o") }
    if let extractRevision, extractRevision < 1 {
      throw ValidationError("revisions are counted from 1")
    }
  }

  /// Writes the revision of the document at `path`, if one is asked for, and says what was written.
  ///
  /// - Parameters:
  ///   - sources: whatever else the run reads.
  ///   - wordings: in which languages it is said, beside the results.
  func write(
    from path: FilePath, sparing sources: [FilePath], saying wordings: [Wording]
  ) throws(Failure) {
    guard let extractRevision, let output else { return }
    let (source, end, count) = try revision(extractRevision, of: path)
    var file = try output.create(
      overwrites: force, from: [path], sparing: [path].withLabels + sources, like: path)
    do throws(SourceError) {
      var buffer: [UInt8] = []
      try PieceWriter.write(
        [.copy(ByteRange(first: end))], of: source, to: &file, through: &buffer)
      try source.checkUnchanged()
      try file.commit()
    } catch { throw Failure(source: error) }
    for wording in wordings {
      Console.note(
        "\(Untrusted.escaped(output.path)): "
          + wording.say(
            "written, revision \(extractRevision) of \(count), its first \(end) bytes as they were; the verdict "
              + "is of the whole file",
            "版\(extractRevision)(全\(count)版、先頭の\(end)バイト)を書き出しました。検証結果はファイル全体に対するものです"))
    }
  }

  private func revision(
    _ number: Int, of path: FilePath
  ) throws(Failure) -> (ByteSource, end: Int, count: Int) {
    let document: Document
    let end: Int?
    do throws(DocumentError) {
      document = try Document.open(path)
      end = try document.end(ofRevision: number)
    } catch { throw Failure(document: error, path: path) }
    guard let end else {
      let count = document.revisionEnds.count
      throw Failure(
        .usage, path, "there is no revision \(number)",
        hint: count == 0 ? "no revisions are known of this file" : "the newest is \(count)")
    }
    return (document.source, end, document.revisionEnds.count)
  }
}
