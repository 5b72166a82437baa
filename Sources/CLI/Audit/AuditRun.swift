import Broadseal
import BroadsealAuditing
import BroadsealBytes
import BroadsealFolders
import BroadsealJSON
import BroadsealVerifying
import BroadsealWorkers

/// A run of `audit`: judges every file that comes out of its source, and writes the reports.
struct AuditRun {
  let source: AuditSource
  let verifier: Verifier
  /// What is asked of the files, as of which moment, and which findings make the run fail.
  let policy: Policy
  let time: UTCTime
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

  /// Judges every file, and says how the run ends.
  func run() throws -> ExitCode {
    let verifier = verifier
    var source = source
    var progress = progress
    var code = ExitCode.success
    let failOn = failOn
    let audit = Audit(
      policy: policy, at: time, workers: workers, isInterrupted: { Interruption.isRequested })
    let summary = try audit.run(
      draw: { source.draw(mayWait: $0) }, outputs: reports.outputs,
      context: { verifier.session() },
      judge: { path, session in session.verify(path) }, history: history,
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
    for group in summary.groups where group.path == nil && failOn.includes(group.finding) {
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

/// The entries of an audit: first the walk, then the list of names.
struct AuditSource {
  private var walk: Walk?
  private var list: PathList?
  private let reports: AuditReports

  /// Why the list broke off; nil as long as it did not.
  private(set) var failure: Failure?

  /// Entries that are none of the run's own `reports`.
  init(walk: Walk, list: PathList?, reports: AuditReports) {
    self.walk = walk
    self.list = list
    self.reports = reports
  }

  /// The next entry; none is left once a report would replace a file that is audited.
  mutating func draw(mayWait: Bool) -> Crew.Draw<WalkEntry> {
    while true {
      let draw = next(mayWait: mayWait)
      guard case .job(let entry) = draw else { return draw }
      switch reports.claim(on: entry.path) {
      case .none: return draw
      case .itself: continue
      case .wouldReplace:
        failure = Failure(
          .usage, entry.path, "a report would replace this file, which is being audited",
          hint: "write reports to another folder")
        return .end
      }
    }
  }

  /// The next entry. A name in the list is a file, whatever stands there: each gets its answer.
  private mutating func next(mayWait: Bool) -> Crew.Draw<WalkEntry> {
    if failure != nil { return .end }
    if let entry = walk?.next() { return .job(entry) }
    walk = nil
    do throws(PathListError) {
      switch try list?.next(mayWait: mayWait) ?? .end {
      case .job(let path): return .job(WalkEntry(path, .file))
      case .notYet: return .notYet
      case .end: return .end
      }
    } catch {
      failure = Failure(explaining: error)
      return .end
    }
  }
}
