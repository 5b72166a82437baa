import ArgumentParser
import BroadsealAuditing
import BroadsealBytes
import BroadsealJSON
import BroadsealReporting

/// `broadseal history`: what earlier audits found.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List, show, compare and forget the runs of audit --history.",
    subcommands: [
      HistoryListCommand.self, HistoryShowCommand.self, HistoryCompareCommand.self,
      HistoryPruneCommand.self,
    ])
}

/// The history that a command is about.
struct HistoryArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The file of audit --history.", valueName: "file.db"))
  var file: PathArgument

  /// Hands the open history to `body`.
  func open(_ body: (HistoryStore) throws(HistoryError) -> Void) throws(Failure) {
    let access = try HistoryAccess(file.path, creates: false)
    defer { access.release() }
    do throws(HistoryError) {
      try body(access.store)
    } catch { throw Failure(history: error, at: file.path) }
  }
}

/// `history list`: a line a run.
struct HistoryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "A line for every run.")

  @OptionGroup var history: HistoryArgument

  func run() throws {
    var text = ""
    try history.open { store throws(HistoryError) in
      for run in try store.runs() {
        let began = UTCTime(secondsSinceEpoch: Int64(run.started)).display
        let state =
          switch run.state {
          case .done: "\(run.files) files"
          case .open: "not ended yet"
          case .left: "broken off"
          }
        text += "\(String(run.number).padded(to: 5)) \(began)  \(state.padded(to: 16)) "
        text += Untrusted.line(run.roots.joined(separator: " ")) + "\n"
      }
    }
    try Console.write(text)
  }
}

/// `history show`: what the reports of a run said of it, and its counts.
struct HistoryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The header and the counts of a run, as JSON.")

  @OptionGroup var history: HistoryArgument

  @Argument(help: ArgumentHelp("Number of the run.", valueName: "run")) var number: Int

  func run() throws {
    var text = ""
    try history.open { store throws(HistoryError) in
      let run = try store.run(number)
      text =
        #"{"schema":"broadseal.history/1","number":\#(number),"run":\#(run.header),"#
        + #""summary":\#(run.summary)}"#
    }
    guard let value = try? JSON.Reader.parse(Array(text.utf8)) else {
      throw Failure(.internal, history.file.path, "the run cannot be read")
    }
    try Console.write(JSON.Writer.write(value, pretty: true) + "\n")
  }
}

/// `history compare`: a line for every file that changed between two runs.
struct HistoryCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "What changed between two runs: a line for every file; exit code 1 if a label was lost.")

  @OptionGroup var history: HistoryArgument

  @Argument(help: "Number of the earlier run.") var old: Int

  @Argument(help: "Number of the later run.") var new: Int

  func run() throws {
    var text = ""
    var isLabelLost = false
    try history.open { store throws(HistoryError) in
      try store.compare(old, new, codes: HistoryAccess.codes) { path, drift in
        let kinds = drift.kinds.map(\.rawValue).joined(separator: ",")
        isLabelLost = isLabelLost || drift.kinds.contains(.labelLost)
        text += "\(kinds.padded(to: 24)) \(Untrusted.path(path))\n"
      }
    }
    try Console.write(text)
    throw Outcome(code: isLabelLost ? .failed : .success)
  }
}

/// `history prune`: forgets old runs.
struct HistoryPruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Forget all but the last runs over the same files.")

  @OptionGroup var history: HistoryArgument

  @Option(help: "How many runs to keep.") var keep: Int

  func validate() throws {
    if keep < 1 { throw ValidationError("--keep takes a number from 1") }
  }

  func run() throws {
    var count = 0
    try history.open { store throws(HistoryError) in count = try store.prune(keeping: keep) }
    try Console.write("forgot \(Progress.count(count, "run"))\n")
  }
}

extension HistoryRun {
  /// What it looked at.
  fileprivate var roots: [String] {
    let header = try? JSON.Reader.parse(Array(self.header.utf8))
    return header?["roots"]?.array?.compactMap(\.string) ?? []
  }
}
