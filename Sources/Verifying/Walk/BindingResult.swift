import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

/// What came of the hard binding.
struct BindingResult: Sendable {
  /// Its statuses.
  let log: StatusLog
  /// Whether the bytes that are left out of the hash are the store's and no others, but those that
  /// the format's profile names.
  let isExact: Bool
  /// SHA-256 of the whole file in lower-case hex, when it was found in the same pass.
  let sha256: String?
  /// What is left out of the hash beside the store; nil for a binding that does not hold.
  let leftOut: [ByteRange]?
  /// In which ways the binding is not of the form that its format asks for.
  let deviations: [Note]
  /// What this tool cannot check; then nothing is known of the bytes.
  let limit: String?

  /// A binding that could not be compared.
  init(log: StatusLog, limit: String? = nil) {
    self.log = log
    self.limit = limit
    isExact = false
    leftOut = nil
    sha256 = nil
    deviations = []
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
    for status in outcome.statuses { log.add(status.code, at: place, status.detail) }
    self.log = log
    isExact = outcome.onlyStoreExcluded
    leftOut = outcome.matches ? outcome.leftOut : nil
    deviations = outcome.deviations
    sha256 = outcome.fileDigest?.hex
    limit = nil
  }
}
