package import BroadsealBytes
import CBroadsealOpenSSL

extension TimeStampAuthority {
  /// The whole response to a request in DER, as an authority would send it.
  package func respond(to request: [UInt8], at time: UTCTime) throws(TimeStampError) -> [UInt8] {
    do throws(OpenSSLError) {
      return try response(to: request, at: time)
    } catch { throw TimeStampError(.unavailable, error.description) }
  }

  private func response(to request: [UInt8], at time: UTCTime) throws(OpenSSLError) -> [UInt8] {
    let operation = "make time stamp"
    ERR_clear_error()
    defer { ERR_clear_error() }
    let context = try unsafe Handle(TS_RESP_CTX_new(), TS_RESP_CTX_free, operation)
    let object = try unsafe Handle(OBJ_txt2obj(policy, 1), ASN1_OBJECT_free, operation)
    let stack = try unsafe Handle(shim_sk_X509_new(), shim_sk_X509_free, operation)
    for item in chain {
      guard unsafe shim_sk_X509_push(stack.pointer, item.pointer) > 0 else {
        throw OpenSSLError.draining(operation)
      }
    }
    guard unsafe TS_RESP_CTX_set_signer_cert(context.pointer, certificate.pointer) == 1,
      unsafe TS_RESP_CTX_set_signer_key(context.pointer, key.pointer) == 1,
      unsafe TS_RESP_CTX_set_certs(context.pointer, stack.pointer) == 1,
      unsafe TS_RESP_CTX_set_def_policy(context.pointer, object.pointer) == 1,
      unsafe TS_RESP_CTX_set_signer_digest(context.pointer, signerDigest.implementation) == 1,
      unsafe TS_RESP_CTX_set_ess_cert_id_digest(
        context.pointer, DigestAlgorithm.sha256.implementation) == 1
    else { throw OpenSSLError.draining(operation) }
    for algorithm in DigestAlgorithm.allCases {
      guard unsafe TS_RESP_CTX_add_md(context.pointer, algorithm.implementation) == 1 else {
        throw OpenSSLError.draining(operation)
      }
    }
    unsafe TS_RESP_CTX_set_serial_cb(context.pointer, Self.randomSerial, nil)
    var seconds = Int(time.secondsSinceEpoch)
    let stream = try MemoryBIO(request)
    let made = unsafe withUnsafeMutablePointer(to: &seconds) { seconds in
      unsafe TS_RESP_CTX_set_time_cb(context.pointer, Self.givenTime, seconds)
      return unsafe TS_RESP_create_response(context.pointer, stream.pointer)
    }
    let response = try unsafe Handle(made, TS_RESP_free, operation)
    return try unsafe DER.encode(operation) { unsafe i2d_TS_RESP(response.pointer, $0) }
  }

  /// The hash that fits the key's strength.
  private var signerDigest: DigestAlgorithm {
    key.defaultAlgorithm?.digest ?? .sha256
  }

  private static let givenTime: TS_time_cb = { _, argument, seconds, microseconds in
    guard let argument = unsafe argument else { return 0 }
    unsafe seconds?.pointee = unsafe argument.load(as: Int.self)
    unsafe microseconds?.pointee = 0
    return 1
  }

  private static let randomSerial: TS_serial_cb = { _, _ in
    guard var bytes = try? Random.bytes(16), let serial = unsafe ASN1_INTEGER_new() else {
      return nil
    }
    bytes[0] = bytes[0] & 0x3F | 0x40
    guard unsafe ASN1_STRING_set(serial, bytes, Int32(bytes.count)) == 1 else {
      unsafe ASN1_INTEGER_free(serial)
      return nil
    }
    return unsafe serial
  }
}
