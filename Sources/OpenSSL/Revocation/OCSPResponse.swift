package import BroadsealBytes
import CBroadsealOpenSSL

/// An OCSP response (RFC 6960 §4.2), read but not proved.
///
/// Sendable: OpenSSL's object is never changed after `init`.
@safe package final class OCSPResponse: @unchecked Sendable {
  /// The response in DER, as received.
  package let der: [UInt8]
  /// When it was signed.
  package let producedAt: UTCTime
  /// Whether the bytes are the one encoding of what was read, so that nothing hides between.
  let isDistinguished: Bool
  let pointer: OpaquePointer

  /// Largest response that is read, in bytes.
  package static let maximumSize = 1 << 16

  /// Reads a successful basic response and nothing after it.
  package init(der: [UInt8]) throws(OpenSSLError) {
    let operation = "read OCSP response"
    ERR_clear_error()
    guard der.count <= Self.maximumSize else {
      throw OpenSSLError(operation: operation, reasons: ["too large"])
    }
    let decoded = unsafe DER.decode(der) { unsafe d2i_OCSP_RESPONSE(nil, $0, $1) }
    guard let (read, unread) = unsafe decoded else { throw OpenSSLError.draining(operation) }
    let response = try unsafe Handle(read, OCSP_RESPONSE_free, operation)
    guard unread == 0 else {
      throw OpenSSLError(operation: operation, reasons: ["trailing bytes"])
    }
    let status = unsafe OCSP_response_status(response.pointer)
    guard status == OCSP_RESPONSE_STATUS_SUCCESSFUL else {
      throw OpenSSLError(operation: operation, reasons: ["the responder answered \(status)"])
    }
    let basic = try unsafe Handle(
      OCSP_response_get1_basic(response.pointer), OCSP_BASICRESP_free, operation)
    guard let time = unsafe DER.time(OCSP_resp_get0_produced_at(basic.pointer)) else {
      throw OpenSSLError(operation: operation, reasons: ["invalid time"])
    }
    let outer = try? unsafe DER.encode(operation) {
      unsafe i2d_OCSP_RESPONSE(response.pointer, $0)
    }
    let inner = try unsafe DER.encode(operation) { unsafe i2d_OCSP_BASICRESP(basic.pointer, $0) }
    // The one ends with the other: `responseBytes` is the last member of the outer sequence.
    isDistinguished = outer == der && der.suffix(inner.count) == inner[...]
    self.der = der
    producedAt = time
    unsafe pointer = unsafe basic.take()
  }

  deinit { unsafe OCSP_BASICRESP_free(pointer) }
}
