import Broadseal
import BroadsealAuditing
import BroadsealBytes
import BroadsealJSON
import BroadsealVerifying
import BroadsealWorkers

/// A run of `audit`: judges every file that comes out of its source, and writes the reports.
struct AuditRun {
  let source: AuditSource
  let verifier: Verifier
  /// What the files are held against, and which findings make the run fail.
  let measure: AuditMeasure
  let failOn: FailOn
  let reports: AuditReports
  /// What reports say of the run.
  let header: RunHeader
  /// What earlier runs found; nil where nothing is remembered.
  let history: HistorySession?
  /// Signs the reports; nil where that is not wanted.
  let seal: ReportSeal?
  /// How many files are worked on at a time; nil for one a processor.
  let workers: Int?
  /// Shows how far the run is; nil where nobody looks.
  let progress: Progress?

  /// Judges every file, and says how the run ends. A run that is refused leaves nothing in the history.
  func run() throws -> ExitCode {
    try history?.start()
    do { return try judge() } catch let failure as Failure where failure.code == .usage {
      try history?.withdraw()
      throw failure
    }
  }

  private func judge() throws -> ExitCode {
    let verifier = verifier
    var source = source
    var progress = progress
    var code = ExitCode.success
    let failOn = failOn
    let audit = Audit(
      by: measure, workers: workers,
      leavingOut: Audit.LeftOut(
        file: { ProgramFile($0) != nil }, bytes: ProgramFile.isEvidence),
      isInterrupted: { Interruption.isRequested })
    let summary = try audit.run(
      draw: { source.draw(mayWait: $0) }, outputs: reports.outputs,
      context: { verifier.session() },
      judge: Audit.Judge(
        file: { path, session in session.verify(path) },
        bytes: { bytes, name, label, session in
          session.verify(bytes: bytes, named: name, sidecar: label)
        }), history: history,
      progress: { judgement, summary in
        if let failure = AuditRun.failure(of: judgement) {
          progress?.clear()
          Console.report(failure)
        }
        for finding in judgement.findings where failOn.includes(finding) {
          code = code.combined(with: finding.isGap ? .incomplete : .failed)
        }
        progress?.update(summary)
      })
    progress?.clear()
    if let failure = source.failure { throw failure }
    guard summary.files > 0 || !summary.isComplete else {
      throw Failure.usage("there is no file to audit")
    }
    try reports.finish(summary)
    if summary.isComplete {
      try seal?.sign(header)
      try history?.finish(
        header: JSON.Writer.write(header.json), summary: JSON.Writer.write(summary.json),
        files: summary.files, at: header.started == nil ? header.judgedAt : SystemClock.now)
    }
    for group in summary.groups where group.isOfRun && failOn.includes(group.finding) {
      code = code.combined(with: .failed)
    }
    return summary.isComplete ? code : .interrupted
  }

  /// What is said at once about a file that could not be judged.
  private static func failure(of judgement: Judgement) -> Failure? {
    guard judgement.skip == nil, judgement.verdict.conclusion(for: .valid) == .incomplete else {
      return nil
    }
    return Failure(unjudged: judgement.verdict, at: judgement.path)
  }
}
