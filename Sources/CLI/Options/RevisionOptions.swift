import ArgumentParser
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealReporting

/// A revision of a document that is written to a file of its own.
struct RevisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a revision of the document to the file of -o, byte for byte as it was sealed; the verdict then "
        + "goes to standard output.",
      valueName: "number"))
  var extractRevision: Int?

  /// Refuses what makes no sense of a revision that goes to `output`.
  func validate(writing output: PathArgument?, of count: Int) throws {
    guard let extractRevision else { return }
    if count > 1 {
      throw ValidationError("--extract-revision is for one file, and there are several")
    }
    if output == nil { throw ValidationError("--extract-revision needs -o") }
    if extractRevision < 1 {
      throw ValidationError("revisions are counted from 1")
    }
  }

  /// Writes the revision of the document at `path` to `output`, and says what was written.
  ///
  /// - Parameters:
  ///   - sources: whatever else the run reads.
  ///   - wordings: in which languages it is said, beside the results.
  func write(
    from path: FilePath, to output: PathArgument, overwrites: Bool, sparing sources: [FilePath],
    saying wordings: [Wording]
  ) throws(Failure) {
    guard let extractRevision else { return }
    let (source, end, count) = try revision(extractRevision, of: path)
    var file = try output.create(
      overwrites: overwrites, from: [path], sparing: [path].withLabels + sources, like: path)
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
