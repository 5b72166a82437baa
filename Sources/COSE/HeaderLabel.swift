import BroadsealCBOR

/// Labels of the header parameters that C2PA uses (RFC 9052 §3.1, RFC 9360, C2PA 2.4 §14).
package enum HeaderLabel {
  /// `alg`, always protected.
  package static let algorithm: Int64 = 1
  /// `crit`: labels a reader must understand.
  package static let critical: Int64 = 2
  /// `content type`: what the payload is.
  package static let contentType: Int64 = 3
  /// `x5chain` (RFC 9360).
  package static let x5chain: Int64 = 33
  /// `x5chain` as C2PA 1.x wrote it.
  package static let x5chainText = "x5chain"
  /// Time stamp over the signature.
  package static let timeStamp = "sigTst2"
  /// Time stamp over the claim, as C2PA 1.x wrote it.
  package static let timeStampV1 = "sigTst"
  /// Stapled revocation values.
  package static let revocationValues = "rVals"
  /// Zero bytes that keep the signature at its reserved size.
  package static let padding = "pad"
  /// A second one, where one byte string cannot reach the size.
  package static let secondPadding = "pad2"
}

extension Value {
  /// How a label is shown in messages.
  var labelText: String { text.map { "\"\($0)\"" } ?? integer.map(String.init) ?? "bytes" }
}
