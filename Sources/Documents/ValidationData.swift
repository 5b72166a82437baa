/// What a document brings along to judge its signatures with (ISO 32000-2 §12.8.4.3, the document
/// security store): anybody may have written it, and nothing of it is proved.
package struct ValidationData: Hashable, Sendable {
  /// Certificates in DER.
  package var certificates: [[UInt8]] = []
  /// OCSP responses in DER.
  package var responses: [[UInt8]] = []
  /// Revocation lists in DER.
  package var revocationLists: [[UInt8]] = []

  /// Nothing.
  package init() {}
}
