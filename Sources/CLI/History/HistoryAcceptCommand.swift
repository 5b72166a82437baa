import ArgumentParser
import BroadsealAuditing
import BroadsealReporting

/// `broadseal history accept`: what was lost is not told any more.
struct HistoryAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract:
      "Accept the labels and documents that were lost up to a run, so that later runs do not tell them any more.",
    usage: "broadseal history accept <file.db> <run> [<options>]",
    discussion: """
      A lost label, or a labelled document that is gone, is told by every run until it is back, or until the run that \
      you looked at is accepted here. \
      What is lost after that run is told all the same. Exit codes: 0 done, 2 there is no such \
      history or run, 6 somebody else wrote to it.
      """)

  @OptionGroup var history: HistoryArgument

  @Argument(help: ArgumentHelp("Number of the run whose losses are right.", valueName: "run"))
  var number: Int

  @OptionGroup
  var language: LanguageOption

  func run() throws {
    try history.open(writes: true) { store throws(HistoryError) in try store.accept(number) }
    for wording in language.lang.wordings {
      try Console.write(
        wording.say(
          "labels and documents that were lost up to run \(number) are not told any more\n",
          "第\(number)回までのラベルと文書の消失を了承しました\n"))
    }
  }
}
