import BroadsealOpenSSL

/// One crypt filter's way to encrypt (ISO 32000-2 §7.6.3, §7.6.6).
enum PDFCipher: Hashable, Sendable {
  /// Not at all.
  case identity
  /// `V2`: RC4 with a key for each object.
  case rc4
  /// `AESV2`: AES-128-CBC with a key for each object.
  case aes128
  /// `AESV3`: AES-256-CBC with the file's key.
  case aes256

  /// The data of an object as they were before encryption.
  func decrypt(
    _ data: [UInt8], of reference: PDFReference, key: [UInt8]
  ) throws(OpenSSLError) -> [UInt8] {
    switch self {
    case .identity: return data
    case .rc4: return RC4.apply(try objectKey(reference, key), to: data)
    case .aes128, .aes256:
      guard data.count >= 2 * AESCBC.blockSize else {
        throw OpenSSLError(operation: "decrypt", reasons: ["no room for vector and padding"])
      }
      return try AESCBC.decrypt(
        Array(data.dropFirst(AESCBC.blockSize)), key: try objectKey(reference, key),
        vector: Array(data.prefix(AESCBC.blockSize)), padded: true)
    }
  }

  /// The data as they have to stand in an object.
  ///
  /// The vector is a hash of what it is used for: it repeats only where everything repeats, so an
  /// update comes out the same each time it is written.
  func encrypt(
    _ data: [UInt8], of reference: PDFReference, key: [UInt8]
  ) throws(OpenSSLError) -> [UInt8] {
    switch self {
    case .identity: return data
    case .rc4: return RC4.apply(try objectKey(reference, key), to: data)
    case .aes128, .aes256:
      let own = try objectKey(reference, key)
      let seed = own + Array(reference.text.utf8) + data
      let vector = Array(try Digest.of(seed, .sha256).bytes.prefix(AESCBC.blockSize))
      return vector + (try AESCBC.encrypt(data, key: own, vector: vector, padded: true))
    }
  }

  /// Algorithm 1 of ISO 32000-2 §7.6.3.2; AES-256 uses the file's key as it is.
  private func objectKey(
    _ reference: PDFReference, _ key: [UInt8]
  ) throws(OpenSSLError) -> [UInt8] {
    if self == .aes256 { return key }
    var seed = key
    for shift in [0, 8, 16] { seed.append(UInt8(truncatingIfNeeded: reference.number >> shift)) }
    for shift in [0, 8] { seed.append(UInt8(truncatingIfNeeded: reference.generation >> shift)) }
    if self == .aes128 { seed += Array("sAlT".utf8) }
    return Array(try MD5.of(seed).prefix(min(key.count + 5, 16)))
  }
}
