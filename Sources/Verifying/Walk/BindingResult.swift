import Binding
import OpenSSL
import Provenance

/// What came of the hard binding.
struct BindingResult: Sendable {
  /// Its statuses.
  let log: StatusLog
  /// Whether the bytes that are left out of the hash are the store's and no others, but those that
  /// the format's profile names.
  let isExact: Bool
  /// SHA-256 of the whole file in lower-case hex, when it was found in the same pass.
  let sha256: String?
  /// What this tool cannot check; then nothing is known of the bytes.
  let limit: String?

  /// A binding that could not be compared.
  init(log: StatusLog, limit: String? = nil) {
    self.log = log
    self.limit = limit
    isExact = false
    sha256 = nil
  }

  /// A binding at fault.
  init(_ problem: Problem, at place: String, limit: String? = nil) {
    var log = StatusLog()
    log.add(problem.code, at: place, problem.reason)
    self.init(log: log, limit: limit)
  }

  /// A binding that was compared.
  init(_ outcome: BindingOutcome, at place: String) {
    var log = StatusLog()
    for status in outcome.statuses { log.add(status.code, at: place, status.explanation) }
    self.log = log
    isExact = outcome.onlyStoreExcluded
    sha256 = outcome.fileDigest?.hex
    limit = nil
  }
}
