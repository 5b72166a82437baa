package import BroadsealCBOR

/// A validation status as a claim generator recorded it (C2PA 2.4 §15.2.2, status-map).
package struct RecordedStatus: Hashable, Sendable {
  /// The code as received; writers have codes of their own too.
  package let code: String
  /// JUMBF URI of what it is about.
  package let url: String?
  /// Free text: an attacker's in an unproved manifest.
  package let explanation: String?

  /// A status to record.
  package init(code: String, url: String? = nil, explanation: String? = nil) {
    self.code = code
    self.url = url
    self.explanation = explanation
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
