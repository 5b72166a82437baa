import ArgumentParser
import BroadsealAuditing
import BroadsealBytes
import BroadsealFolders
import Glibc

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

  @Flag(help: "Also the files in ZIP, tar and tar.gz archives; their paths are archive.zip!/name.")
  var archives = false

  @Option(
    help: ArgumentHelp(
      "Judge only so many files, drawn from each first folder and extension in proportion.",
      valueName: "number"))
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      "Draws the sample of an earlier run again. Without it nobody can know before which files are drawn; "
        + "whoever knows the number can name files so that they are not.", valueName: "number"))
  var seed: Int?

  @Option(
    help: ArgumentHelp(
      "What there should be: a table with a column path, sha256 or reference (document number).",
      valueName: "file.csv"))
  var register: PathArgument?

  /// 64 GiB: some minutes of one worker. A file can be as large as it likes and take no room on the
  /// disk, and would hold up an audit for hours.
  static let usualMaximum = 64 << 30

  func validate() throws {
    try inputs.flatMap(\.files).refuseStandardInput()
    if inputs.isEmpty, selection.filesFrom == nil {
      throw ValidationError("name a folder, a file, or --files-from")
    }
    guard let sample else {
      if seed != nil { throw ValidationError("--seed belongs to --sample") }
      return
    }
    if !(1...Sampler.maximumSize).contains(sample) {
      throw ValidationError("--sample takes a number from 1 to \(Sampler.maximumSize)")
    }
    if selection.filesFrom?.isStandardStream == true {
      throw ValidationError("--sample counts before it draws: standard input cannot be read twice")
    }
    if register != nil {
      throw ValidationError("--register asks for every file, and --sample for some")
    }
  }

  /// What was named, as reports repeat it; a list on standard input has no name.
  var roots: [FilePath] {
    inputs.flatMap(\.files).map(\.path) + [selection.listFile?.path].compactMap(\.self)
  }

  /// The files that were named, with the labels beside them and the list of names.
  var files: [FilePath] {
    inputs.flatMap(\.files).map(\.path).withLabels
      + [selection.filesFrom?.path, register?.path].compactMap(\.self)
  }

  /// What is met in path order, and the names that come as they come.
  func entries() throws(Failure) -> (OrderedWalk, PathList?) {
    let names = try selection.names()
    let walk = OrderedWalk(
      inputs.flatMap(\.files).map(\.path),
      filter: Walk.Filter(include: selection.included, exclude: selection.excluded),
      list: names.sorted)
    return (walk, names.stream)
  }

  /// How many files there are, counted beside the run; nil where only the run itself finds out.
  func count() throws(Failure) -> FileCount? {
    guard !archives, sample == nil, selection.filesFrom == nil else { return nil }
    return FileCount(of: try entries().0)
  }

  /// The files of a sample; nil where all are judged.
  func sampled() throws -> (entries: [WalkEntry], frame: SampleFrame)? {
    guard let sample else { return nil }
    let sampler = Sampler(
      size: sample, seed: seed ?? Int.random(in: Sampler.seeds), isSeedNamed: seed != nil)
    let drawn = try sampler.draw(
      leavingOut: { ProgramFile($0) != nil },
      from: { () throws(Failure) in try entries().0 })
    return drawn
  }

  /// What there should be; nil where nobody says.
  func readRegister() throws(Failure) -> Register? {
    guard let register else { return nil }
    do throws(Register.Fault) { return try Register(register.path) } catch {
      throw Failure(.usage, register.path, error.reason)
    }
  }
}

extension [FilePath] {
  /// Refuses a folder or file that was named and is not there: a report about nothing would look like one.
  /// Names in a list are another matter: each gets its answer.
  func requireThere() throws(Failure) {
    for path in self {
      var status = stat()
      let result = unsafe path.withCString { name in unsafe lstat(name, &status) }
      guard result != 0, errno == ENOENT || errno == ENOTDIR else { continue }
      throw Failure(
        .usage, path, "there is no such folder or file",
        hint: NearbyFile.hint(for: path.display, "no such file or directory"))
    }
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
