import ArgumentParser
import BroadsealBytes
import BroadsealFolders

/// Which files an audit looks at.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Folders and files; symbolic links inside folders are not followed.", valueName: "paths"))
  var inputs: [FileArguments] = []

  @OptionGroup
  var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      "Files larger than this are not judged, and the audit is incomplete (exit code 3).",
      valueName: "bytes"))
  var maxSize = SizeArgument(bytes: InputOptions.usualMaximum)

  /// 64 GiB: some minutes of one worker. A file can be as large as it likes and take no room on the
  /// disk, and would hold up an audit for hours.
  static let usualMaximum = 64 << 30

  func validate() throws {
    try inputs.flatMap(\.files).refuseStandardInput()
    if inputs.isEmpty, selection.filesFrom == nil {
      throw ValidationError("name a folder, a file, or --files-from")
    }
  }

  /// What was named, as reports repeat it; a list on standard input has no name.
  var roots: [FilePath] {
    inputs.flatMap(\.files).map(\.path) + [selection.listFile?.path].compactMap(\.self)
  }

  /// The files that were named, with the labels beside them and the list of names.
  var files: [FilePath] {
    inputs.flatMap(\.files).map(\.path).withLabels + [selection.filesFrom?.path].compactMap(\.self)
  }

  /// The walk over the paths.
  var walk: Walk {
    Walk(
      inputs.flatMap(\.files).map(\.path),
      filter: Walk.Filter(include: selection.included, exclude: selection.excluded))
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
