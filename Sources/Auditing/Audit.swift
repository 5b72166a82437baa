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

  /// What a worker makes of one entry: the judgement, and how each report puts it.
  private struct Record: Sendable {
    let judgement: Judgement?
    let skip: WalkEntry.Skip?
    let entries: [[UInt8]]
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
  ///   - progress: told of the counts after each entry.
  /// - Returns: the counts; `isComplete` is false when the run was interrupted.
  package func run<Context>(
    draw: (_ mayWait: Bool) -> Crew.Draw<WalkEntry>, outputs: [Output],
    context: @escaping @Sendable () -> Context,
    judge: @escaping @Sendable (FilePath, inout Context) -> Verdict,
    progress: (Judgement, Summary) -> Void = { _, _ in }
  ) throws -> Summary {
    let reports = outputs.map(\.report)
    var summary = Summary(policy)
    var pages = try outputs.map { try Page($0) }
    let isComplete = try crew.run(
      draw: draw, isInterrupted: isInterrupted, context: context,
      work: { [policy, time] entry, context in
        Audit.record(entry, reports, &context) { entry, context in
          (Judgement(unjudged: entry)
            ?? Judgement(path: entry.path, verdict: judge(entry.path, &context)))
            .held(against: policy, at: time, rootLength: entry.rootLength)
        }
      },
      deliver: { record in
        if let skip = record.skip { summary.add(skip) }
        guard let judgement = record.judgement else { return }
        for (index, entry) in record.entries.enumerated() { try pages[index].add(entry) }
        summary.add(judgement)
        progress(judgement, summary)
      })
    summary.finish(isComplete: isComplete, at: time)
    for page in pages { try page.finish(summary) }
    return summary
  }

  /// A report that is being written.
  private struct Page {
    private let output: Output
    /// Where the entries wait when the beginning depends on them; nil for any other report.
    private let spool: Spool?
    private var isEmpty = true

    /// Writes what comes before the first entry, if that is known.
    init(_ output: Output) throws {
      self.output = output
      spool = output.report.isPrefaced ? try Spool() : nil
      if spool == nil { try output.write(output.report.header) }
    }

    /// Writes an entry, unless it is empty.
    mutating func add(_ entry: [UInt8]) throws {
      guard !entry.isEmpty else { return }
      let bytes = isEmpty ? entry : output.report.separator + entry
      isEmpty = false
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
    _ entry: WalkEntry, _ reports: [any Report], _ context: inout Context,
    _ judge: (WalkEntry, inout Context) -> Judgement
  ) -> Record {
    if entry.kind == .skipped(.sidecar) {
      return Record(judgement: nil, skip: .sidecar, entries: [])
    }
    let judgement = judge(entry, &context)
    var record = ReportRecord(judgement)
    return Record(
      judgement: judgement, skip: nil, entries: reports.map { $0.entry(&record) })
  }
}
