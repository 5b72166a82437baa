import BroadsealNotes
package import BroadsealProvenance

/// The statuses of one manifest, in the order in which the checks found them.
package struct StatusLog: Sendable {
  /// Every status so far.
  package private(set) var entries: [Status] = []

  /// A log without statuses.
  package init() {}

  /// Notes a status.
  package mutating func add(_ code: StatusCode, at place: String?, _ detail: String? = nil) {
    entries.append(Status(code, at: place, detail))
  }

  /// Notes every status of another log.
  package mutating func add(_ other: StatusLog) {
    entries.append(contentsOf: other.entries)
  }

  /// Whether a code was noted.
  package func has(_ code: StatusCode) -> Bool {
    entries.contains { $0.code == code }
  }

  /// Whether a failure was noted.
  package var hasFailure: Bool { entries.contains { $0.code.kind == .failure } }

  /// The failures, in order.
  package var failures: [Status] { entries.filter { $0.code.kind == .failure } }

  func statuses(_ kind: StatusCode.Kind) -> [C2PAStatus] {
    entries.lazy.filter { $0.code.kind == kind }.map(C2PAStatus.init)
  }
}
