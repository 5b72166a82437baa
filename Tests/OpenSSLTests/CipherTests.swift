import BroadsealBytes
import BroadsealOpenSSL
import Testing

/// Vectors of the standards themselves.
@Suite("Ciphers that encrypted documents prescribe")
struct CipherTests {
  private func bytes(_ text: String) -> [UInt8] { Hex.decode(text) ?? [] }

  @Test(
    "AES-CBC gives the results of NIST SP 800-38A, F.2",
    arguments: [
      ("2b7e151628aed2a6abf7158809cf4f3c", "7649abac8119b246cee98e9b12e9197d"),
      (
        "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
        "f58c4c04d6e5f1ba779eabfb5f7bfbd6"
      ),
    ])
  func blocks(key: String, expected: String) throws {
    let vector = bytes("000102030405060708090a0b0c0d0e0f")
    let plain = bytes("6bc1bee22e409f96e93d7e117393172a")
    let sealed = try AESCBC.encrypt(plain, key: bytes(key), vector: vector, padded: false)
    #expect(Hex.encode(sealed) == expected)
    #expect(try AESCBC.decrypt(sealed, key: bytes(key), vector: vector, padded: false) == plain)
  }

  @Test("padding fills the last block and is checked", arguments: [0, 1, 15, 16, 17])
  func padding(count: Int) throws {
    let key = [UInt8](repeating: 7, count: 16)
    let plain = [UInt8](repeating: 9, count: count)
    let sealed = try AESCBC.encrypt(plain, key: key, vector: key, padded: true)
    #expect(sealed.count == (count / 16 + 1) * 16)
    #expect(try AESCBC.decrypt(sealed, key: key, vector: key, padded: true) == plain)
    #expect(throws: OpenSSLError.self) {
      try AESCBC.decrypt(Array(sealed.dropLast()), key: key, vector: key, padded: true)
    }
  }

  @Test("keys and vectors of other lengths are refused")
  func lengths() {
    for (key, vector) in [(15, 16), (24, 16), (16, 15), (0, 0)] {
      #expect(throws: OpenSSLError.self) {
        try AESCBC.encrypt(
          [], key: [UInt8](repeating: 0, count: key),
          vector: [UInt8](repeating: 0, count: vector), padded: true)
      }
    }
  }

  @Test(
    "MD5 gives the results of RFC 1321, A.5",
    arguments: [
      ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    ])
  func digest(text: String, expected: String) throws {
    #expect(Hex.encode(try MD5.of(Array(text.utf8))) == expected)
  }

  @Test("RC4 gives the results of RFC 6229, section 2, and undoes itself")
  func stream() {
    let key = bytes("0102030405060708090a0b0c0d0e0f10")
    let zeros = [UInt8](repeating: 0, count: 16)
    let stream = RC4.apply(key, to: zeros)
    #expect(Hex.encode(stream) == "9ac7cc9a609d1ef7b2932899cde41b97")
    #expect(RC4.apply(key, to: stream) == zeros)
  }
}
