import ArgumentParser
import BroadsealAuditing
import BroadsealBytes
import BroadsealJSON
import BroadsealReporting

/// `broadseal history`: what earlier audits found.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List, show, compare, accept and forget the runs of audit --history.",
    subcommands: [
      HistoryListCommand.self, HistoryShowCommand.self, HistoryCompareCommand.self,
      HistoryAcceptCommand.self, HistoryPruneCommand.self,
    ])
}

/// `history list`: a line a run.
struct HistoryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "A line for every run.",
    usage: "broadseal history list <file.db> [<options>]",
    discussion:
      "Exit codes: 0 told, 2 there is no such history or run, 6 somebody else wrote to it.")

  @OptionGroup var history: HistoryArgument

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func run() throws {
    try result.open(sparing: history.files)
    var runs: [HistoryRun] = []
    let isAlone = try history.open { store throws(HistoryError) in runs = try store.runs() }
    if result.format == .json {
      return try Console.write(Tool.document(.runs, [("runs", .array(runs.map(\.json)))]))
    }
    for wording in result.lang.wordings {
      try Console.write(
        HistoryRun.heading(in: wording)
          + runs.map { $0.line(in: wording, mayWork: !isAlone) }.joined())
    }
  }
}

/// `history show`: what the reports of a run said of it, and its counts.
struct HistoryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The header and the counts of a run, as its reports have them.",
    usage: "broadseal history show <file.db> <run> [<options>]",
    discussion: """
      Counts of nothing are left out of the text; the JSON has everything. Exit codes: 0 told, 2 there is no such history or \
      run, 6 somebody else wrote to it.
      """)

  @OptionGroup var history: HistoryArgument

  @Argument(help: ArgumentHelp("Number of the run.", valueName: "run")) var number: Int

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func run() throws {
    try result.open(sparing: history.files)
    var found: HistoryRun?
    try history.open { store throws(HistoryError) in found = try store.run(number) }
    guard let header = found.flatMap({ try? JSON.Reader.parse(Array($0.header.utf8)) }),
      let summary = found.flatMap({ try? JSON.Reader.parse(Array($0.summary.utf8)) })
    else { throw Failure(.internal, history.file.path, "the run cannot be read") }
    switch result.format {
    case .json:
      try Console.write(
        Schema.history.document([
          ("number", .integer(Int64(number))), ("run", header), ("summary", summary),
        ]))
    case .text:
      for wording in result.lang.wordings {
        let told = HistoryText(number: number, run: header, summary: summary, wording: wording)
        try Console.write(told.text)
      }
    }
  }
}

/// `history compare`: a line for every file that changed between two runs.
struct HistoryCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What changed between two runs: a line for every file.",
    usage: "broadseal history compare <file.db> <old> <new> [<options>]",
    discussion: """
      Exit codes: 0 told, 1 a label was lost, alone or with its document, 2 there is no such history or run, 6 somebody else wrote to it, or the \
      rows of a run are not all there.
      """)

  @OptionGroup var history: HistoryArgument

  @Argument(help: "Number of the earlier run.") var old: Int

  @Argument(help: "Number of the later run.") var new: Int

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func run() throws {
    try result.open(sparing: history.files)
    var changes: [(path: FilePath, drift: Drift)] = []
    try history.open { store throws(HistoryError) in
      try store.compare(old, new, codes: HistoryAccess.codes) { path, drift in
        changes.append((path, drift))
      }
    }
    if result.format == .json {
      let values = changes.map { change in
        let kinds = JSON.Value.array(change.drift.kinds.map { .string($0.rawValue) })
        return JSON.Value.object(JSON.Object(change.path.members("path") + [("kinds", kinds)]))
      }
      try Console.write(
        Tool.document(
          .runs,
          [
            ("from", .integer(Int64(old))), ("to", .integer(Int64(new))),
            ("changes", .array(values)),
          ]))
    } else {
      for wording in result.lang.wordings {
        if changes.isEmpty {
          try Console.write(
            wording.say(
              "nothing changed between run \(old) and run \(new)\n",
              "第\(old)回と第\(new)回の間に変更はありません\n"))
        }
        for (path, drift) in changes {
          try Console.write("\(Untrusted.path(path)): \(wording.line(about: drift))\n")
        }
      }
    }
    let isLabelLost = changes.contains(where: \.drift.isLoss)
    throw Outcome(code: isLabelLost ? .failed : .success)
  }
}

/// `history prune`: forgets old runs.
struct HistoryPruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Forget all but the last runs over the same folders with the same options.",
    usage: "broadseal history prune <file.db> --keep <keep> [<options>]",
    discussion: "Exit codes: 0 done, 2 there is no such history, 6 somebody else wrote to it.")

  @OptionGroup var history: HistoryArgument

  @Option(help: "How many runs to keep.") var keep: Int

  @OptionGroup
  var language: LanguageOption

  func validate() throws {
    if keep < 1 { throw ValidationError("--keep takes a number from 1") }
  }

  func run() throws {
    var (count, left): (Int, [HistoryRun]) = (0, [])
    try history.open(writes: true) { store throws(HistoryError) in
      count = try store.prune(keeping: keep)
      left = try store.runs()
    }
    for wording in language.lang.wordings {
      let runs = Progress.count(count, "run")
      let kept = left.map { run in
        "\(run.number)"
          + (run.state == .accepted ? wording.say(" (losses accepted)", "(消失を了承)") : "")
      }.joined(separator: wording.say(", ", "、"))
      let also =
        left.isEmpty
        ? "" : wording.say("; kept: \(kept)", "。残した記録:\(kept)")
      try Console.write(
        wording.say("forgot \(runs)", "過去の監査\(count)件の記録を削除しました") + also + "\n")
    }
  }
}
