import BroadsealJUMBF
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

/// Where statuses of one manifest are about: absolute JUMBF URIs (C2PA 2.4 §8.4.2).
struct Place: Sendable {
  /// URI of the manifest.
  let manifest: String

  init(manifest label: String) {
    manifest = "self#jumbf=/c2pa/" + label
  }

  /// URI of the claim's signature.
  var signature: String { manifest + "/c2pa.signature" }

  /// URI of the claim.
  func claim(version: Int) -> String {
    manifest + (version == 1 ? "/c2pa.claim" : "/c2pa.claim.v2")
  }

  /// URI of an assertion.
  func assertion(_ label: String) -> String {
    manifest + "/c2pa.assertions/" + label
  }
}
