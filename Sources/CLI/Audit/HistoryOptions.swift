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

  @Flag(
    help:
      "Take a file for unchanged by its size and times, without reading it. Who writes to the folder can deceive that."
  )
  var trustMtime = false

  /// How far kept verdicts are relied on.
  var recall: Recall { trustMtime ? .trustingTimes : .careful }

  func validate() throws {
    if history == nil, baseline != nil || trustMtime {
      throw ValidationError("--baseline and --trust-mtime need --history")
    }
  }
}
