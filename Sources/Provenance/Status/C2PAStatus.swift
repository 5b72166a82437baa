package import BroadsealCBOR

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
