package import BroadsealBytes
import CBroadsealOpenSSL

/// A time stamp authority on this machine, for networks without one and for demonstrations.
package struct TimeStampAuthority: Sendable {
  let key: PrivateKey
  /// Its certificate.
  package let certificate: Certificate
  /// The certificates above it that its tokens bring along.
  package let chain: [Certificate]
  let policy: String

  /// Policy of tokens when none is named: under the enterprise number kept for examples (RFC 5612),
  /// so that it promises nothing.
  package static let defaultPolicy = "1.3.6.1.4.1.32473.1"

  /// An authority whose tokens bring `certificate` and `chain` along.
  ///
  /// Throws `credentialInvalid` when the certificate's purpose is not critically and only time
  /// stamping, and `unavailable` when the key is not the certificate's or cannot sign CMS.
  package init(
    key: PrivateKey, certificate: Certificate, chain: [Certificate] = [],
    policy: String = defaultPolicy
  ) throws(TimeStampError) {
    try TimeStampToken.requireMayStamp(certificate)
    guard key.belongs(to: certificate) else {
      throw TimeStampError(.unavailable, "the authority's key is not that of its certificate")
    }
    switch key.publicKey.kind {
    case .rsa, .ec: break
    default:
      throw TimeStampError(
        .unavailable, "a key of type \(key.publicKey.kind) cannot sign time stamps")
    }
    self.key = key
    self.certificate = certificate
    self.chain = chain
    self.policy = policy
  }

  /// A token that says that `digest` existed at `time`.
  package func stamp(
    _ digest: Digest, at time: UTCTime, nonce: [UInt8]? = nil
  ) throws(TimeStampError) -> TimeStampToken {
    let response = try respond(to: TimeStampRequest.der(digest, nonce: nonce), at: time)
    return try TimeStampToken(TimeStampEnvelope.open(response).token)
  }
}

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
