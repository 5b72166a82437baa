import ArgumentParser
import BroadsealAuditing
import BroadsealFiles
import BroadsealReporting

/// Which reports an audit writes, and how much they tell.
struct ReportOptions: ParsableArguments {
  @Option(name: .format, help: OutputArgument.Format.help)
  var format: OutputArgument.Format?

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp(
      "The file to write; - is standard output. With the form before it for more than one: csv=a.csv. "
        + "Repeatable.",
      valueName: "file"))
  var named: [ReportArgument] = []

  @Flag(help: "Replace the output if it exists.")
  var force = false

  @Flag(help: "Reports tell the run and the counts, and nothing of single files.")
  var summaryOnly = false

  @Flag(help: "JSON leaves out the checks that went well: about half of it.")
  var withoutSuccess = false

  @Flag(
    inversion: .prefixedNo,
    help:
      "Begin CSV with the mark that tells spreadsheets its encoding; so it is in a file, and with --lang ja."
  )
  var bom: Bool?

  @Option(
    help: ArgumentHelp(
      "Sign the reports as documents of this issuer: html and json get its label, which says that no "
        + "generative AI was used, since this program writes them; a signature with a time stamp is made over "
        + "all of them (audit verify-report proves it).",
      valueName: "issuer.toml"))
  var signReport: PathArgument?

  @Option(help: "Language of the text: en or ja; the locale's if absent.")
  var lang: TableLanguage?

  /// The language of what people read.
  var language: Language { (lang ?? .usual).language }

  /// The language of the sentences in reports for machines: no locale changes those.
  var machineLanguage: Language { lang?.language ?? .english }

  /// The reports that were asked for, and where each goes.
  var outputs: [OutputArgument] {
    var places: [PathArgument] = []
    var outputs: [OutputArgument] = []
    for argument in named {
      switch argument {
      case .report(let report): outputs.append(report)
      case .place(let path): places.append(path)
      }
    }
    guard let format else { return outputs }
    return outputs
      + (places.isEmpty ? [nil] : places.map(Optional.some)).compactMap {
        OutputArgument(format, at: $0)
      }
  }

  /// Refuses a file of which nobody said what goes there.
  func requireForms() throws(Failure) {
    if format == .crjson, !outputs.contains(where: { $0.format == .crjson }) {
      throw .usage("crjson is a folder of reports", hint: "-o names the folder")
    }
    guard format == nil else { return }
    for case .place(let path) in named {
      if let form = OutputArgument.Format.misnamed(in: path.path) {
        let meant = OutputArgument.Format.allCases.map(\.rawValue).nearest(to: form)
          .flatMap { $0.first == form.first ? $0 : nil }
        throw .usage(
          "there is no form \(form)",
          hint: meant.map { "did you mean \($0)?" }
            ?? "forms are \(OutputArgument.formats); spreadsheets open csv")
      }
      let form = OutputArgument.Format(ofFileAt: path.path)
      throw Failure(
        .usage, path.path, "nobody said in which form this report is",
        hint: form.map { "-o \($0.rawValue)=\(path.path.display)" }
          ?? "-f csv says it; forms are \(OutputArgument.formats)")
    }
  }

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
