package import BroadsealBytes
import BroadsealFiles
import BroadsealFolders
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
    let entry: AuditEntry
    let found: FoundFile?
  }

  /// How a worker judges: a file by its path, and a file of an archive in memory.
  package struct Judge<Context>: Sendable {
    let file: @Sendable (FilePath, inout Context) -> Verdict
    let bytes: @Sendable ([UInt8], String, [UInt8]?, inout Context) -> Verdict

    /// A judge.
    ///
    /// - Parameters:
    ///   - file: the verdict on the file at a path.
    ///   - bytes: the verdict on bytes under a name, with the label that came along.
    package init(
      file: @escaping @Sendable (FilePath, inout Context) -> Verdict,
      bytes: @escaping @Sendable ([UInt8], String, [UInt8]?, inout Context) -> Verdict
    ) {
      self.file = file
      self.bytes = bytes
    }
  }

  /// Tells what the program itself put beside results from documents: it is counted, and not judged.
  package struct LeftOut: Sendable {
    let file: @Sendable (FilePath) -> Bool
    let bytes: @Sendable ([UInt8]) -> Bool

    /// What tells them.
    ///
    /// - Parameters:
    ///   - file: whether the regular file at a path is such a one.
    ///   - bytes: whether the content of a file of an archive is evidence, which bears its name and lies beside its
    ///     document.
    package init(
      file: @escaping @Sendable (FilePath) -> Bool = { _ in false },
      bytes: @escaping @Sendable ([UInt8]) -> Bool = { _ in false }
    ) {
      self.file = file
      self.bytes = bytes
    }

    /// Why `entry` is left out by rule; nil for what has to be judged.
    fileprivate func reason(_ entry: AuditEntry) -> WalkEntry.Skip? {
      switch entry {
      case .met(let met) where met.kind == .skipped(.sidecar): return .sidecar
      case .met(let met) where met.kind == .file: return file(met.path) ? .evidence : nil
      case .met, .archive, .closed: return nil
      case .member(let member):
        if case .sidecar = member.content { return .sidecar }
        guard member.isNamedEvidence, let content = try? member.content() else { return nil }
        return bytes(content.bytes) ? .evidence : nil
      }
    }
  }

  /// What a worker makes of one entry: the judgement, and how each report puts it; or why there is none.
  private struct Record: Sendable {
    var skip = WalkEntry.Skip.sidecar
    let judgement: Judgement?
    let entries: [[UInt8]]
    /// What was found with the help of what is kept, and that; nil where nothing is kept.
    var recalled: (outcome: RecalledVerdict, found: FoundFile)?
  }

  private let measure: AuditMeasure
  private let crew: Crew
  private let leftOut: LeftOut
  private let isInterrupted: @Sendable () -> Bool

  /// An audit by `measure`, with that many workers; one for each processor when nil.
  package init(
    by measure: AuditMeasure, workers: Int? = nil, leavingOut leftOut: LeftOut = LeftOut(),
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.measure = measure
    self.leftOut = leftOut
    crew = Crew(workers: workers)
    self.isInterrupted = isInterrupted
  }

  /// Judges every entry that `draw` gives.
  ///
  /// - Parameters:
  ///   - draw: the next entry; it may wait for one only when its argument is true.
  ///   - outputs: the reports; each gets every byte of every entry in order.
  ///   - context: what a worker keeps from file to file.
  ///   - judge: how a worker judges.
  ///   - history: what earlier runs found, and where this one remembers what it finds. Files in archives are
  ///     not in it.
  ///   - progress: told of the counts after each entry.
  /// - Returns: the counts; `isComplete` is false when the run was interrupted.
  package func run<Context>(
    draw: (_ mayWait: Bool) -> Crew.Draw<AuditEntry>, outputs: [Output],
    context: @escaping @Sendable () -> Context, judge: Judge<Context>,
    history: HistorySession? = nil,
    progress: (Judgement, Summary) -> Void = { _, _ in }
  ) throws -> Summary {
    let reports = outputs.map(\.report)
    let recollection = history?.recollection
    var summary = Summary(measure.policy, register: measure.register, sample: measure.sample)
    var pages = try outputs.map { try Page($0) }
    var fault: HistoryError?
    let isComplete = try crew.run(
      draw: { Audit.recalled(draw($0), history, &fault) }, isInterrupted: isInterrupted,
      context: context,
      work: { [measure, leftOut] job, context in
        if let skip = leftOut.reason(job.entry) {
          return Record(skip: skip, judgement: nil, entries: [])
        }
        return Audit.record(job, recollection, reports, measure, judge, &context)
      },
      deliver: { record in
        if let fault { throw fault }
        guard let judgement = record.judgement else {
          summary.add(record.skip)
          return
        }
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
    summary.finish(isComplete: isComplete, at: measure.time, also: measure.ofPolicy)
    for page in pages { try page.finish(summary) }
    return summary
  }

  /// What was drawn, with what is kept of it; the end where the history cannot be read.
  private static func recalled(
    _ drawn: Crew.Draw<AuditEntry>, _ history: HistorySession?, _ fault: inout HistoryError?
  ) -> Crew.Draw<Job> {
    switch drawn {
    case .job(let entry):
      do throws(HistoryError) {
        let found = entry.isKept ? try history?.recall(entry.path) : nil
        return .job(Job(entry: entry, found: found))
      } catch {
        fault = error
        return .end
      }
    case .notYet: return .notYet
    case .end: return .end
    }
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
    _ job: Job, _ recollection: Recollection?, _ reports: [any Report], _ measure: AuditMeasure,
    _ judge: Judge<Context>, _ context: inout Context
  ) -> Record {
    var recalled: (outcome: RecalledVerdict, found: FoundFile)?
    func judgement(on entry: WalkEntry, isArchive: Bool) -> Judgement {
      guard let recollection, let found = job.found else {
        return Judgement(
          path: entry.path, verdict: judge.file(entry.path, &context), isArchive: isArchive)
      }
      let outcome = recollection.verdict(on: entry.path, found: found) {
        judge.file(entry.path, &context)
      }
      var judgement = Judgement(
        path: entry.path, verdict: outcome.verdict, isArchive: isArchive)
      judgement.tell(outcome.drift)
      recalled = (outcome, found)
      return judgement
    }
    let judged: Judgement? =
      switch job.entry {
      case .met(let met): Judgement(unjudged: met) ?? judgement(on: met, isArchive: false)
      case .archive(let met): judgement(on: met, isArchive: true)
      case .closed(let met): judgement(on: met, isArchive: false).closed
      case .member(let member): Judgement(member) { judge.bytes($0, $1, $2, &context) }
      }
    guard let judged else { return Record(judgement: nil, entries: []) }
    let judgement = judged.held(against: measure, rootLength: job.entry.rootLength)
    var record = ReportRecord(judgement)
    return Record(
      judgement: judgement, entries: reports.map { $0.entry(&record) }, recalled: recalled)
  }
}
