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
  private let apart: [FilePath]
  private let table: SummaryTable?
  private let isTableAResult: Bool
  /// Whether rows go to a terminal as they come: they show how far the run is, and anything else
  /// on the screen would get in their way.
  let fillsTerminal: Bool

  /// Opens every report that was asked for; without any, a text for people.
  ///
  /// - Parameters:
  ///   - options: which reports, and how much they tell.
  ///   - run: what they say of the run.
  ///   - apart: files of the run itself, which are not audited.
  ///   - sources: files that the run reads, which no report may replace.
  init(
    _ options: ReportOptions, of run: RunHeader, sparing sources: [FilePath],
    beside apart: [FilePath] = [], isQuiet: Bool
  ) throws(Failure) {
    let wanted = options.outputs
    let language = options.language
    self.apart = apart
    let nodes = Set((sources + apart).compactMap(FileNode.init))
    let standard = Terminal(of: STDOUT_FILENO)
    var outputs: [Audit.Output] = []
    var files: [ReportFile] = []
    for argument in wanted {
      guard let named = argument.path else {
        outputs.append(
          Audit.Output(AuditReports.report(argument.format, run, options, standard)) {
            try Console.write($0)
          })
        continue
      }
      let path = try AuditReports.file(named, argument.format)
      if let node = FileNode(path), nodes.contains(node) { throw .overwritesSource(path) }
      let file = try ReportFile(path, overwrites: options.force)
      files.append(file)
      let plain = Terminal(isInteractive: false, isColoured: false, width: 80)
      outputs.append(
        Audit.Output(
          AuditReports.report(argument.format, run, options, plain, in: named, isFile: true)
        ) {
          try file.write($0)
        })
    }
    if wanted.isEmpty, !isQuiet {
      outputs.append(
        Audit.Output(AuditReports.report(.text, run, options, standard)) { try Console.write($0) })
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
    let isApart = apart.contains { own in
      own.name == path.name && FileNode(own.folder) == FileNode(path.folder)
    }
    if isApart { return .itself }
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

  /// The file that a report goes to; of a form with many files it is the index in their folder.
  private static func file(
    _ path: FilePath, _ format: OutputArgument.Format
  ) throws(Failure) -> FilePath {
    guard format == .crjson else { return path }
    do throws(SourceError) {
      try path.makeFolder()
    } catch { throw Failure(source: error, code: .usage) }
    return path.appendingFound(CRJSONReport.indexName.utf8)
  }

  private static func report(
    _ format: OutputArgument.Format, _ run: RunHeader, _ options: ReportOptions,
    _ terminal: Terminal, in folder: FilePath = ".", isFile: Bool = false
  ) -> any Report {
    switch format {
    case .text:
      AuditText(
        terminal: terminal, language: options.language, isSummaryOnly: options.summaryOnly)
    case .json: JSONReport(run, options.shape)
    case .ndjson: NDJSONReport(run, options.shape)
    case .csv:
      CSVReport(
        run, options.shape, language: options.machineLanguage,
        hasMark: options.bom ?? (isFile || options.machineLanguage == .japanese))
    case .sarif: SARIFReport(run, language: options.machineLanguage)
    case .junit: JUnitReport(run, language: options.machineLanguage)
    case .html:
      HTMLReport(
        run, options.shape, language: options.language, isSigned: options.signReport != nil)
    case .crjson: CRJSONReport(run: run, folder: folder, overwrites: options.force)
    }
  }
}
