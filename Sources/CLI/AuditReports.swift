import BroadsealAuditing
import BroadsealBytes
import BroadsealFiles
import BroadsealReporting
import Glibc

/// The reports of one audit and where they go.
struct AuditReports {
  /// What the audit writes to.
  let outputs: [Audit.Output]
  private let files: [ReportFile]
  private let table: SummaryTable?
  private let isTableAResult: Bool
  /// Whether rows go to a terminal as they come: they show how far the run is, and anything else
  /// on the screen would get in their way.
  let fillsTerminal: Bool

  /// Opens every report that was asked for; without any, a text for people.
  ///
  /// - Parameter overwrites: whether reports replace files that exist.
  init(
    _ wanted: [OutputArgument], overwrites: Bool, language: Language, isQuiet: Bool
  ) throws(Failure) {
    let standard = Terminal(of: STDOUT_FILENO)
    var outputs: [Audit.Output] = []
    var files: [ReportFile] = []
    for argument in wanted {
      guard let path = argument.path else {
        outputs.append(
          Audit.Output(AuditReports.report(argument.format, standard, language)) {
            try Console.write($0)
          })
        continue
      }
      let file = try ReportFile(path, overwrites: overwrites)
      files.append(file)
      let plain = Terminal(isInteractive: false, isColoured: false, width: 80)
      outputs.append(
        Audit.Output(AuditReports.report(argument.format, plain, language)) { try file.write($0) })
    }
    if wanted.isEmpty, !isQuiet {
      outputs.append(
        Audit.Output(AuditText(terminal: standard, language: language)) { try Console.write($0) })
    }
    self.outputs = outputs
    self.files = files
    fillsTerminal =
      standard.isInteractive && !isQuiet
      && (wanted.isEmpty || wanted.contains { $0.path == nil })
    isTableAResult = !wanted.contains { $0.path == nil }
    let errors = Terminal(of: STDERR_FILENO)
    let shown = isTableAResult ? standard : errors
    let isWanted = !isQuiet && !wanted.isEmpty && (isTableAResult || errors.isInteractive)
    table = isWanted ? SummaryTable(terminal: shown, language: language) : nil
  }

  /// Gives the files their names and shows the counts.
  func finish(_ summary: Summary) throws(Failure) {
    for file in files { try file.commit() }
    guard let text = table?.text(summary) else { return }
    if isTableAResult { try Console.write(text) } else { Console.say(text) }
  }

  /// Whether a path of the audit is one that the reports write to.
  func claim(on path: FilePath) -> Claim {
    if files.contains(where: { $0.temporary?.name == path.name }) { return .itself }
    let replaced = files.compactMap(\.replaced)
    guard !replaced.isEmpty, let node = FileNode(path) else { return .none }
    return replaced.contains(node) ? .wouldReplace : .none
  }

  /// What the reports have to do with a path of the audit.
  enum Claim {
    /// Nothing.
    case none
    /// It is a report that is being written.
    case itself
    /// A report would take its place.
    case wouldReplace
  }

  private static func report(
    _ format: OutputArgument.Format, _ terminal: Terminal, _ language: Language
  ) -> any Report {
    switch format {
    case .text: AuditText(terminal: terminal, language: language)
    case .json: JSONReport()
    case .ndjson: NDJSONReport()
    case .csv: CSVReport()
    }
  }
}
