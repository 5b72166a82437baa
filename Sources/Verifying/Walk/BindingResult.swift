import BroadsealBinding
import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

/// Why a binding could not be checked to its end.
enum BindingFault: Error {
  /// The content is at fault.
  case problem(Problem)
  /// The file could not be read.
  case source(SourceError)

  init(_ error: HashingError) {
    switch error {
    case .source(let fault): self = .source(fault)
    case .cryptography(let fault):
      self = .problem(Problem(.generalError, "the file could not be hashed: \(fault)"))
    }
  }
}

/// What came of the hard binding.
struct BindingResult: Sendable {
  /// Its statuses.
  let log: StatusLog
  /// Whether the bytes that are left out of the hash are the store's and no others, but those that
  /// the format's profile names.
  let isExact: Bool
  /// SHA-256 of the whole file in lower-case hex, when it was found in the same pass.
  var sha256: String?
  /// What is left out of the hash beside the store; nil for a binding that does not hold.
  let leftOut: [ByteRange]?
  /// In which ways the binding is not of the form that its format asks for.
  let deviations: [Note]
  /// What this tool cannot check; then nothing is known of the bytes.
  let limit: String?

  /// Whether nobody looked, since only the label is of interest.
  var isAssumed = false

  /// A binding that nobody looked at.
  static let assumed = {
    var result = BindingResult(StatusLog(), isExact: true)
    result.isAssumed = true
    return result
  }()

  private init(_ log: StatusLog, isExact: Bool) {
    self.log = log
    self.isExact = isExact
    limit = nil
    leftOut = nil
    sha256 = nil
    deviations = []
  }

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
  init(_ outcome: BindingOutcome, at place: String, deviations: [Note] = []) {
    var log = StatusLog()
    for status in outcome.statuses { log.add(status.code, at: place, status.detail) }
    self.log = log
    isExact = outcome.onlyStoreExcluded
    leftOut = outcome.matches ? outcome.leftOut : nil
    self.deviations = outcome.deviations + deviations
    sha256 = outcome.fileDigest?.hex
    limit = nil
  }
}

extension BindingResult {
  /// What is said when `parts` were asked too: that they hold, and nothing of the whole; or both failures.
  func replaced(by parts: BindingResult) -> BindingResult {
    var result = parts
    if parts.leftOut == nil, parts.limit == nil {
      var log = log
      log.add(parts.log)
      result = BindingResult(log: log)
    }
    result.sha256 = sha256
    return result
  }
}
