import CBroadsealOpenSSL
import Glibc

/// An open connection as OpenSSL's client reads and writes it.
@safe struct HTTPConnection: ~Copyable {
  let stream: OpaquePointer
  /// What the stream lets pass.
  let meter: HTTPMeter

  /// Takes over a connected socket, and proves the server's identity when the address is a secure
  /// one.
  init(
    _ descriptor: Int32, to address: HTTPAddress, trust: TLSTrust, by deadline: Deadline
  ) throws(HTTPError) {
    guard let socket = unsafe BIO_new_socket(descriptor, BIO_CLOSE) else {
      close(descriptor)
      throw HTTPError(.unreachable, "no memory for a connection")
    }
    let meter = HTTPMeter(deadline)
    unsafe meter.attach(to: socket, counts: !address.isSecure)
    guard address.isSecure else {
      self.meter = meter
      unsafe stream = unsafe socket
      return
    }
    let secured: OpaquePointer
    do throws(HTTPError) {
      unsafe secured = try unsafe Self.secured(socket, address, trust, deadline)
    } catch {
      // The stream is gone; until here its meter had to stay.
      throw withExtendedLifetime(meter) { error }
    }
    unsafe meter.attach(to: secured, counts: true)
    self.meter = meter
    unsafe stream = unsafe secured
  }

  deinit { withExtendedLifetime(meter) { unsafe BIO_free_all(stream) } }

  /// A TLS connection over `socket`, which it owns whatever happens.
  private static func secured(
    _ socket: OpaquePointer, _ address: HTTPAddress, _ trust: TLSTrust, _ deadline: Deadline
  ) throws(HTTPError) -> OpaquePointer {
    let settings: SSLSettings
    do throws(OpenSSLError) {
      settings = try trust.context()
    } catch {
      unsafe BIO_free_all(socket)
      throw HTTPError(.identity, error.description)
    }
    guard let filter = unsafe BIO_new_ssl(settings.pointer, 1) else {
      unsafe BIO_free_all(socket)
      throw HTTPError(.identity, "TLS cannot be used")
    }
    let whole = unsafe BIO_push(filter, socket)
    guard let session = unsafe shim_BIO_get_ssl(filter),
      unsafe Self.expect(address.name, in: session)
    else {
      unsafe BIO_free_all(whole)
      throw HTTPError(.identity, "TLS cannot be used")
    }
    while unsafe shim_BIO_do_handshake(whole) != 1 {
      if unsafe shim_BIO_should_retry(whole) == 1, unsafe wait(for: whole, deadline) { continue }
      let verified = unsafe SSL_get_verify_result(session)
      let detail = OpenSSLError.draining("connect").reasons.last ?? "no answer in time"
      let reason =
        verified == X509_V_OK
        ? detail
        : unsafe X509_verify_cert_error_string(verified).map { unsafe String(cString: $0) }
          ?? detail
      unsafe BIO_free_all(whole)
      throw HTTPError(
        verified == X509_V_OK ? .unreachable : .identity,
        verified == X509_V_OK
          ? "no TLS connection to \(address.host): \(reason)"
          : "\(address.host) cannot prove who it is: \(reason)")
    }
    return unsafe whole ?? socket
  }

  /// Asks for the server of that name, or with that address, and for nobody else.
  private static func expect(_ name: String, in session: OpaquePointer) -> Bool {
    let isAddress = unsafe X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), name) == 1
    ERR_clear_error()
    if isAddress { return true }
    return unsafe SSL_set1_host(session, name) == 1 && shim_SSL_set_server_name(session, name) == 1
  }

  /// Waits until the connection can go on; false when the time is up.
  static func wait(for stream: OpaquePointer?, _ deadline: Deadline) -> Bool {
    guard !deadline.isOver else { return false }
    let descriptor = unsafe shim_BIO_get_fd(stream)
    let events = unsafe shim_BIO_should_write(stream) == 1 ? POLLOUT : POLLIN
    var watched = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    return unsafe poll(&watched, 1, deadline.milliseconds) > 0
  }
}
