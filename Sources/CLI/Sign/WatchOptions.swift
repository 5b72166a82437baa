import ArgumentParser
import BroadsealBytes
import BroadsealFiles

/// A folder that is watched: what is put into it is signed as it comes.
struct WatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Sign what is put into this folder, as it comes, until SIGTERM or SIGINT; with --output-dir.",
      valueName: "dir"))
  var watch: PathArgument?

  @Option(
    help: ArgumentHelp(
      "Seconds that a file in it must be at rest, and open for nobody's writing, before it is signed.",
      valueName: "seconds"))
  var settle = 3

  @Option(
    help: ArgumentHelp(
      "Where to move documents once they are signed; they stay where they are if absent.",
      valueName: "dir"))
  var done: PathArgument?

  @Option(
    help: ArgumentHelp(
      "Where to move documents that cannot be signed, the reason beside each; DIR/failed if absent.",
      valueName: "dir"))
  var failed: PathArgument?

  func validate() throws {
    guard watch == nil else {
      guard (0...3_600).contains(settle) else {
        throw ValidationError("--settle takes a number from 0 to 3600")
      }
      return
    }
    if settle != 3 || done != nil || failed != nil {
      throw ValidationError("--settle, --done and --failed belong to --watch")
    }
  }

  /// Where documents go that cannot be signed.
  var aside: FilePath? { failed?.path ?? watch?.path.appending("failed".utf8) }
}

extension WatchOptions {
  /// The folder; throws where its results, or what is moved out of it, would come into it again.
  func folder(_ results: FilePath) throws(Failure) -> FilePath? {
    guard let path = watch?.path else { return nil }
    guard path.isFolder else {
      throw Failure(
        .usage, path,
        FileNode(path) == nil
          ? "there is no such folder to watch" : "this is no folder, and only folders are watched")
    }
    try results.makeWatchFolder()
    var above: Set<FileNode> = []
    var folder = path.absolute
    while let node = FileNode(folder), above.insert(node).inserted, folder.bytes.count > 1 {
      folder = folder.folder
    }
    for place in [results, done?.path, aside].compactMap(\.self) {
      guard let node = FileNode(place), above.contains(node) else { continue }
      throw Failure(
        .usage, place, "the watched folder is this folder, or lies in it",
        hint: "name a folder beside it, or one inside it")
    }
    if let done, let node = FileNode(done.path), node == FileNode(results) {
      throw Failure(
        .usage, done.path, "signed documents would lie among the results",
        hint: "--done names another folder")
    }
    return path
  }
}

extension FilePath {
  /// Makes the folder, where it is missing.
  func makeWatchFolder() throws(Failure) {
    do throws(SourceError) { try makeFolder() } catch { throw Failure(source: error) }
  }
}
