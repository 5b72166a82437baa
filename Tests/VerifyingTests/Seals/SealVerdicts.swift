import BroadsealBytes
import BroadsealVerifying
import TestSupport
import Testing

/// What is said of each file of the corpus of sealed PDFs, judged once and by one session for all tests.
enum SealVerdicts {
  /// Verdicts by path.
  static let all = Result {
    let session = try Verifier(
      trust: .nobody(), at: #require(UTCTime(year: 2026, month: 11, day: 28))
    ).session()
    return Dictionary(
      uniqueKeysWithValues: SealRow.all.map { row in
        (row.path, session.verify(FilePath((Corpus.folder ?? "") + "/" + row.path)))
      })
  }
}
