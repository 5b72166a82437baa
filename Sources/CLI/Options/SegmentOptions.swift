import ArgumentParser
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealFolders

/// The segments of a film that is spread over several files.
struct SegmentOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The segments of a film whose first file was named (DASH, HLS, CMAF): files, a pattern in quotes such "
        + "as 'seg*.m4s', or a folder. Numbers in their names say in which order they are played.",
      valueName: "files"))
  var segments: [PathArgument] = []

  /// Whether any were named.
  var areNamed: Bool { !segments.isEmpty }

  /// The segments of the film that begins with `first`; none where none were named.
  ///
  /// - Throws: a wrong command line, for a name that leads to no segment.
  func list(after first: FilePath) throws(Failure) -> SegmentList {
    let node = FileNode(first)
    var paths: [FilePath] = []
    for argument in segments {
      let found = try SegmentOptions.files(argument.path)
        .filter { node == nil || FileNode($0) != node }
      guard !found.isEmpty else {
        throw Failure(
          .usage, argument.path, "no segment is there",
          hint: "name files, a pattern in quotes or a folder")
      }
      paths += found
    }
    var nodes: Set<FileNode> = []
    return SegmentList(
      named: paths.filter { FileNode($0).map { nodes.insert($0).inserted } ?? true })
  }

  /// The files that `path` stands for.
  private static func files(_ path: FilePath) throws(Failure) -> [FilePath] {
    if FileNode(path) != nil {
      guard path.isFolder else { return [path] }
      var found: [FilePath] = []
      for path in members(of: path, matching: nil) {
        do throws(SourceError) {
          // A folder may hold lists and other films' first files too.
          if MediaSegment.isLikely(try ByteSource(path)) { found.append(path) }
        } catch { throw Failure(source: error) }
      }
      return found
    }
    guard let pattern = String(validating: path.name, as: UTF8.self), let glob = Glob(pattern)
    else {
      return []
    }
    return members(of: path.folder, matching: glob)
  }

  private static func members(of folder: FilePath, matching glob: Glob?) -> [FilePath] {
    var walk = Walk(
      [folder],
      filter: Walk.Filter(
        include: [glob].compactMap(\.self), exclude: [Glob("*/*")].compactMap(\.self),
        takesHidden: false))
    var found: [FilePath] = []
    while let entry = walk.next() {
      if case .file = entry.kind { found.append(entry.path) }
    }
    return found
  }
}
