package import BroadsealCBOR

/// One result of a check, under a code of the standards.
package struct Status: Hashable, Sendable {
  /// The standard's own code.
  package let code: StatusCode
  /// JUMBF URI of the box it is about, absolute where it can be.
  package let place: String?
  /// What was found, in lower case and without a full stop; nil when the code says it all.
  package let detail: String?

  /// A result under `code`.
  package init(_ code: StatusCode, at place: String? = nil, _ detail: String? = nil) {
    self.code = code
    self.place = place
    self.detail = detail
  }

  /// The result that a problem amounts to.
  package init(_ problem: Problem, at place: String? = nil) {
    self.init(problem.code, at: place, problem.reason)
  }
}

/// Content of a manifest that does not follow the standard, under the code the standard gives it.
///
/// Thrown where a value is read into its type, and kept as the failure of what could not be read.
package struct Problem: Error, Hashable, Sendable {
  /// The standard's own code.
  package let code: StatusCode
  /// What is wrong, in lower case and without a full stop.
  package let reason: String

  /// A problem under `code`.
  package init(_ code: StatusCode, _ reason: String) {
    self.code = code
    self.reason = reason
  }
}

/// One validation status of the standard (C2PA §15.2.2): what a verifier found, or what a claim
/// generator recorded.
public struct C2PAStatus: Sendable, Hashable {
  /// The code as it is spelled: `assertion.dataHash.match`. Writers have codes of their own too.
  public let code: String
  /// JUMBF URI of the box that the status is about, absolute where it can be.
  public let url: String?
  /// One short sentence in English, in lower case and without a full stop. What was recorded is
  /// free text: an attacker's in an unproved manifest.
  public let explanation: String?
  /// The code, where it is one of the standards'.
  package let known: StatusCode?

  /// A status under a code of the standard, or under a writer's own.
  public init(code: String, url: String? = nil, explanation: String? = nil) {
    self.code = code
    self.url = url
    self.explanation = explanation
    known = StatusCode(named: code)
  }

  /// What a check found.
  package init(_ status: Status) {
    code = status.code.name
    url = status.place
    explanation = status.detail
    known = status.code
  }

  /// Reads a status-map; nil without a code.
  package init?(_ value: CBOR.Value) {
    guard let code = value["code"]?.text else { return nil }
    self.init(code: code, url: value["url"]?.text, explanation: value["explanation"]?.text)
  }

  /// The map as it is written.
  package var asValue: CBOR.Value {
    .map(
      CBOR.Map([
        ("code", .text(code)), ("url", url.map(CBOR.Value.text)),
        ("explanation", explanation.map(CBOR.Value.text)),
      ]))
  }
}
