import ArgumentParser
import BroadsealAuditing
import BroadsealFiles
import BroadsealReporting

/// Which reports an audit writes, and how much they tell.
struct ReportOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "A report: \(OutputArgument.formats); - is standard output. Repeatable.",
      valueName: "format=path"))
  var outputs: [OutputArgument] = []

  @Flag(help: "Replace reports that exist.")
  var force = false

  @Flag(help: "Reports tell the run and the counts, and nothing of single files.")
  var summaryOnly = false

  @Flag(help: "JSON leaves out the checks that went well: about half of it.")
  var withoutSuccess = false

  @Flag(
    inversion: .prefixedNo,
    help: "Begin CSV with the mark that tells spreadsheets its encoding; so it is with --lang ja.")
  var bom: Bool?

  @Option(
    help: ArgumentHelp(
      "Sign the reports as documents of this issuer: html and json get its label, and a signature with a "
        + "time stamp is made over all of them (audit verify-report proves it).",
      valueName: "issuer.toml"))
  var signReport: PathArgument?

  @Option(help: "Language of the text: en or ja.")
  var lang: TableLanguage = .en

  /// The language of what people read.
  var language: Language { lang.language }

  /// How much the reports tell.
  var shape: ReportShape {
    ReportShape(isSummaryOnly: summaryOnly, leavesOutSuccess: withoutSuccess)
  }

  func validate() throws {
    if summaryOnly, outputs.contains(where: { [.sarif, .junit, .crjson].contains($0.format) }) {
      throw ValidationError("--summary-only leaves nothing of sarif, junit and crjson")
    }
    if outputs.count(where: { $0.path == nil }) > 1 {
      throw ValidationError("only one report can go to standard output")
    }
    if Set(outputs.compactMap { $0.path?.place }).count < outputs.count(where: { $0.path != nil }) {
      throw ValidationError("two reports would go to the same file")
    }
  }
}
