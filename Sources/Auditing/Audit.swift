package import BroadsealBytes
import BroadsealFiles
package import BroadsealFolders
package import BroadsealVerifying
package import BroadsealWorkers

/// Judges many files side by side and writes down what was found, in the order they were met.
package struct Audit: Sendable {
  /// A report and where its bytes go.
  package struct Output {
    /// The form of the report.
    package let report: any Report
    /// Takes its bytes in order; what it throws ends the run.
    package let write: ([UInt8]) throws -> Void

    /// A report that is written with `write`.
    package init(_ report: any Report, write: @escaping ([UInt8]) throws -> Void) {
      self.report = report
      self.write = write
    }
  }

  /// An entry, and what is kept of it.
  private struct Job: Sendable {
    let entry: WalkEntry
    let found: FoundFile?
  }

  /// What a worker makes of one entry: the judgement, and how each report puts it.
  private struct Record: Sendable {
    let judgement: Judgement?
    let skip: WalkEntry.Skip?
    let entries: [[UInt8]]
    /// What was found with the help of what is kept, and that; nil where nothing is kept.
    var recalled: (outcome: RecalledVerdict, found: FoundFile)?
  }

  private let policy: Policy
  private let time: UTCTime
  private let crew: Crew
  private let isInterrupted: @Sendable () -> Bool

  /// An audit by `policy` as of `time`, with that many workers; one for each processor when nil.
  package init(
    policy: Policy = .builtIn, at time: UTCTime, workers: Int? = nil,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.policy = policy
    self.time = time
    crew = Crew(workers: workers)
    self.isInterrupted = isInterrupted
  }

  /// Judges every entry that `draw` gives.
  ///
  /// - Parameters:
  ///   - draw: the next entry; it may wait for one only when its argument is true.
  ///   - outputs: the reports; each gets every byte of every entry in order.
  ///   - context: what a worker keeps from file to file.
  ///   - judge: the verdict on a file.
  ///   - history: what earlier runs found, and where this one remembers what it finds.
  ///   - progress: told of the counts after each entry.
  /// - Returns: the counts; `isComplete` is false when the run was interrupted.
  package func run<Context>(
    draw: (_ mayWait: Bool) -> Crew.Draw<WalkEntry>, outputs: [Output],
    context: @escaping @Sendable () -> Context,
    judge: @escaping @Sendable (FilePath, inout Context) -> Verdict,
    history: HistorySession? = nil,
    progress: (Judgement, Summary) -> Void = { _, _ in }
  ) throws -> Summary {
    let reports = outputs.map(\.report)
    let recollection = history?.recollection
    var summary = Summary(policy)
    var pages = try outputs.map { try Page($0) }
    var fault: HistoryError?
    let isComplete = try crew.run(
      draw: { (mayWait: Bool) -> Crew.Draw<Job> in
        switch draw(mayWait) {
        case .job(let entry):
          do throws(HistoryError) {
            let found = entry.kind == .file ? try history?.recall(entry.path) : nil
            return .job(Job(entry: entry, found: found))
          } catch {
            fault = error
            return .end
          }
        case .notYet: return .notYet
        case .end: return .end
        }
      }, isInterrupted: isInterrupted, context: context,
      work: { [policy, time] job, context in
        Audit.record(job, recollection, reports, &context, judge) { judgement in
          judgement.held(against: policy, at: time, rootLength: job.entry.rootLength)
        }
      },
      deliver: { record in
        if let fault { throw fault }
        if let skip = record.skip { summary.add(skip) }
        guard let judgement = record.judgement else { return }
        if let (outcome, found) = record.recalled {
          try history?.remember(outcome, at: judgement.path, found: found)
        }
        for (index, entry) in record.entries.enumerated() { try pages[index].add(entry) }
        summary.add(judgement)
        progress(judgement, summary)
      })
    if let fault { throw fault }
    if isComplete { try history?.close() } else { try history?.pause() }
    summary.drift = history?.tally
    summary.finish(isComplete: isComplete, at: time)
    for page in pages { try page.finish(summary) }
    return summary
  }

  /// A report that is being written.
  private struct Page {
    private let output: Output
    /// Where the entries wait when the beginning depends on them; nil for any other report.
    private let spool: Spool?
    private var count = 0

    /// Writes what comes before the first entry, if that is known.
    init(_ output: Output) throws {
      self.output = output
      spool = output.report.isPrefaced ? try Spool() : nil
      if spool == nil { try output.write(output.report.header) }
    }

    /// Writes an entry, unless it is empty.
    mutating func add(_ entry: [UInt8]) throws {
      guard !entry.isEmpty, count < output.report.mostEntries else { return }
      let bytes = count == 0 ? entry : output.report.separator + entry
      count += 1
      if let spool { try spool.append(bytes) } else { try output.write(bytes) }
    }

    /// Writes what only the counts can say.
    func finish(_ summary: Summary) throws {
      if let spool {
        try output.write(output.report.preface(summary))
        try spool.forEachPiece { try output.write($0) }
      }
      try output.write(output.report.footer(summary))
    }
  }

  private static func record<Context>(
    _ job: Job, _ recollection: Recollection?, _ reports: [any Report], _ context: inout Context,
    _ judge: (FilePath, inout Context) -> Verdict, _ held: (Judgement) -> Judgement
  ) -> Record {
    let entry = job.entry
    if entry.kind == .skipped(.sidecar) {
      return Record(judgement: nil, skip: .sidecar, entries: [])
    }
    var recalled: (outcome: RecalledVerdict, found: FoundFile)?
    var judgement: Judgement
    if let unjudged = Judgement(unjudged: entry) {
      judgement = unjudged
    } else if let recollection, let found = job.found {
      let outcome = recollection.verdict(on: entry.path, found: found) {
        judge(entry.path, &context)
      }
      judgement = Judgement(path: entry.path, verdict: outcome.verdict)
      judgement.drift = outcome.drift
      recalled = (outcome, found)
    } else {
      judgement = Judgement(path: entry.path, verdict: judge(entry.path, &context))
    }
    judgement = held(judgement)
    var record = ReportRecord(judgement)
    return Record(
      judgement: judgement, skip: nil, entries: reports.map { $0.entry(&record) },
      recalled: recalled)
  }
}
