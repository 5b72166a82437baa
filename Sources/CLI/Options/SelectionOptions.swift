import ArgumentParser
import BroadsealBytes
import BroadsealFiles
import BroadsealFolders
import Glibc

/// Which files are meant beside those that are named: a list of names, and patterns for what is in folders.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Also the files that this one names, a line each; - reads standard input.",
      valueName: "file"))
  var filesFrom: PathArgument?

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "The names in --files-from end with a NUL instead of a line break.")
  var isNullSeparated = false

  @Option(
    help: ArgumentHelp("Of a folder, only files that match. Repeatable.", valueName: "glob"))
  var include: [GlobArgument] = []

  @Option(help: ArgumentHelp("Of a folder, not what matches. Repeatable.", valueName: "glob"))
  var exclude: [GlobArgument] = []

  func validate() throws {
    if isNullSeparated, filesFrom == nil { throw ValidationError("-0 needs --files-from") }
  }

  /// The patterns of files that are wanted.
  var included: [Glob] { include.map(\.glob) }
  /// The patterns of what is not.
  var excluded: [Glob] { exclude.map(\.glob) }

  /// Whether patterns choose among the files of folders.
  var isNamed: Bool { !include.isEmpty || !exclude.isEmpty }

  /// The file with the list of names; nil when there is none, or it comes on standard input.
  var listFile: PathArgument? { filesFrom?.isStandardStream == true ? nil : filesFrom }

  /// The names of a list: in path order where they stand in a file, as they come on standard input and from a pipe.
  func names() throws(Failure) -> (sorted: SortedPaths?, stream: PathList?) {
    guard let filesFrom else { return (nil, nil) }
    let separator: PathList.Separator = isNullSeparated ? .null : .newline
    if filesFrom.isStandardStream { return (nil, try list()) }
    let descriptor = try opened(filesFrom)
    return SortedPaths.canSort(descriptor)
      ? (SortedPaths(descriptor: descriptor, separator: separator), nil)
      : (nil, PathList(descriptor: descriptor, separator: separator))
  }

  /// The list of names; nil when there is none.
  func list() throws(Failure) -> PathList? {
    guard let filesFrom else { return nil }
    let separator: PathList.Separator = isNullSeparated ? .null : .newline
    if filesFrom.isStandardStream {
      return PathList(descriptor: STDIN_FILENO, separator: separator)
    }
    return PathList(descriptor: try opened(filesFrom), separator: separator)
  }

  private func opened(_ filesFrom: PathArgument) throws(Failure) -> Int32 {
    // To open a pipe that nobody writes to would wait, and no interruption would end that.
    let descriptor = unsafe filesFrom.path.withCString { name in
      unsafe open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    guard descriptor >= 0 else {
      throw Failure(source: .system(path: filesFrom.path.display), code: .usage)
    }
    return descriptor
  }
}

/// A pattern of paths on the command line.
struct GlobArgument: ExpressibleByArgument, Sendable {
  /// The pattern.
  let glob: Glob

  init?(argument: String) {
    guard ArgumentText.isPlain(argument), let glob = Glob(argument) else { return nil }
    self.glob = glob
  }
}
