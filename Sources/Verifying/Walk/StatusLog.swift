package import BroadsealProvenance

/// The statuses of one manifest, in the order in which the checks found them.
package struct StatusLog: Sendable {
  /// One status and the box that it is about.
  package struct Entry: Sendable {
    /// The standard's code.
    package let code: StatusCode
    /// JUMBF URI of the box, absolute.
    package let place: String
    /// One short sentence in lower case, without a full stop.
    package let explanation: String?

    var asStatus: C2PAStatus {
      C2PAStatus(code: code.rawValue, url: place, explanation: explanation)
    }
  }

  /// Every status so far.
  package private(set) var entries: [Entry] = []

  /// A log without statuses.
  package init() {}

  /// Notes a status.
  package mutating func add(_ code: StatusCode, at place: String, _ explanation: String? = nil) {
    entries.append(Entry(code: code, place: place, explanation: explanation))
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
  package var failures: [Entry] { entries.filter { $0.code.kind == .failure } }

  func statuses(_ kind: StatusCode.Kind) -> [C2PAStatus] {
    entries.filter { $0.code.kind == kind }.map(\.asStatus)
  }
}
