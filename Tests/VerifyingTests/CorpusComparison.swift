import BroadsealBytes
import BroadsealDocuments
import BroadsealVerifying
import TestSupport

/// Every foreign file that both foreign verifiers agree on and whose format is read, each judged once.
struct CorpusComparison: Sendable {
  let row: CorpusRow
  let verdict: Verdict

  /// Formats that are read, by the names that the corpus has for them.
  private static let formats = Set(
    FormatEvidence.all.filter(\.format.isRead).flatMap { evidence -> [String] in
      guard case .named(let names) = evidence.corpus else { return [] }
      return names
    })

  /// The rows.
  static let rows = CorpusRow.all.filter {
    formats.contains($0.format) && $0.agreement == "agreed" && !unvouched.contains($0.name)
  }

  /// Files of expired signers whose stamps are by authorities that no list of the corpus holds: the foreign
  /// verifiers believe any authority where they are given none.
  private static let unvouched: Set<String> = [
    "heic/TrustNXT+c2pa-ts__trustnxt-icon-signed-v2-bmff.heic"
  ]

  /// The verdicts by path.
  static let all: Result<[String: CorpusComparison], any Error> = Result {
    let session = try CorpusTrust.verifier().session()
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let verdict = session.verify(FilePath((Corpus.folder ?? "") + "/" + row.path))
        return (row.path, CorpusComparison(row: row, verdict: verdict))
      })
  }

  /// Our state; `None` without a label.
  var state: String { verdict.c2pa.state?.rawValue ?? "None" }

  /// Whether we accept the file.
  var accepts: Bool { verdict.c2pa.state == .valid || verdict.c2pa.state == .trusted }

  /// Our failure codes on the active manifest.
  var codes: Set<String> { Set(verdict.c2pa.failure.map(\.code)) }

  /// Ours beyond theirs, and theirs beyond ours; nil where c2pa-rs gives no codes.
  var difference: (more: Set<String>, less: Set<String>)? {
    guard row.hasCodes else { return nil }
    return (codes.subtracting(row.failures), row.failures.subtracting(codes))
  }
}
