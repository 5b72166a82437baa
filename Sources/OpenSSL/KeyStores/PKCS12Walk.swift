import CBroadsealOpenSSL

/// The walk over a PKCS#12 file: the parts of its authenticated safe, and the bags in each (RFC 7292 §4). What becomes
/// of them is said by whoever walks.
enum PKCS12Walk {
  /// Bags in each other that are followed. OpenSSL follows them as deep as they go; no tool nests them at all.
  private static let maximumDepth = 16

  /// Visits each part of `store`, with the type of its content.
  ///
  /// - Returns: whether the file has parts that can be read.
  static func parts(
    of store: OpaquePointer,
    _ visit: (_ part: UnsafeMutablePointer<PKCS7>, _ type: Int32) throws(KeyError) -> Void
  ) throws(KeyError) -> Bool {
    guard let parts = unsafe PKCS12_unpack_authsafes(store) else { return false }
    defer {
      unsafe OPENSSL_sk_pop_free(parts) { part in
        unsafe PKCS7_free(part?.assumingMemoryBound(to: PKCS7.self))
      }
    }
    for index in 0..<max(0, unsafe OPENSSL_sk_num(parts)) {
      guard let found = unsafe OPENSSL_sk_value(parts, index) else { continue }
      let part = unsafe found.assumingMemoryBound(to: PKCS7.self)
      try unsafe visit(part, OBJ_obj2nid(part.pointee.type))
    }
    return true
  }

  /// The bags of a part under encryption; nil where `secret`, which ends with a zero, does not open it.
  static func bags(
    of part: UnsafeMutablePointer<PKCS7>, openedBy secret: [CChar]?
  ) -> OpaquePointer? {
    unsafe PKCS12_unpack_p7encdata(part, secret, length(of: secret))
  }

  /// Bytes of a passphrase without the zero at its end.
  static func length(of secret: [CChar]?) -> Int32 { Int32(max(0, (secret?.count ?? 0) - 1)) }

  /// Visits each bag of `bags`, those in bags too, and lets them go.
  ///
  /// - Throws: `.malformed` for bags that are nested too deep.
  static func bags(
    letting bags: OpaquePointer, _ visit: (OpaquePointer) throws(KeyError) -> Void
  ) throws(KeyError) {
    defer {
      unsafe OPENSSL_sk_pop_free(bags) { bag in
        unsafe PKCS12_SAFEBAG_free(bag.map { OpaquePointer($0) })
      }
    }
    try unsafe walk(bags, depth: 0, visit)
  }

  private static func walk(
    _ bags: OpaquePointer, depth: Int, _ visit: (OpaquePointer) throws(KeyError) -> Void
  ) throws(KeyError) {
    guard depth < maximumDepth else {
      throw KeyError.malformed("a PKCS#12 file that is nested too deep")
    }
    for index in 0..<max(0, unsafe OPENSSL_sk_num(bags)) {
      guard let found = unsafe OPENSSL_sk_value(bags, index) else { continue }
      let bag = OpaquePointer(found)
      if unsafe PKCS12_SAFEBAG_get_nid(bag) == NID_safeContentsBag {
        guard let inner = unsafe PKCS12_SAFEBAG_get0_safes(bag) else { continue }
        try unsafe walk(inner, depth: depth + 1, visit)
      } else {
        try unsafe visit(bag)
      }
    }
  }
}
