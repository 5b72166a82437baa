import ArgumentParser
import BroadsealReporting

/// How loud a command is and how many files it works on at a time.
struct CommonOptions: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "Files to work on at a time; one for each processor if absent.")
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Say nothing but errors; the exit code tells.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Also say what is only worth knowing.")
  var verbose = false

  /// Most workers that are taken: beyond this they only wait for each other.
  static let maximumJobs = 512

  func validate() throws {
    if let jobs, !(1...CommonOptions.maximumJobs).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to \(CommonOptions.maximumJobs)")
    }
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }
}

extension NameSpecification {
  /// `-o` and `--output`, whose value may stand right behind the letter.
  static let output: NameSpecification = [.customShort("o", allowingJoined: true), .long]
  /// `-f` and `--format`, likewise.
  static let format: NameSpecification = [.customShort("f", allowingJoined: true), .long]
}
