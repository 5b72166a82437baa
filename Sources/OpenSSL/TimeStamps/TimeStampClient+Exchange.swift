import COpenSSL
import Glibc

extension TimeStampClient {
  /// Sends one request and returns the body of the answer.
  func exchange(_ request: [UInt8]) throws(TimeStampError) -> [UInt8] {
    ERR_clear_error()
    defer { ERR_clear_error() }
    let descriptor = try connect()
    do throws(OpenSSLError) {
      let connection = try unsafe Handle(
        BIO_new_socket(descriptor, BIO_CLOSE), BIO_free_all, "ask \(host)")
      let body = try MemoryBIO(request)
      let reply = unsafe BrokenPipe.ignored {
        unsafe OSSL_HTTP_transfer(
          nil, host, port, path, 0, nil, nil, connection.pointer, connection.pointer, nil, nil, 0,
          nil,
          TimeStampRequest.mediaType, body.pointer, Self.replyType, 1, Self.maximumReply,
          Int32(timeout), 0)
      }
      guard let reply = unsafe reply else { throw OpenSSLError.draining("ask \(host)") }
      return unsafe MemoryBIO(owning: reply).bytes
    } catch { throw TimeStampError(.unavailable, error.description) }
  }
}
