import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealReporting
import BroadsealVerifying
import BroadsealWorkers

/// A run of `verify`: judges files, many at once, and tells of each in order.
struct VerifyRun {
  let files: [FilePath]
  /// The label of the one file, where it is named.
  let sidecar: FilePath?
  /// The segments of the one film.
  let segments: SegmentList
  let verifier: Verifier
  let report: VerdictReport
  /// What satisfies the user.
  let requirement: Requirement
  /// How many files are worked on at a time; nil for one a processor.
  let workers: Int?
  /// What ends soon, and whether that counts.
  let endings: TrustEndings
  let expiry: ExpiryOptions
  /// Lists that were not given and could know an agency of a jurisdiction, by their names.
  let missingLists: @Sendable (_ jurisdiction: String) -> [String]

  /// Judges every file, and says how the run ends.
  func run() throws -> ExitCode {
    var rest = files[...]
    var code = ExitCode.success
    try Console.write(report.header)
    var isFirst = true
    var tally = ConclusionTally()
    var lacksList = false
    var missing: [String] = []
    _ = try Crew(workers: workers).run(
      draw: { _ in rest.popFirst().map { .job($0) } ?? .end },
      context: { verifier.session() },
      work: { (path: FilePath, session: inout VerifierSession) in
        let verdict =
          segments.isEmpty
          ? session.verify(path, sidecar: sidecar) : session.prove(path, segments: segments).verdict
        let evidence = report.tellsEvidence ? session.evidence(of: verdict, at: path) : []
        return (path, verdict, report.entry(verdict, at: path, evidence: evidence))
      },
      deliver: { (path: FilePath, verdict: Verdict, entry: [UInt8]) throws(Failure) in
        // Of a file that is not there the error says all.
        let isThere =
          report.format != .text || verdict.integrity != .unreadable || FileNode(path) != nil
        if !entry.isEmpty, isThere {
          try Console.write(isFirst ? entry : report.separator + entry)
          isFirst = false
        }
        let conclusion = verdict.conclusion(for: requirement)
        let outcome = ExitCode(conclusion)
        tally.add(conclusion)
        lacksList = lacksList || verdict.lacksGovernmentList
        if let claim = verdict.statement?.claim, verdict.origin?.agency == nil {
          missing += missingLists(claim.jurisdiction).filter { !missing.contains($0) }
        }
        report.name(path, verdict, conclusion)
        report.noteReport(path, verdict)
        if outcome == .incomplete {
          Console.report(Failure(unjudged: verdict, at: path, label: sidecar))
        }
        code = code.combined(with: outcome)
      })
    code = endings.code(code, expiry)
    tally.code = code
    if !isFirst || report.format != .text { try Console.write(report.footer(tally)) }
    if lacksList { report.noteMissingList() }
    report.noteMissing(missing)
    return code
  }
}
