import CBroadsealOpenSSL

/// How much work a key file asks for before a passphrase can be tried.
///
/// The number stands in the file, and a file with two thousand million rounds is no safer and cannot be opened: nobody
/// would see why. It is read before anything is tried, as OpenSSL itself reads it.
enum PassphraseWork {
  /// Most rounds, and the most that scrypt's numbers may come to: some seconds.
  static let maximum: Int64 = 10_000_000

  /// Refuses rounds that are too many.
  ///
  /// - Throws: `.tooManyRounds`.
  static func check(rounds: UnsafePointer<ASN1_INTEGER>?) throws(KeyError) {
    guard let rounds = unsafe rounds else { return }
    var count: Int64 = 0
    guard unsafe ASN1_INTEGER_get_int64(&count, rounds) == 1, count <= maximum else {
      throw KeyError.tooManyRounds
    }
  }

  /// The same of an algorithm that encrypts by a passphrase: PBES1 and those of PKCS#12, and PBES2 with PBKDF2 or scrypt
  /// (RFC 8018, RFC 7292 appendix B, RFC 7914). What is no such algorithm is no work.
  static func check(_ algorithm: UnsafePointer<X509_ALGOR>?) throws(KeyError) {
    guard let algorithm = unsafe algorithm else { return }
    defer { ERR_clear_error() }
    if unsafe OBJ_obj2nid(algorithm.pointee.algorithm) == NID_pbes2 {
      guard
        let found = unsafe decode(algorithm, { unsafe d2i_PBE2PARAM(nil, $0, $1) })
      else { return }
      defer { unsafe PBE2PARAM_free(found) }
      try unsafe check(function: found.pointee.keyfunc)
    } else {
      guard let found = unsafe decode(algorithm, { unsafe d2i_PBEPARAM(nil, $0, $1) }) else {
        return
      }
      defer { unsafe PBEPARAM_free(found) }
      try unsafe check(rounds: found.pointee.iter)
    }
  }

  /// The same of an encrypted key (`EncryptedPrivateKeyInfo`, RFC 5958 §3); other bytes are no work.
  static func check(encryptedKey der: [UInt8]) throws(KeyError) {
    defer { ERR_clear_error() }
    let decoded = unsafe DER.decode(der) { unsafe d2i_X509_SIG(nil, $0, $1) }
    guard let (key, _) = unsafe decoded else { return }
    defer { unsafe X509_SIG_free(key) }
    var algorithm: UnsafePointer<X509_ALGOR>?
    unsafe X509_SIG_get0(key, &algorithm, nil)
    try unsafe check(algorithm)
  }

  private static func check(function: UnsafePointer<X509_ALGOR>?) throws(KeyError) {
    guard let function = unsafe function else { return }
    switch unsafe OBJ_obj2nid(function.pointee.algorithm) {
    case NID_id_pbkdf2:
      guard
        let found = unsafe decode(function, { unsafe d2i_PBKDF2PARAM(nil, $0, $1) })
      else { return }
      defer { unsafe PBKDF2PARAM_free(found) }
      try unsafe check(rounds: found.pointee.iter)
    case NID_id_scrypt:
      guard
        let found = unsafe decode(function, { unsafe d2i_SCRYPT_PARAMS(nil, $0, $1) })
      else { return }
      defer { unsafe SCRYPT_PARAMS_free(found) }
      var work: Int64 = 1
      try unsafe multiply(&work, by: found.pointee.costParameter)
      try unsafe multiply(&work, by: found.pointee.blockSize)
      try unsafe multiply(&work, by: found.pointee.parallelizationParameter)
    default: break
    }
  }

  private static func multiply(
    _ work: inout Int64, by number: UnsafePointer<ASN1_INTEGER>?
  ) throws(KeyError) {
    try unsafe check(rounds: number)
    var factor: Int64 = 0
    guard unsafe ASN1_INTEGER_get_int64(&factor, number) == 1 else { return }
    work *= max(1, factor)
    guard work <= maximum else { throw KeyError.tooManyRounds }
  }

  /// The parameters of an algorithm, which are a sequence; nil when they are something else.
  private static func decode<Value>(
    _ algorithm: UnsafePointer<X509_ALGOR>,
    _ read: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> Value?
  ) -> Value? {
    var type: Int32 = 0
    var value: UnsafeRawPointer?
    unsafe X509_ALGOR_get0(nil, &type, &value, algorithm)
    guard type == V_ASN1_SEQUENCE, let value = unsafe value else { return nil }
    let text = unsafe value.assumingMemoryBound(to: ASN1_STRING.self)
    var start = unsafe ASN1_STRING_get0_data(text)
    return unsafe read(&start, Int(ASN1_STRING_length(text)))
  }
}
