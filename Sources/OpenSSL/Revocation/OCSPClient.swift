import CBroadsealOpenSSL

/// Asks an OCSP responder about one certificate (RFC 6960, appendix A).
package enum OCSPClient {
  /// What `client`'s responder answers about `certificate`, issued by `issuer`: proved to be about it,
  /// and to come from the issuer or a responder it appointed.
  ///
  /// - Throws: `HTTPError`; of kind `answer` for an answer that proves nothing.
  package static func ask(
    _ client: HTTPClient, about certificate: Certificate, issuer: Certificate
  ) throws(HTTPError) -> OCSPResponse {
    let request: [UInt8]
    do throws(OpenSSLError) {
      request = try Self.request(certificate, issuer)
    } catch { throw HTTPError(.answer, error.description) }
    let reply = try client.post(
      request, type: "application/ocsp-request", replyType: "application/ocsp-response",
      maximum: OCSPResponse.maximumSize)
    let response: OCSPResponse
    do throws(OpenSSLError) {
      response = try OCSPResponse(der: reply)
    } catch { throw HTTPError(.answer, error.description) }
    guard response.answer(for: certificate, issuer: issuer) != nil else {
      throw HTTPError(
        .answer, "\(client.address.host) answered nothing about the certificate that can be proved")
    }
    return response
  }

  /// The certificate is named by SHA-1, which is what every responder understands (RFC 5019 §2.1.1);
  /// nothing depends on its strength.
  private static func request(
    _ certificate: Certificate, _ issuer: Certificate
  ) throws(OpenSSLError) -> [UInt8] {
    let operation = "make OCSP request"
    ERR_clear_error()
    let request = try unsafe Handle(OCSP_REQUEST_new(), OCSP_REQUEST_free, operation)
    guard
      let name = unsafe OCSP_cert_to_id(EVP_sha1(), certificate.pointer, issuer.pointer)
    else { throw OpenSSLError.draining(operation) }
    guard unsafe OCSP_request_add0_id(request.pointer, name) != nil else {
      unsafe OCSP_CERTID_free(name)
      throw OpenSSLError.draining(operation)
    }
    return try unsafe DER.encode(operation) { unsafe i2d_OCSP_REQUEST(request.pointer, $0) }
  }
}
