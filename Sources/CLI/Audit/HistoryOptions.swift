import ArgumentParser
import BroadsealAuditing
import BroadsealBytes
import BroadsealReporting

/// What an audit remembers of earlier ones, and how far it relies on that.
struct HistoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Remember what is found in this file, say what changed, and skip what nobody touched.",
      valueName: "file.db"))
  var history: PathArgument?

  @Option(
    help: ArgumentHelp(
      "Compare with this run of the history, not with the last one.", valueName: "run"))
  var baseline: Int?

  @Flag(help: "Hash every file again, whatever its times say.")
  var rehash = false

  @Flag(
    help: "Take a file with a label for unchanged by its size and times alone, without hashing it.")
  var trustMtime = false

  /// How far kept verdicts are relied on.
  var recall: Recall { rehash ? .rehash : trustMtime ? .trustingTimes : .careful }

  func validate() throws {
    if history == nil, baseline != nil || rehash || trustMtime {
      throw ValidationError("--baseline, --rehash and --trust-mtime need --history")
    }
    if rehash, trustMtime { throw ValidationError("--rehash and --trust-mtime exclude each other") }
  }
}
