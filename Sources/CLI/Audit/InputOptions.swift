import ArgumentParser
import BroadsealAuditing
import BroadsealBytes
import Glibc

/// Which files an audit looks at.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Folders and files; symbolic links inside folders are not followed.", valueName: "paths"))
  var inputs: [FileArguments] = []

  @Option(
    help: ArgumentHelp(
      "Also the files that this one names, a line each; - reads standard input.",
      valueName: "file"))
  var filesFrom: PathArgument?

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "The names in --files-from end with a NUL instead of a line break.")
  var isNullSeparated = false

  @Option(help: ArgumentHelp("Only files that match. Repeatable.", valueName: "glob"))
  var include: [GlobArgument] = []

  @Option(help: ArgumentHelp("Not what matches. Repeatable.", valueName: "glob"))
  var exclude: [GlobArgument] = []

  @Option(
    help: ArgumentHelp(
      "Files larger than this are not judged, and the audit is incomplete (exit code 3).",
      valueName: "bytes"))
  var maxSize = SizeArgument(bytes: InputOptions.usualMaximum)

  /// 64 GiB: some minutes of one worker. A file can be as large as it likes and take no room on the
  /// disk, and would hold up an audit for hours.
  static let usualMaximum = 64 << 30

  func validate() throws {
    if inputs.isEmpty, filesFrom == nil {
      throw ValidationError("name a folder, a file, or --files-from")
    }
    if isNullSeparated, filesFrom == nil { throw ValidationError("-0 needs --files-from") }
  }

  /// The walk over the paths.
  var walk: Walk {
    Walk(
      inputs.flatMap(\.files).map(\.path),
      filter: Walk.Filter(include: include.map(\.glob), exclude: exclude.map(\.glob)))
  }

  /// The list of names; nil when there is none.
  func list() throws(Failure) -> PathList? {
    guard let filesFrom else { return nil }
    let separator: PathList.Separator = isNullSeparated ? .null : .newline
    if filesFrom.path == "-" { return PathList(descriptor: STDIN_FILENO, separator: separator) }
    // To open a pipe that nobody writes to would wait, and no interruption would end that.
    let descriptor = unsafe filesFrom.path.withCString { name in
      unsafe open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    guard descriptor >= 0 else {
      let reason = unsafe String(cString: strerror(errno))
      throw Failure(.usage, filesFrom.path, reason.prefix(1).lowercased() + reason.dropFirst())
    }
    return PathList(descriptor: descriptor, separator: separator)
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

/// A number of bytes: digits, with K, M, G or T for powers of 1024.
struct SizeArgument: ExpressibleByArgument, Sendable, Hashable {
  /// The number.
  let bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30, "T": 40]
    let shift = argument.last.flatMap { units[$0] }
    let digits = shift == nil ? argument[...] : argument.dropLast()
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
      number > 0
    else { return nil }
    let (product, isTooLarge) = number.multipliedReportingOverflow(by: 1 << (shift ?? 0))
    guard !isTooLarge else { return nil }
    bytes = product
  }

  var defaultValueDescription: String { "\(bytes >> 30)G" }
}
