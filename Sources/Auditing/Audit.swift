package import BroadsealBytes
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
    var isFirst = true
    for output in outputs { try output.write(output.report.header) }
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
        for (output, entry) in zip(outputs, record.entries) {
          try output.write(isFirst ? entry : output.report.separator + entry)
        }
        isFirst = false
        summary.add(judgement)
        progress(judgement, summary)
      })
    summary.finish(isComplete: isComplete, at: time)
    for output in outputs { try output.write(output.report.footer(summary)) }
    return summary
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
